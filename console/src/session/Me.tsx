import Alert from "@cloudscape-design/components/alert";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { t } from "@lingui/core/macro";
import { usePerson } from "../aws/session";
import { AccessKeys } from "../key/AccessKeys";
import { Devices } from "../key/Devices";
import { Page } from "../parts/Page";
import { OwnPassword } from "./OwnPassword";
import { ThisSession } from "./ThisSession";

/** What the person who is signed in proves their identity with, and the session itself. */
export default function Me() {
  const person = usePerson();
  const user = person.role ? undefined : person.userName;
  return (
    <Page title={t`My security credentials`}>
      <SpaceBetween size="l">
        <ThisSession />
        {person.root && (
          <Alert type="info" header={t`You are the root user`}>
            {t`It may do everything, and no policy binds it. Use it to make an administrator, and then no more. Its password is replaced by claviger recover on the server.`}
          </Alert>
        )}
        {user && <OwnPassword />}
        {(user || person.root) && <Devices own name={user ?? "root"} />}
        {user && <AccessKeys name={user} />}
        {person.role && (
          <Alert type="info">
            {t`You signed in through an identity provider. Your password and second factor are kept there.`}
          </Alert>
        )}
      </SpaceBetween>
    </Page>
  );
}
