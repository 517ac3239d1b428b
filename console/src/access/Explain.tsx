import Container from "@cloudscape-design/components/container";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { t } from "@lingui/core/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useSearchParams } from "react-router";
import { usePerson } from "../aws/session";
import { Page } from "../parts/Page";
import { Reading } from "../parts/Reading";
import { Answer } from "./Answer";
import { explain, type Question } from "./explanation";
import { QuestionForm } from "./QuestionForm";

/** Why somebody may or may not do something. The question is part of the address, so that it can be sent. */
export default function Explain() {
  const person = usePerson();
  const [search, setSearch] = useSearchParams();
  const asked: Question | undefined = questionIn(search);
  const [draft, setDraft] = useState<Question>({
    principal: search.get("principal") ?? (person.root ? "" : person.arn),
    action: search.get("action") ?? "",
    resource: search.get("resource") ?? "*",
    context: asked?.context ?? {},
  });
  const explanation = useQuery({
    queryKey: ["access", "explain", asked],
    queryFn: () => explain(asked as Question),
    enabled: asked !== undefined,
  });
  return (
    <Page
      title={t`Why allowed or denied`}
      description={t`Choose who, what and on what: you see the decision, the statement that made it, and the way to it.`}
    >
      <SpaceBetween size="l">
        <Container>
          <QuestionForm
            question={draft}
            onChange={setDraft}
            busy={explanation.isFetching}
            does={t`Explain`}
            onAsk={() => {
              setSearch(addressOf(draft), { replace: search.has("action") });
              void explanation.refetch();
            }}
          />
        </Container>
        {asked && (
          <Reading of={explanation} loading={t`Loading the explanation`}>
            {(found) => <Answer question={asked} explanation={found} />}
          </Reading>
        )}
      </SpaceBetween>
    </Page>
  );
}

function questionIn(search: URLSearchParams): Question | undefined {
  const [principal, action, resource] = [search.get("principal"), search.get("action"), search.get("resource")];
  if (!principal || !action || !resource) {
    return undefined;
  }
  return { principal, action, resource, context: contextOf(search.get("context")) };
}

function contextOf(text: string | null): Record<string, string[]> {
  try {
    return JSON.parse(text ?? "{}") as Record<string, string[]>;
  } catch {
    return {};
  }
}

function addressOf({ principal, action, resource, context = {} }: Question) {
  return {
    principal,
    action,
    resource,
    ...(Object.keys(context).length > 0 && { context: JSON.stringify(context) }),
  };
}
