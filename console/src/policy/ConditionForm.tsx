import AttributeEditor from "@cloudscape-design/components/attribute-editor";
import Autosuggest from "@cloudscape-design/components/autosuggest";
import Box from "@cloudscape-design/components/box";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import { t } from "@lingui/core/macro";
import type { Statement } from "./statements";

type Condition = Statement["condition"];

interface Row {
  operator: string;
  key: string;
  values: string;
}

const LABELS: Record<keyof Row, (number: number) => string> = {
  operator: (number) => t`operator of condition ${number}`,
  key: (number) => t`key of condition ${number}`,
  values: (number) => t`values of condition ${number}`,
};

const OPERATORS = [
  "StringEquals",
  "StringLike",
  "StringNotEquals",
  "Bool",
  "IpAddress",
  "NotIpAddress",
  "ArnLike",
  "DateLessThan",
  "NumericLessThan",
  "Null",
];

interface Props {
  condition: Condition;
  keys: string[];
  onChange: (condition: Condition) => void;
}

/** The conditions of a statement, a line each; several values of one are alternatives. */
export function ConditionForm({ condition, keys, onChange }: Props) {
  const rows = rowsOf(condition);
  const write = (changed: Row[]) => onChange(conditionOf(changed));
  const control = (member: keyof Row, suggestions?: string[]) => (row: Row, index: number) => {
    const props = {
      value: row[member],
      ariaLabel: LABELS[member](index + 1),
      onChange: ({ detail }: { detail: { value: string } }) =>
        write(rows.map((each, i) => (i === index ? { ...each, [member]: detail.value } : each))),
    };
    return suggestions ? (
      <Autosuggest
        {...props}
        options={suggestions.map((value) => ({ value }))}
        enteredTextLabel={(value) => value}
        virtualScroll
      />
    ) : (
      <Input {...props} spellcheck={false} />
    );
  };
  return (
    <FormField
      label={t`Conditions`}
      description={t`All of them must hold. Commas separate values, one of which must match.`}
      stretch
    >
      <AttributeEditor<Row>
        items={rows}
        addButtonText={t`Add a condition`}
        removeButtonText={t`Remove`}
        empty={<Box color="text-body-secondary">{t`There are no conditions.`}</Box>}
        onAddButtonClick={() => write([...rows, { operator: "StringEquals", key: "", values: "" }])}
        onRemoveButtonClick={({ detail }) => write(rows.filter((_, index) => index !== detail.itemIndex))}
        definition={[
          { label: t`Key`, control: control("key", keys) },
          { label: t`Operator`, control: control("operator", OPERATORS) },
          { label: t`Values`, control: control("values") },
        ]}
      />
    </FormField>
  );
}

function rowsOf(condition: Condition): Row[] {
  return Object.entries(condition ?? {}).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]) => ({ operator, key, values: [values].flat().join(", ") })),
  );
}

function conditionOf(rows: Row[]): Condition {
  if (rows.length === 0) {
    return undefined;
  }
  const condition: NonNullable<Condition> = {};
  for (const { operator, key, values } of rows) {
    const texts = values.split(",").map((value) => value.trim());
    const [first = "", ...others] = texts;
    condition[operator] = { ...condition[operator], [key]: others.length ? texts : first };
  }
  return condition;
}
