import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { t } from "@lingui/core/macro";
import { useWritten } from "../parts/written";
import { faultOfIssuer, type FieldsProps } from "./newProvider";

/** What an OpenID Connect provider is known by. */
export function IssuerFields({ form, change }: FieldsProps) {
  const { isWritten, end } = useWritten(form.url);
  return (
    <SpaceBetween size="m">
      <FormField
        label={t`Issuer’s URL`}
        description={t`As it stands in the tokens’ member iss.`}
        errorText={isWritten && faultOfIssuer(form.url)}
      >
        <Input
          value={form.url}
          type="url"
          onChange={({ detail }) => change({ url: detail.value })}
          onBlur={end}
          onKeyDown={({ detail }) => detail.key === "Enter" && end()}
          spellcheck={false}
        />
      </FormField>
      <FormField label={t`Audiences`} description={t`For whom tokens are made; several with commas.`}>
        <Input
          value={form.audiences}
          onChange={({ detail }) => change({ audiences: detail.value })}
          spellcheck={false}
        />
      </FormField>
    </SpaceBetween>
  );
}
