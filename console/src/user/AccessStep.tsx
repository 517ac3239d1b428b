import Alert from "@cloudscape-design/components/alert";
import Checkbox from "@cloudscape-design/components/checkbox";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { to } from "../shell/paths";
import type { NewUser } from "./newUser";
import { type ChosenPassword, PasswordChoice } from "./PasswordChoice";

interface Props {
  user: NewUser;
  change: (members: Partial<NewUser>) => void;
  password: ChosenPassword;
  onPassword: (chosen: ChosenPassword) => void;
}

/** How the user proves who they are: a sign-in for a person, a key for a program. */
export function AccessStep({ user, change, password, onPassword }: Props) {
  return (
    <SpaceBetween size="l">
      <Container header={<Header variant="h2">For a person</Header>}>
        <SpaceBetween size="m">
          <Checkbox
            checked={user.signIn}
            onChange={({ detail }) => change({ signIn: detail.checked })}
            description="A password for this console and for the command claviger sign-in"
          >
            Sign-in
          </Checkbox>
          {user.signIn && (
            <>
              <PasswordChoice chosen={password} onChange={onPassword} />
              <Checkbox
                checked={user.mustChangePassword}
                onChange={({ detail }) =>
                  change({
                    mustChangePassword: detail.checked,
                    ...(detail.checked && { mayChangePassword: true }),
                  })
                }
              >
                A new password has to be chosen at the first sign-in
              </Checkbox>
              <Checkbox
                checked={user.mayChangePassword}
                disabled={user.mustChangePassword}
                onChange={({ detail }) => change({ mayChangePassword: detail.checked })}
                description="Attaches the policy IAMUserChangePassword"
              >
                The user may change their own password
              </Checkbox>
            </>
          )}
        </SpaceBetween>
      </Container>
      <Container header={<Header variant="h2">For a program</Header>}>
        <SpaceBetween size="m">
          <Checkbox
            checked={user.key}
            onChange={({ detail }) => change({ key: detail.checked })}
            description="For aws-cli, SDKs and other programs. Its secret is shown once, at the end"
          >
            Access key
          </Checkbox>
          {user.key && (
            <Alert type="info" header="Is a key needed?">
              A program in Kubernetes or in a CI job can take <Link href={to.createRole}>a role</Link> with the token
              that it has. A person at a terminal can use the sign-in. Neither has a key that could leak.
            </Alert>
          )}
          {!user.key && !user.signIn && (
            <Alert type="warning">Without a sign-in and without a key, nobody can act as this user yet.</Alert>
          )}
        </SpaceBetween>
      </Container>
    </SpaceBetween>
  );
}
