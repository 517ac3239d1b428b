import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import SpaceBetween from "@cloudscape-design/components/space-between";
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
              <Button onClick={() => leaving.mutate(false)}>Sign out</Button>
              <Button onClick={() => leaving.mutate(true)}>Sign out everywhere</Button>
            </SpaceBetween>
          }
        >
          This session
        </Header>
      }
    >
      <SpaceBetween size="m">
        <KeyValuePairs
          columns={3}
          items={[
            { label: "Who I am", value: <Copied text={person.arn} what="ARN" /> },
            { label: "Account", value: person.alias ? `${person.alias} (${person.account})` : person.account },
            { label: "Signed in", value: <Moment at={at(times?.startedAt)} never="–" /> },
            {
              label: "Second factor",
              value: (
                <Moment at={at(times?.secondFactorAt)} never={person.role ? "The provider’s" : "None was shown"} />
              ),
            },
            { label: "Ends at the latest", value: <Moment at={at(times?.endsAt)} never="–" /> },
            { label: "Ends if it is not used", value: <Moment at={at(times?.endsUnusedAt)} never="–" /> },
          ]}
        />
        <Refusal error={leaving.error} />
      </SpaceBetween>
    </Container>
  );
}
