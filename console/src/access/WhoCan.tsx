import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import ProgressBar from "@cloudscape-design/components/progress-bar";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Table from "@cloudscape-design/components/table";
import { useSearchParams } from "react-router";
import { useState } from "react";
import { Page } from "../parts/Page";
import { Refusal } from "../parts/Refusal";
import { to } from "../shell/paths";
import type { Question } from "./explanation";
import { QuestionForm } from "./QuestionForm";
import { useWhoCan, type Who } from "./whoCanDo";

const KINDS = { root: "Root user", user: "User", role: "Role" };
const PAGES = { root: () => to.report, user: to.user, role: to.role };

/** How many are drawn; all are counted. */
const SHOWN = 1000;

/** Everybody in the account who may do something, shown as they are found. */
export default function WhoCan() {
  const [search, setSearch] = useSearchParams();
  const [question, setQuestion] = useState<Question>({
    principal: "",
    action: search.get("action") ?? "",
    resource: search.get("resource") ?? "*",
  });
  const { found, seen, of, running, error, begin, stop } = useWhoCan(
    search.get("action") && search.get("resource")
      ? { action: search.get("action") ?? "", resource: search.get("resource") ?? "" }
      : undefined,
  );
  return (
    <Page title="Who can do this" description="All users and roles of the account that may do something.">
      <SpaceBetween size="l">
        <Container>
          <QuestionForm
            everybody
            question={question}
            onChange={setQuestion}
            busy={running}
            does="Find them"
            onAsk={() => {
              const { action, resource, context } = question;
              setSearch({ action, resource }, { replace: true });
              begin({ action, resource, ...(context && { context }) });
            }}
          />
        </Container>
        <Refusal error={error} />
        {running && (
          <SpaceBetween size="xs">
            <ProgressBar
              label="Looking at users and roles"
              value={of ? (seen / of) * 100 : 0}
              description={of ? `${seen.toLocaleString()} of ${of.toLocaleString()}` : ""}
            />
            <Button onClick={stop}>Stop</Button>
          </SpaceBetween>
        )}
        {(found.length > 0 || (!running && seen > 0)) && (
          <Table<Who>
            ariaLabels={{ tableLabel: "Who can do this" }}
            header={
              <Header
                variant="h2"
                counter={`(${found.length.toLocaleString()})`}
                description={found.length > SHOWN ? `The first ${SHOWN.toLocaleString()} are shown.` : undefined}
              >
                They can
              </Header>
            }
            items={found.slice(0, SHOWN)}
            empty={<Box>Nobody can do this.</Box>}
            trackBy={(who) => who.principal.arn}
            columnDefinitions={[
              {
                id: "name",
                header: "Name",
                isRowHeader: true,
                cell: ({ principal }) => <Link href={PAGES[principal.type](principal.name)}>{principal.name}</Link>,
              },
              {
                id: "type",
                header: "Kind",
                cell: ({ principal }) => KINDS[principal.type],
              },
              { id: "because", header: "Because of", cell: (who) => who.because.join(", ") },
              {
                id: "why",
                header: "Why",
                cell: ({ principal }) => (
                  <Link
                    href={to.explain({
                      principal: principal.arn,
                      action: question.action,
                      resource: question.resource,
                    })}
                  >
                    Explain
                  </Link>
                ),
              },
            ]}
          />
        )}
      </SpaceBetween>
    </Page>
  );
}
