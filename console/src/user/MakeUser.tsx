import Alert from "@cloudscape-design/components/alert";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Steps, { type StepsProps } from "@cloudscape-design/components/steps";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { address } from "../aws/calls";
import { partitionOf, usePerson } from "../aws/session";
import { KeySecret } from "../key/KeySecret";
import { Copied } from "../parts/Copy";
import { LeaveGuard } from "../parts/LeaveGuard";
import { Page } from "../parts/Page";
import { Refusal } from "../parts/Refusal";
import { Secret } from "../parts/Secret";
import { to } from "../shell/paths";
import { type Made, stepsFor } from "./making";
import type { NewUser } from "./newUser";
import type { ChosenPassword } from "./PasswordChoice";

interface Props {
  user: NewUser;
  password: ChosenPassword;
  onBack: () => void;
  /** Called when all is done. */
  onMade: () => void;
}

/** Makes the user step by step. A step that fails can be tried again; what is done stays done. */
export function MakeUser({ user, password, onBack, onMade }: Props) {
  const person = usePerson();
  const queries = useQueryClient();
  const [steps] = useState(() => stepsFor(user, password.text, partitionOf(person)));
  const [done, setDone] = useState(0);
  const [error, setError] = useState<Error>();
  const [made] = useState<Made>({});
  const begun = useRef(-1);
  const step = steps[done];

  useEffect(() => {
    // Each step is begun once, though effects may run twice.
    if (step && !error && begun.current !== done) {
      begun.current = done;
      step.does(made).then(() => setDone(done + 1), setError);
    }
  }, [step, done, error, made]);

  useEffect(() => {
    if (!step) {
      onMade();
      void queries.invalidateQueries();
    }
  }, [step, onMade, queries]);

  function again() {
    begun.current = -1;
    setError(undefined);
  }

  return (
    <Page
      title={step ? t`Making ${user.name}` : t`${user.name} can begin`}
      above={[
        { text: t`Users`, href: to.users },
        { text: t`Create user`, href: to.createUser },
      ]}
    >
      <SpaceBetween size="l">
        {!step && <Handover user={user} password={password} made={made} />}
        <Container header={<Header variant="h2">{t`What was done`}</Header>}>
          <SpaceBetween size="m">
            <Steps
              ariaLabel={t`Steps`}
              steps={steps.map((each, index) => ({
                header: each.says,
                status: statusOf(index, done, Boolean(error)),
              }))}
            />
            <Refusal error={error} />
            {error && (
              <SpaceBetween direction="horizontal" size="xs">
                <Button onClick={again}>{t`Try this step again`}</Button>
                {done === 0 ? (
                  <Button onClick={onBack}>{t`Back to the form`}</Button>
                ) : (
                  <Button
                    onClick={() => {
                      again();
                      setDone(done + 1);
                    }}
                  >
                    {t`Leave this step out`}
                  </Button>
                )}
              </SpaceBetween>
            )}
          </SpaceBetween>
        </Container>
      </SpaceBetween>
    </Page>
  );
}

function statusOf(index: number, done: number, failed: boolean): StepsProps.Status {
  if (index < done) {
    return "success";
  }
  return index > done ? "pending" : failed ? "error" : "in-progress";
}

/** What the new user needs to be given. */
function Handover({ user, password, made }: { user: NewUser; password: ChosenPassword; made: Made }) {
  const person = usePerson();
  const place = useRef<HTMLDivElement>(null);
  const [passwordTaken, setPasswordTaken] = useState(false);
  const [secretTaken, setSecretTaken] = useState(false);
  const left = [
    ...(user.signIn && password.generated && !passwordTaken ? [t`the password`] : []),
    ...(made.accessKey && !secretTaken ? [t`the secret access key`] : []),
  ].join(", ");
  useEffect(() => {
    // The button that the keyboard was on is gone: without this, its next step would be the beginning of the page.
    place.current?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, []);
  return (
    <div ref={place} tabIndex={-1} className="place">
      <Container
        header={
          <Header variant="h2" actions={<Button href={to.user(user.name)}>{t`Open ${user.name}`}</Button>}>
            {user.signIn ? t`Give this to ${user.name}` : t`What ${user.name} needs`}
          </Header>
        }
      >
        <SpaceBetween size="l">
          {user.signIn && (
            <KeyValuePairs
              columns={2}
              items={[
                { label: t`Address`, value: <Copied text={address("./").href} label={t`Copy address`} /> },
                {
                  label: t`Account`,
                  value: <Copied text={person.alias ?? person.account} label={t`Copy account`} />,
                },
                { label: t`User name`, value: <Copied text={user.name} label={t`Copy user name`} /> },
                {
                  label: t`Password, shown this once`,
                  value: <Secret text={password.text} of="password" onTaken={() => setPasswordTaken(true)} />,
                },
              ]}
            />
          )}
          {made.accessKey && <KeySecret accessKey={made.accessKey} onTaken={() => setSecretTaken(true)} />}
          {!user.signIn && !made.accessKey && <div>{t`The user has neither a sign-in nor a key yet.`}</div>}
          {user.groups.length + user.policies.length === 0 && (
            <Alert type="info">
              {user.signIn && user.mayChangePassword
                ? t`${user.name} may do nothing yet but change their own password.`
                : t`${user.name} may do nothing yet.`}{" "}
              <Trans>
                <Link href={to.user(user.name, "groups")}>Add the user to a group</Link> or{" "}
                <Link href={to.user(user.name, "permissions")}>attach a policy</Link>.
              </Trans>
            </Alert>
          )}
        </SpaceBetween>
      </Container>
      {left && (
        <LeaveGuard title={t`Leave this page?`}>
          {t`Not shown or copied yet: ${left}. No other page shows this.`}
        </LeaveGuard>
      )}
    </div>
  );
}
