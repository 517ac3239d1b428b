import Autosuggest from "@cloudscape-design/components/autosuggest";
import FormField from "@cloudscape-design/components/form-field";
import SpaceBetween from "@cloudscape-design/components/space-between";
import TokenGroup from "@cloudscape-design/components/token-group";
import { t } from "@lingui/core/macro";
import { useState } from "react";

interface Props {
  label: string;
  values: string[];
  suggestions: { value: string; note: string }[];
  onChange: (values: string[]) => void;
}

/** A list of texts to which one is added at a time, typed or chosen. */
export function TokenList({ label, values, suggestions, onChange }: Props) {
  const [text, setText] = useState("");
  const shown = values.filter(Boolean);
  function add(value: string) {
    if (value.trim() && !shown.includes(value.trim())) {
      onChange([...shown, value.trim()]);
    }
    setText("");
  }
  return (
    <FormField label={label} description={t`Choose one, or type one and press Enter. * and ? are wildcards.`} stretch>
      <SpaceBetween size="xs">
        <Autosuggest
          value={text}
          onChange={({ detail }) => setText(detail.value)}
          onSelect={({ detail }) => add(detail.value)}
          onKeyDown={({ detail }) => {
            if (detail.key === "Enter") {
              add(text);
            }
          }}
          options={suggestions.map(({ value, note }) => ({ value, labelTag: note }))}
          enteredTextLabel={(value) => t`Add ${value}`}
          virtualScroll
          empty={t`Nothing to choose from: type it`}
        />
        <TokenGroup
          items={shown.map((value) => ({ label: value, dismissLabel: t`Remove ${value}` }))}
          onDismiss={({ detail }) => onChange(shown.filter((_, index) => index !== detail.itemIndex))}
        />
      </SpaceBetween>
    </FormField>
  );
}
