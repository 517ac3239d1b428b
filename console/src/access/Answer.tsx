import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { t } from "@lingui/core/macro";
import { CopyButton } from "../parts/Copy";
import { to } from "../shell/paths";
import { DECISIONS, type Explanation, type Question } from "./explanation";
import { PathGraph } from "./PathGraph";
import { StatementInPolicy } from "./StatementInPolicy";

/** A decision with everything that led to it. */
export function Answer({ question, explanation }: { question: Question; explanation: Explanation }) {
  const { decision, reason, statements, path, missing, layers } = explanation;
  const { type, says } = DECISIONS[decision];
  return (
    <SpaceBetween size="l">
      <Container
        header={
          <Header variant="h2" actions={<Button href={to.whoCan(question)}>{t`Who else can do this?`}</Button>}>
            <StatusIndicator type={type}>{says}</StatusIndicator>
          </Header>
        }
      >
        <SpaceBetween size="m">
          <Box>{reason}</Box>
          {path.length > 0 && <PathGraph path={path} decision={decision} />}
          {layers.length > 0 && (
            <KeyValuePairs columns={4} items={layers.map((layer) => ({ label: layer.name, value: layer.decision }))} />
          )}
        </SpaceBetween>
      </Container>
      {statements.map((statement, index) => (
        <StatementInPolicy key={index} statement={statement} />
      ))}
      {missing && <Missing document={missing.document} question={question} />}
    </SpaceBetween>
  );
}

function Missing({ document, question }: { document: string; question: Question }) {
  const asked = t`${question.principal} may not ${question.action} on ${question.resource}.\nThis policy would allow it:`;
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={t`The shortest policy that would allow it, and nothing more.`}
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              <CopyButton text={`${asked}\n\n${document}`}>{t`Copy a note to an administrator`}</CopyButton>
              <Button
                href={`${to.createPolicy}?document=${encodeURIComponent(document)}`}
              >{t`Make this policy`}</Button>
            </SpaceBetween>
          }
        >
          {t`What is missing`}
        </Header>
      }
    >
      <pre className="document" tabIndex={0}>
        {document}
      </pre>
    </Container>
  );
}
