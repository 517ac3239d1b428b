import Alert from "@cloudscape-design/components/alert";
import Checkbox from "@cloudscape-design/components/checkbox";
import Container from "@cloudscape-design/components/container";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { t } from "@lingui/core/macro";
import { KeyAdvice } from "../key/KeyAdvice";
import type { NewUser } from "./newUser";
import { type ChosenPassword, PasswordChoice } from "./PasswordChoice";

interface Props {
  user: NewUser;
  change: (members: Partial<NewUser>) => void;
  password: ChosenPassword;
  onPassword: (chosen: ChosenPassword) => void;
}

/** How the user proves who they are: a person signs in, a program has a key. */
export function AccessStep({ user, change, password, onPassword }: Props) {
  return (
    <SpaceBetween size="l">
      {user.who === "person" && (
        <Container>
          <SpaceBetween size="m">
            <Checkbox
              checked={user.signIn}
              onChange={({ detail }) => change({ signIn: detail.checked })}
              description={t`A password for this console and for the command claviger sign-in`}
            >
              {t`Sign-in`}
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
                  {t`A new password has to be chosen at the first sign-in`}
                </Checkbox>
                <Checkbox
                  checked={user.mayChangePassword}
                  disabled={user.mustChangePassword}
                  onChange={({ detail }) => change({ mayChangePassword: detail.checked })}
                  description={t`Attaches the policy IAMUserChangePassword`}
                >
                  {t`The user may change their own password`}
                </Checkbox>
              </>
            )}
          </SpaceBetween>
        </Container>
      )}
      <Container>
        <SpaceBetween size="m">
          <Checkbox
            checked={user.key}
            onChange={({ detail }) => change({ key: detail.checked })}
            description={t`For aws-cli, SDKs and other programs. Its secret is shown once, at the end`}
          >
            {t`Access key`}
          </Checkbox>
          {user.key && <KeyAdvice use={user.who} />}
          {!user.key && !user.signIn && (
            <Alert type={user.who === "person" ? "warning" : "info"}>
              {user.who === "person"
                ? t`Without a sign-in and without a key, nobody can act as this user yet.`
                : t`Without a key, the program cannot act as this user yet. You can make one later.`}
            </Alert>
          )}
        </SpaceBetween>
      </Container>
    </SpaceBetween>
  );
}
