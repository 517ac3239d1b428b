import {
  DisableOrganizationsRootCredentialsManagementCommand,
  DisableOrganizationsRootSessionsCommand,
  EnableOrganizationsRootCredentialsManagementCommand,
  EnableOrganizationsRootSessionsCommand,
} from "@aws-sdk/client-iam";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Toggle from "@cloudscape-design/components/toggle";
import { t } from "@lingui/core/macro";
import { iam } from "../aws/clients";
import { useAction } from "../parts/actions";
import { Refusal } from "../parts/Refusal";

const FEATURES = [
  {
    name: "RootSessions",
    says: t`Root sessions`,
    on: t`Root sessions are turned on.`,
    off: t`Root sessions are turned off.`,
    about: t`Users of this account may act as a member’s root user, for one task and 15 minutes (AssumeRoot).`,
    enable: () => iam.send(new EnableOrganizationsRootSessionsCommand({})),
    disable: () => iam.send(new DisableOrganizationsRootSessionsCommand({})),
  },
  {
    name: "RootCredentialsManagement",
    says: t`Root credentials management`,
    on: t`Root credentials management is turned on.`,
    off: t`Root credentials management is turned off.`,
    about: t`Is kept and shown; the tasks on credentials work by root sessions.`,
    enable: () => iam.send(new EnableOrganizationsRootCredentialsManagementCommand({})),
    disable: () => iam.send(new DisableOrganizationsRootCredentialsManagementCommand({})),
  },
];

/** What the management account may do with the root users of members. */
export function RootFeatures({ features }: { features: string[] }) {
  const turning = useAction<{ feature: (typeof FEATURES)[number]; on: boolean }>({
    does: ({ feature, on }) => (on ? feature.enable() : feature.disable()),
    says: ({ feature, on }) => (on ? feature.on : feature.off),
    changes: ["account"],
  });
  return (
    <Container header={<Header variant="h2">{t`Root users of members`}</Header>}>
      <SpaceBetween size="m">
        {FEATURES.map((feature) => (
          <Toggle
            key={feature.name}
            checked={features.includes(feature.name)}
            disabled={turning.isPending}
            description={feature.about}
            onChange={({ detail }) => turning.mutate({ feature, on: detail.checked })}
          >
            {feature.says}
          </Toggle>
        ))}
        <Refusal error={turning.error} />
      </SpaceBetween>
    </Container>
  );
}
