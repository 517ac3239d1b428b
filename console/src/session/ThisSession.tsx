import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { t } from "@lingui/core/macro";
import { useMutation } from "@tanstack/react-query";
import { usePerson, useSignedIn } from "../aws/session";
import { Copied } from "../parts/Copy";
import { Moment } from "../parts/Moment";
import { Refusal } from "../parts/Refusal";
import { signOutOf } from "../shell/leaving";

/** Who is signed in, since when, and until when. */
export function ThisSession() {
  const person = usePerson();
  const present = useSignedIn();
  const times = present.state === "in" ? present.session.session : undefined;
  const leaving = useMutation({ mutationFn: signOutOf });
  const at = (text: string | undefined) => (text === undefined ? undefined : new Date(text));
  return (
    <Container
      header={
        <Header
          variant="h2"
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              <Button onClick={() => leaving.mutate(false)}>{t`Sign out`}</Button>
              <Button onClick={() => leaving.mutate(true)}>{t`Sign out everywhere`}</Button>
            </SpaceBetween>
          }
        >
          {t`This session`}
        </Header>
      }
    >
      <SpaceBetween size="m">
        <KeyValuePairs
          columns={3}
          items={[
            { label: t`Who I am`, value: <Copied text={person.arn} label={t`Copy ARN`} /> },
            { label: t`Account`, value: person.alias ? `${person.alias} (${person.account})` : person.account },
            { label: t`Signed in`, value: <Moment at={at(times?.startedAt)} never="–" /> },
            {
              label: t`Second factor`,
              value: (
                <Moment at={at(times?.secondFactorAt)} never={person.role ? t`The provider’s` : t`None was shown`} />
              ),
            },
            { label: t`Ends at the latest`, value: <Moment at={at(times?.endsAt)} never="–" /> },
            { label: t`Ends if it is not used`, value: <Moment at={at(times?.endsUnusedAt)} never="–" /> },
          ]}
        />
        <Refusal error={leaving.error} />
      </SpaceBetween>
    </Container>
  );
}
