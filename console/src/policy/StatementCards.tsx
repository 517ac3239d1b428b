import Alert from "@cloudscape-design/components/alert";
import Badge from "@cloudscape-design/components/badge";
import Box from "@cloudscape-design/components/box";
import ExpandableSection from "@cloudscape-design/components/expandable-section";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { t } from "@lingui/core/macro";
import { inWords, readStatements, type Statement } from "./statements";

/** The statements of a document, each in words with its parts below. */
export function StatementCards({ document }: { document: string }) {
  const read = readStatements(document);
  if (!read) {
    return <Alert type="info">{t`This document cannot be shown in words. Look at its JSON.`}</Alert>;
  }
  return (
    <SpaceBetween size="s">
      {read.statements.map((statement, index) => (
        <ExpandableSection
          key={index}
          variant="stacked"
          defaultExpanded={read.statements.length <= 3}
          headerText={
            <>
              <Badge color={statement.effect === "Allow" ? "green" : "red"}>{statement.effect}</Badge> {statement.sid}
            </>
          }
          headerDescription={
            statement.condition
              ? t`This statement ${inWords(statement)}, under conditions.`
              : t`This statement ${inWords(statement)}.`
          }
        >
          <Parts statement={statement} />
        </ExpandableSection>
      ))}
    </SpaceBetween>
  );
}

function Parts({ statement }: { statement: Statement }) {
  const conditions = Object.entries(statement.condition ?? {}).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]) => `${key} ${operator} ${[values].flat().join(t` or `)}`),
  );
  return (
    <KeyValuePairs
      columns={3}
      items={[
        {
          label: statement.notActions ? t`All actions but` : t`Actions`,
          value: <Lines texts={statement.actions} />,
        },
        {
          label: statement.notResources ? t`All resources but` : t`Resources`,
          value: <Lines texts={statement.resources} />,
        },
        { label: t`Conditions, all of which must hold`, value: <Lines texts={conditions} /> },
        ...(statement.principal === undefined
          ? []
          : [
              {
                label: statement.notPrincipal ? t`Everybody but` : t`Who`,
                value: <span className="secret">{JSON.stringify(statement.principal)}</span>,
              },
            ]),
      ]}
    />
  );
}

function Lines({ texts }: { texts: string[] }) {
  if (texts.length === 0) {
    return t`None`;
  }
  return (
    <>
      {texts.map((text) => (
        <Box key={text} variant="div">
          <span className="secret">{text}</span>
        </Box>
      ))}
    </>
  );
}
