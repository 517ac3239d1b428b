import AttributeEditor from "@cloudscape-design/components/attribute-editor";
import Autosuggest from "@cloudscape-design/components/autosuggest";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import ColumnLayout from "@cloudscape-design/components/column-layout";
import ExpandableSection from "@cloudscape-design/components/expandable-section";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { t } from "@lingui/core/macro";
import { useState } from "react";
import { ActionChoice } from "./ActionChoice";
import { isAction, isResource, type Question } from "./explanation";
import { usePrincipals } from "./principals";
import { ResourceField } from "./ResourceField";

interface Props {
  question: Question;
  onChange: (question: Question) => void;
  onAsk: () => void;
  busy: boolean;
  does: string;
  /** Whether it is asked about everybody. */
  everybody?: boolean;
}

/** Asks who, what, on what, and under which circumstances. */
export function QuestionForm({ question, onChange, onAsk, busy, does, everybody = false }: Props) {
  const change = (members: Partial<Question>) => onChange({ ...question, ...members });
  const principals = usePrincipals(!everybody);
  const ready = (everybody || question.principal !== "") && isAction(question.action) && isResource(question.resource);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) {
          onAsk();
        }
      }}
    >
      <SpaceBetween size="m">
        <ColumnLayout columns={everybody ? 2 : 3} minColumnWidth={240}>
          {!everybody && (
            <FormField label={t`Who`} description={t`A user or a role, by ARN.`}>
              <Autosuggest
                value={question.principal}
                onChange={({ detail }) => change({ principal: detail.value })}
                options={principals.options}
                statusType={principals.pending ? "loading" : "finished"}
                loadingText={t`Loading users and roles`}
                enteredTextLabel={(value) => t`Use ${value}`}
                virtualScroll
              />
            </FormField>
          )}
          <ActionChoice value={question.action} onChange={(action) => change({ action })} />
          <ResourceField value={question.resource} onChange={(resource) => change({ resource })} />
        </ColumnLayout>
        <ExpandableSection headerText={t`Circumstances: condition keys`}>
          <Circumstances context={question.context ?? {}} onChange={(context) => change({ context })} />
        </ExpandableSection>
        <Button variant="primary" formAction="submit" loading={busy} disabled={!ready}>
          {does}
        </Button>
      </SpaceBetween>
    </form>
  );
}

interface CircumstancesProps {
  context: Record<string, string[]>;
  onChange: (context: Record<string, string[]>) => void;
}

function Circumstances({ context, onChange }: CircumstancesProps) {
  const [rows, setRows] = useState(() =>
    Object.entries(context).map(([key, values]) => ({ key, values: values.join(", ") })),
  );
  const write = (changed: typeof rows) => {
    setRows(changed);
    onChange(
      Object.fromEntries(changed.filter(({ key }) => key).map(({ key, values }) => [key, values.split(/,\s*/)])),
    );
  };
  const control = (member: "key" | "values") => (row: (typeof rows)[number], index: number) => (
    <Input
      value={row[member]}
      ariaLabel={member === "key" ? t`key ${index + 1}` : t`values ${index + 1}`}
      spellcheck={false}
      onChange={({ detail }) =>
        write(rows.map((each, i) => (i === index ? { ...each, [member]: detail.value } : each)))
      }
    />
  );
  return (
    <AttributeEditor
      items={rows}
      addButtonText={t`Add a key`}
      removeButtonText={t`Remove`}
      empty={<Box color="text-body-secondary">{t`Without any, only who asks is known.`}</Box>}
      onAddButtonClick={() => write([...rows, { key: "", values: "" }])}
      onRemoveButtonClick={({ detail }) => write(rows.filter((_, index) => index !== detail.itemIndex))}
      definition={[
        { label: t`Key, as aws:SourceIp`, control: control("key") },
        { label: t`Values`, control: control("values") },
      ]}
    />
  );
}
