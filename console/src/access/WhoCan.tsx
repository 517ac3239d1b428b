import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import ProgressBar from "@cloudscape-design/components/progress-bar";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Table from "@cloudscape-design/components/table";
import { i18n } from "@lingui/core";
import { t } from "@lingui/core/macro";
import { useSearchParams } from "react-router";
import { useState } from "react";
import { Page } from "../parts/Page";
import { Refusal } from "../parts/Refusal";
import { to } from "../shell/paths";
import type { Question } from "./explanation";
import { QuestionForm } from "./QuestionForm";
import { useWhoCan, type Who } from "./whoCanDo";

const KINDS = { root: t`Root user`, user: t`User`, role: t`Role` };
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
    <Page title={t`Who can do this`} description={t`All users and roles of the account that may do something.`}>
      <SpaceBetween size="l">
        <Container>
          <QuestionForm
            everybody
            question={question}
            onChange={setQuestion}
            busy={running}
            does={t`Find them`}
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
              label={t`Looking at users and roles`}
              value={of ? (seen / of) * 100 : 0}
              description={of ? t`${i18n.number(seen)} of ${i18n.number(of)}` : ""}
            />
            <Button onClick={stop}>{t`Stop`}</Button>
          </SpaceBetween>
        )}
        {(found.length > 0 || (!running && seen > 0)) && (
          <Table<Who>
            ariaLabels={{ tableLabel: t`Who can do this` }}
            header={
              <Header
                variant="h2"
                counter={`(${i18n.number(found.length)})`}
                description={found.length > SHOWN ? t`The first ${i18n.number(SHOWN)} are shown.` : undefined}
              >
                {t`They can`}
              </Header>
            }
            items={found.slice(0, SHOWN)}
            empty={<Box>{t`Nobody can do this.`}</Box>}
            trackBy={(who) => who.principal.arn}
            columnDefinitions={[
              {
                id: "name",
                header: t`Name`,
                isRowHeader: true,
                cell: ({ principal }) => <Link href={PAGES[principal.type](principal.name)}>{principal.name}</Link>,
              },
              {
                id: "type",
                header: t`Kind`,
                cell: ({ principal }) => KINDS[principal.type],
              },
              { id: "because", header: t`Because of`, cell: (who) => who.because.join(", ") },
              {
                id: "why",
                header: t`Why`,
                cell: ({ principal }) => (
                  <Link
                    href={to.explain({
                      principal: principal.arn,
                      action: question.action,
                      resource: question.resource,
                    })}
                  >
                    {t`Explain`}
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
