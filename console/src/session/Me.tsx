import Alert from "@cloudscape-design/components/alert";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { usePerson, useSignedIn } from "../aws/session";
import { AccessKeys } from "../key/AccessKeys";
import { Devices } from "../key/Devices";
import { Copied } from "../parts/Copy";
import { exactly } from "../parts/time";
import { Page } from "../parts/Page";
import { OwnPassword } from "./OwnPassword";

/** What the person who is signed in proves their identity with, and the session itself. */
export default function Me() {
  const person = usePerson();
  const present = useSignedIn();
  const user = person.role ? undefined : person.userName;
  return (
    <Page title="My security credentials">
      <SpaceBetween size="l">
        <Container header={<Header variant="h2">This session</Header>}>
          <KeyValuePairs
            columns={3}
            items={[
              { label: "Who I am", value: <Copied text={person.arn} what="ARN" /> },
              {
                label: "Account",
                value: person.alias ? `${person.alias} (${person.account})` : person.account,
              },
              {
                label: "Credentials renewed by",
                value: present.state === "in" ? exactly(new Date(present.session.credentials.expiration)) : "–",
              },
            ]}
          />
        </Container>
        {person.root && (
          <Alert type="info" header="You are the root user">
            It may do everything, and no policy binds it. Use it to make an administrator, and then no more. Its
            password is replaced by claviger recover on the server.
          </Alert>
        )}
        {user && <OwnPassword />}
        {(user || person.root) && <Devices own name={user ?? "root"} />}
        {user && <AccessKeys name={user} />}
        {person.role && (
          <Alert type="info">
            You signed in through an identity provider. Your password and second factor are kept there.
          </Alert>
        )}
      </SpaceBetween>
    </Page>
  );
}
