import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { t } from "@lingui/core/macro";
import type { PolicyType } from "../editor/findings";
import { readStatements, type Statement, writeStatements } from "./statements";
import { StatementForm } from "./StatementForm";

interface Props {
  document: string;
  onChange: (document: string) => void;
  type: PolicyType;
}

const NEW: Statement = {
  effect: "Allow",
  actions: [],
  notActions: false,
  resources: ["*"],
  notResources: false,
  notPrincipal: false,
};

/** A policy as a list of forms, one a statement. What it writes is the same document. */
export function VisualEditor({ document, onChange, type }: Props) {
  const read = readStatements(document);
  if (!read) {
    return null;
  }
  const write = (statements: Statement[]) => onChange(writeStatements({ ...read, statements }));
  return (
    <SpaceBetween size="m">
      {read.statements.map((statement, index) => (
        <Container
          key={index}
          header={
            <Header
              variant="h3"
              actions={
                <Button
                  ariaLabel={t`Remove statement ${index + 1}`}
                  disabled={read.statements.length === 1}
                  onClick={() => write(read.statements.filter((_, i) => i !== index))}
                >
                  {t`Remove`}
                </Button>
              }
            >
              {t`Statement ${index + 1}`}
            </Header>
          }
        >
          <StatementForm
            statement={statement}
            hasResources={type !== "RESOURCE_POLICY" || statement.resources.length > 0}
            onChange={(changed) => write(read.statements.map((each, i) => (i === index ? changed : each)))}
          />
        </Container>
      ))}
      <Button iconName="add-plus" onClick={() => write([...read.statements, NEW])}>
        {t`Add a statement`}
      </Button>
    </SpaceBetween>
  );
}
