import SpaceBetween from "@cloudscape-design/components/space-between";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import { t } from "@lingui/core/macro";
import { address } from "../aws/calls";
import { usePerson, useSignedIn } from "../aws/session";
import { Copied } from "../parts/Copy";
import { Page } from "../parts/Page";
import { Alias } from "./Alias";
import { KeyRule } from "./KeyRule";
import { PasswordRules } from "./PasswordRules";

/** What holds for the whole account. */
export default function Account() {
  const person = usePerson();
  const present = useSignedIn();
  return (
    <Page title={t`Account settings`}>
      <SpaceBetween size="l">
        <Container header={<Header variant="h2">{t`Account`}</Header>}>
          <KeyValuePairs
            columns={3}
            items={[
              { label: t`Account ID`, value: <Copied text={person.account} label={t`Copy account ID`} /> },
              {
                label: t`Address for programs`,
                value: <Copied text={address("..").href} label={t`Copy address`} />,
              },
              { label: "Claviger", value: present.state === "in" ? present.session.version : "–" },
            ]}
          />
        </Container>
        <Alias />
        <PasswordRules />
        <KeyRule />
      </SpaceBetween>
    </Page>
  );
}
