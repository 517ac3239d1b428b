import Alert from "@cloudscape-design/components/alert";
import Container from "@cloudscape-design/components/container";
import ExpandableSection from "@cloudscape-design/components/expandable-section";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { t } from "@lingui/core/macro";
import { GroupChoice } from "../group/GroupChoice";
import { PolicyChoice } from "../permission/PolicyChoice";
import type { NewUser } from "./newUser";

interface Props {
  user: NewUser;
  change: (members: Partial<NewUser>) => void;
}

/** What the user may do. */
export function PermissionsStep({ user, change }: Props) {
  return (
    <Container>
      <SpaceBetween size="l">
        <GroupChoice chosen={user.groups} onChange={(groups) => change({ groups })} />
        <ExpandableSection
          headerText={t`Attach policies to the user itself`}
          defaultExpanded={user.policies.length > 0}
        >
          <PolicyChoice chosen={user.policies} onChange={(policies) => change({ policies })} />
        </ExpandableSection>
        {user.groups.length === 0 && user.policies.length === 0 && (
          <Alert type="info">{t`Without a group or a policy, the user may do nothing yet. You can add both later.`}</Alert>
        )}
      </SpaceBetween>
    </Container>
  );
}
