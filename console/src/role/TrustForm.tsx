import { ListOpenIDConnectProvidersCommand, ListSAMLProvidersCommand } from "@aws-sdk/client-iam";
import Alert from "@cloudscape-design/components/alert";
import Checkbox from "@cloudscape-design/components/checkbox";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import Link from "@cloudscape-design/components/link";
import Select from "@cloudscape-design/components/select";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { t } from "@lingui/core/macro";
import { useQuery } from "@tanstack/react-query";
import { iam } from "../aws/clients";
import { Refusal } from "../parts/Refusal";
import { to } from "../shell/paths";
import type { Trust } from "./trust";

interface Props<T extends Trust> {
  trust: T;
  onChange: (trust: T) => void;
}

/** Asks whom the role trusts, for each kind of trust. */
export function TrustForm({ trust, onChange }: Props<Trust>) {
  switch (trust.kind) {
    case "account":
      return <AccountTrust trust={trust} onChange={onChange} />;
    case "web":
      return <WebTrust trust={trust} onChange={onChange} />;
    case "saml":
      return (
        <ProviderChoice kind="saml" value={trust.provider} onChange={(provider) => onChange({ ...trust, provider })} />
      );
    case "service":
      return (
        <FormField label={t`Service`} description={t`As in ec2.amazonaws.com.`}>
          <Input
            value={trust.service}
            spellcheck={false}
            onChange={({ detail }) => onChange({ ...trust, service: detail.value })}
          />
        </FormField>
      );
    case "machine":
      return (
        <FormField
          label={t`ARN of the program’s user or role`}
          description={t`The program has few rights of its own and takes the role for what it does.`}
        >
          <Input
            value={trust.user}
            spellcheck={false}
            onChange={({ detail }) => onChange({ ...trust, user: detail.value })}
          />
        </FormField>
      );
  }
}

function AccountTrust({ trust, onChange }: Props<Extract<Trust, { kind: "account" }>>) {
  return (
    <SpaceBetween size="m">
      <FormField
        label={t`Account ID`}
        description={t`In this or another account; there, policies say who may take the role.`}
      >
        <Input
          value={trust.account}
          inputMode="numeric"
          onChange={({ detail }) => onChange({ ...trust, account: detail.value.trim() })}
        />
      </FormField>
      <FormField
        label={t`External ID`}
        description={t`If the account belongs to somebody else: a text that they have to send, so that nobody else’s customer gets in.`}
      >
        <Input value={trust.externalId} onChange={({ detail }) => onChange({ ...trust, externalId: detail.value })} />
      </FormField>
      <Checkbox checked={trust.mfa} onChange={({ detail }) => onChange({ ...trust, mfa: detail.checked })}>
        {t`Only with a second factor`}
      </Checkbox>
    </SpaceBetween>
  );
}

function WebTrust({ trust, onChange }: Props<Extract<Trust, { kind: "web" }>>) {
  return (
    <SpaceBetween size="m">
      <ProviderChoice kind="oidc" value={trust.provider} onChange={(provider) => onChange({ ...trust, provider })} />
      <FormField label={t`Audience`} description={t`For whom the token is made, as in sts.amazonaws.com.`}>
        <Input
          value={trust.audience}
          onChange={({ detail }) => onChange({ ...trust, audience: detail.value })}
          spellcheck={false}
        />
      </FormField>
      <FormField
        label={t`Subject`}
        description={t`Whom the token is about, with * for any part: system:serviceaccount:NAMESPACE:NAME, repo:OWNER/NAME:*`}
      >
        <Input
          value={trust.subject}
          onChange={({ detail }) => onChange({ ...trust, subject: detail.value })}
          spellcheck={false}
        />
      </FormField>
      {!trust.subject && (
        <Alert type="warning">
          {t`Without a subject, everybody to whom the provider gives such a token may take the role.`}
        </Alert>
      )}
    </SpaceBetween>
  );
}

async function providers(kind: "oidc" | "saml"): Promise<string[]> {
  const found =
    kind === "oidc"
      ? (await iam.send(new ListOpenIDConnectProvidersCommand({}))).OpenIDConnectProviderList
      : (await iam.send(new ListSAMLProvidersCommand({}))).SAMLProviderList;
  return (found ?? []).flatMap((provider) => provider.Arn ?? []);
}

function ProviderChoice({
  kind,
  value,
  onChange,
}: {
  kind: "oidc" | "saml";
  value: string;
  onChange: (arn: string) => void;
}) {
  const found = useQuery({ queryKey: ["providers", kind], queryFn: () => providers(kind) });
  const short = (arn: string) => arn.replace(/^.*?-provider\//, "");
  return (
    <SpaceBetween size="xs">
      <FormField label={t`Identity provider`}>
        <Select
          selectedOption={value ? { label: short(value), value } : null}
          options={(found.data ?? []).map((arn) => ({ label: short(arn), value: arn }))}
          onChange={({ detail }) => onChange(detail.selectedOption.value ?? "")}
          placeholder={t`Choose a provider`}
          empty={t`There is none yet`}
          statusType={found.isPending ? "loading" : "finished"}
          loadingText={t`Loading providers`}
        />
      </FormField>
      {found.data?.length === 0 && <Link href={to.createProvider}>{t`Add an identity provider first`}</Link>}
      <Refusal error={found.error} />
    </SpaceBetween>
  );
}
