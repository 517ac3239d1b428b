import { ListOpenIDConnectProvidersCommand, ListSAMLProvidersCommand } from "@aws-sdk/client-iam";
import Button from "@cloudscape-design/components/button";
import Link from "@cloudscape-design/components/link";
import { plural, t } from "@lingui/core/macro";
import { iam } from "../aws/clients";
import { type Column, Listing } from "../parts/Listing";
import { Moment } from "../parts/Moment";
import { to } from "../shell/paths";

interface Provider {
  arn: string;
  name: string;
  kind: "OpenID Connect" | "SAML";
  until?: Date | undefined;
}

const COLUMNS: Column<Provider>[] = [
  {
    id: "name",
    header: t`Provider`,
    cell: (provider) => <Link href={to.provider(provider.arn)}>{provider.name}</Link>,
    sortingField: "name",
    isRowHeader: true,
  },
  { id: "kind", header: t`Kind`, cell: (provider) => provider.kind, sortingField: "kind" },
  { id: "until", header: t`Valid until`, cell: (provider) => <Moment at={provider.until} never="–" /> },
  { id: "arn", header: "ARN", cell: (provider) => provider.arn, hidden: true },
];

async function read(): Promise<{ items: Provider[] }> {
  const [oidc, saml] = await Promise.all([
    iam.send(new ListOpenIDConnectProvidersCommand({})),
    iam.send(new ListSAMLProvidersCommand({})),
  ]);
  return {
    items: [
      ...(oidc.OpenIDConnectProviderList ?? []).map(({ Arn = "" }) => ({
        arn: Arn,
        name: Arn.split(":oidc-provider/")[1] ?? Arn,
        kind: "OpenID Connect" as const,
      })),
      ...(saml.SAMLProviderList ?? []).map(({ Arn = "", ValidUntil }) => ({
        arn: Arn,
        name: Arn.split(":saml-provider/")[1] ?? Arn,
        kind: "SAML" as const,
        until: ValidUntil,
      })),
    ],
  };
}

export default function Providers() {
  return (
    <Listing<Provider>
      id="providers"
      queryKey={["providers", "all"]}
      title={t`Identity providers`}
      description={t`Where people and programs prove who they are, so that they need no user here. Roles say what they may do.`}
      names={{
        loading: t`Loading providers`,
        find: t`Find providers`,
        none: t`There are no providers`,
        noMatch: t`No provider matches`,
        counted: (count) => plural(count, { one: "# provider", other: "# providers" }),
      }}
      columns={COLUMNS}
      read={read}
      trackBy={(provider) => provider.arn}
      texts={(provider) => [provider.name, provider.kind]}
      actions={
        <Button variant="primary" href={to.createProvider}>
          {t`Add provider`}
        </Button>
      }
    />
  );
}
