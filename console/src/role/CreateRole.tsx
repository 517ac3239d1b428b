import { CreateRoleCommand } from "@aws-sdk/client-iam";
import Container from "@cloudscape-design/components/container";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Tiles from "@cloudscape-design/components/tiles";
import Wizard from "@cloudscape-design/components/wizard";
import { t } from "@lingui/core/macro";
import { useState } from "react";
import { useNavigate } from "react-router";
import { iam } from "../aws/clients";
import { partitionOf, usePerson } from "../aws/session";
import { useAction } from "../parts/actions";
import { useDraft } from "../parts/draft";
import { Page } from "../parts/Page";
import { Refusal } from "../parts/Refusal";
import { wizardTexts } from "../parts/wizard";
import { ownerRole } from "../permission/owners";
import { type ChosenPolicy, PolicyChoice } from "../permission/PolicyChoice";
import { path, to } from "../shell/paths";
import { faultOfTrust, type Trust, type TrustKind, trustPolicy } from "./trust";
import { TrustForm } from "./TrustForm";

const KINDS: { value: TrustKind; label: string; description: string }[] = [
  {
    value: "web",
    label: t`Web identity`,
    description: t`Kubernetes, GitHub Actions, GitLab, people of an OpenID Connect provider`,
  },
  { value: "account", label: t`Account`, description: t`People and programs of this or another account` },
  { value: "saml", label: "SAML", description: t`People of an identity provider that speaks SAML 2.0` },
  { value: "service", label: t`Service`, description: t`A service that acts for you` },
  { value: "machine", label: t`One user or role`, description: t`A program that has a user of its own` },
];

/** What each kind begins with. */
function begun(kind: TrustKind, account: string): Trust {
  switch (kind) {
    case "account":
      return { kind, account, externalId: "", mfa: false };
    case "web":
      return { kind, provider: "", audience: "sts.amazonaws.com", subject: "" };
    case "saml":
      return { kind, provider: "" };
    case "service":
      return { kind, service: "" };
    case "machine":
      return { kind, user: "" };
  }
}

interface NewRole {
  trust: Trust;
  policies: ChosenPolicy[];
  name: string;
  description: string;
}

/** Makes a role: whom it trusts, what it may do, what it is called. */
export default function CreateRole() {
  const person = usePerson();
  const navigate = useNavigate();
  const partition = partitionOf(person);
  const [role, change, forget] = useDraft<NewRole>("create-role", {
    trust: begun("web", person.account),
    policies: [],
    name: "",
    description: "",
  });
  const [at, setAt] = useState(0);
  const [fault, setFault] = useState<string>();
  const creating = useAction({
    does: async () => {
      await iam.send(
        new CreateRoleCommand({
          RoleName: role.name,
          AssumeRolePolicyDocument: trustPolicy(role.trust, partition),
          ...(role.description && { Description: role.description }),
        }),
      );
      for (const policy of role.policies) {
        await ownerRole(role.name).attach(policy.arn);
      }
    },
    says: t`The role ${role.name} is made.`,
    changes: ["roles", "policies", "account"],
    then: () => {
      forget();
      void navigate(path(to.role(role.name)));
    },
  });

  function go(next: number) {
    const found = at === 0 && next > 0 ? faultOfTrust(role.trust) : undefined;
    setFault(found);
    if (!found) {
      setAt(next);
    }
  }

  return (
    <Page title={t`Create role`} above={[{ text: t`Roles`, href: to.roles }]}>
      <Wizard
        i18nStrings={wizardTexts(t`Create role`)}
        activeStepIndex={at}
        isLoadingNextStep={creating.isPending}
        onNavigate={({ detail }) => go(detail.requestedStepIndex)}
        onCancel={() => {
          forget();
          void navigate(path(to.roles));
        }}
        onSubmit={() => creating.mutate(undefined)}
        steps={[
          {
            title: t`Trust`,
            description: t`Who may take the role?`,
            errorText: fault,
            content: (
              <SpaceBetween size="l">
                <Tiles
                  ariaLabel={t`Who may take the role`}
                  value={role.trust.kind}
                  items={KINDS}
                  onChange={({ detail }) => change({ trust: begun(detail.value as TrustKind, person.account) })}
                />
                <Container>
                  <TrustForm trust={role.trust} onChange={(trust) => change({ trust })} />
                </Container>
              </SpaceBetween>
            ),
          },
          {
            title: t`Permissions`,
            isOptional: true,
            content: (
              <Container>
                <PolicyChoice chosen={role.policies} onChange={(policies) => change({ policies })} />
              </Container>
            ),
          },
          {
            title: t`Name and review`,
            content: (
              <Container>
                <SpaceBetween size="m">
                  <FormField label={t`Role name`} constraintText={t`Letters, digits and + = , . @ - _ ; 64 at most`}>
                    <Input
                      value={role.name}
                      onChange={({ detail }) => change({ name: detail.value })}
                      spellcheck={false}
                    />
                  </FormField>
                  <FormField label={t`Description`}>
                    <Input value={role.description} onChange={({ detail }) => change({ description: detail.value })} />
                  </FormField>
                  <FormField label={t`Trust policy`}>
                    <pre className="document" tabIndex={0}>
                      {trustPolicy(role.trust, partition)}
                    </pre>
                  </FormField>
                  <Refusal error={creating.error} />
                </SpaceBetween>
              </Container>
            ),
          },
        ]}
      />
    </Page>
  );
}
