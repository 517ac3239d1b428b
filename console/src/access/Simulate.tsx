import { type EvaluationResult, SimulatePrincipalPolicyCommand } from "@aws-sdk/client-iam";
import Box from "@cloudscape-design/components/box";
import Autosuggest from "@cloudscape-design/components/autosuggest";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import Table from "@cloudscape-design/components/table";
import Textarea from "@cloudscape-design/components/textarea";
import { t } from "@lingui/core/macro";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useSearchParams } from "react-router";
import { iam } from "../aws/clients";
import { Page } from "../parts/Page";
import { Refusal } from "../parts/Refusal";
import { useWritten } from "../parts/written";
import { to } from "../shell/paths";
import { DECISIONS, type Decision, isAction, isResource } from "./explanation";
import { usePrincipals } from "./principals";
import { ResourceField } from "./ResourceField";

/** Tries a list of actions for a user or a role, without doing any of them. */
export default function Simulate() {
  const [search, setSearch] = useSearchParams();
  const principals = usePrincipals(true);
  const [principal, setPrincipal] = useState(search.get("principal") ?? "");
  const [actions, setActions] = useState(search.get("actions") ?? "");
  const [resource, setResource] = useState(search.get("resource") ?? "*");
  const names = actions.split(/[\s,]+/).filter(Boolean);
  const { isWritten, end } = useWritten(actions);
  const wrong = names.find((name) => !isAction(name));
  const simulating = useMutation<EvaluationResult[]>({
    mutationFn: async () => {
      const answer = await iam.send(
        new SimulatePrincipalPolicyCommand({
          PolicySourceArn: principal,
          ActionNames: names,
          ResourceArns: [resource],
          MaxItems: 1000,
        }),
      );
      return answer.EvaluationResults ?? [];
    },
  });
  return (
    <Page
      title={t`Try several actions`}
      description={t`The simulator: what a user or a role may do, without doing it.`}
    >
      <SpaceBetween size="l">
        <Container>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              setSearch({ principal, actions, resource }, { replace: true });
              simulating.mutate();
            }}
          >
            <SpaceBetween size="m">
              <FormField label={t`Who`} description={t`A user, a group or a role, by ARN.`}>
                <Autosuggest
                  value={principal}
                  onChange={({ detail }) => setPrincipal(detail.value)}
                  options={principals.options}
                  statusType={principals.pending ? "loading" : "finished"}
                  loadingText={t`Loading users and roles`}
                  enteredTextLabel={(value) => t`Use ${value}`}
                  virtualScroll
                />
              </FormField>
              <FormField
                label={t`Actions`}
                description={t`One a line, as s3:GetObject.`}
                errorText={
                  wrong &&
                  isWritten &&
                  t`${wrong} is not an action. An action is a service, a colon and a name, as s3:GetObject. It has no wildcard.`
                }
              >
                <Textarea
                  value={actions}
                  rows={5}
                  spellcheck={false}
                  onChange={({ detail }) => setActions(detail.value)}
                  onBlur={end}
                />
              </FormField>
              <ResourceField value={resource} onChange={setResource} />
              <Button
                variant="primary"
                formAction="submit"
                loading={simulating.isPending}
                disabled={!principal || names.length === 0 || wrong !== undefined || !isResource(resource)}
              >
                {t`Try them`}
              </Button>
            </SpaceBetween>
          </form>
        </Container>
        <Refusal error={simulating.error} />
        {simulating.data && <Results results={simulating.data} principal={principal} />}
      </SpaceBetween>
    </Page>
  );
}

function Results({ results, principal }: { results: EvaluationResult[]; principal: string }) {
  return (
    <Table<EvaluationResult>
      ariaLabels={{ tableLabel: t`Results` }}
      header={
        <Header variant="h2" counter={`(${results.length})`}>
          {t`Results`}
        </Header>
      }
      items={results}
      empty={<Box>{t`There are no results.`}</Box>}
      columnDefinitions={[
        { id: "action", header: t`Action`, isRowHeader: true, cell: (result) => result.EvalActionName },
        {
          id: "decision",
          header: t`Decision`,
          cell: (result) => {
            const { type, says } = DECISIONS[result.EvalDecision as Decision];
            return <StatusIndicator type={type}>{says}</StatusIndicator>;
          },
        },
        {
          id: "statements",
          header: t`By`,
          cell: (result) =>
            (result.MatchedStatements ?? []).map((statement) => statement.SourcePolicyId).join(", ") || "–",
        },
        {
          id: "missing",
          header: t`Keys that were not given`,
          cell: (result) => (result.MissingContextValues ?? []).join(", ") || "–",
        },
        {
          id: "why",
          header: t`Why`,
          cell: (result) => (
            <Link
              href={to.explain({
                principal,
                action: result.EvalActionName,
                resource: result.EvalResourceName,
              })}
            >
              {t`Explain`}
            </Link>
          ),
        },
      ]}
    />
  );
}
