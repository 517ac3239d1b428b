import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import { t } from "@lingui/core/macro";
import { useWritten } from "../parts/written";
import { isResource } from "./explanation";

/** What an action is asked about. */
export function ResourceField({ value, onChange }: { value: string; onChange: (resource: string) => void }) {
  const { isWritten, end } = useWritten(value);
  const isWrong = value !== "" && isWritten && !isResource(value);
  return (
    <FormField
      label={t`On what`}
      description={t`A resource’s ARN, or * for any.`}
      errorText={isWrong && t`This is not an ARN, such as arn:aws:s3:::logs/today.`}
    >
      <Input
        value={value}
        spellcheck={false}
        onChange={({ detail }) => onChange(detail.value)}
        onBlur={end}
        onKeyDown={({ detail }) => detail.key === "Enter" && end()}
      />
    </FormField>
  );
}
