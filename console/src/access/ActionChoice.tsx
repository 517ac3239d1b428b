import Autosuggest from "@cloudscape-design/components/autosuggest";
import FormField from "@cloudscape-design/components/form-field";
import { t } from "@lingui/core/macro";
import { useQuery } from "@tanstack/react-query";
import { catalog, service } from "../editor/catalog";
import { useWritten } from "../parts/written";
import { isAction } from "./explanation";

/** An action of the catalog: first the service, then what it has. */
export function ActionChoice({ value, onChange }: { value: string; onChange: (action: string) => void }) {
  const actions = useActions(value);
  const { isWritten, end } = useWritten(value);
  const isWrong = value !== "" && isWritten && !isAction(value);
  return (
    <FormField
      label={t`What`}
      description={t`An action, as s3:GetObject.`}
      errorText={isWrong && t`An action is a service, a colon and a name, as s3:GetObject. It has no wildcard.`}
    >
      <Autosuggest
        value={value}
        onChange={({ detail }) => onChange(detail.value)}
        onBlur={end}
        onKeyDown={({ detail }) => detail.key === "Enter" && end()}
        options={actions}
        enteredTextLabel={(text) => t`Use ${text}`}
        virtualScroll
        empty={t`No action matches`}
      />
    </FormField>
  );
}

/** What a text may become: a service's prefix, or one of its actions. */
export function useActions(text: string) {
  const prefix = text.includes(":") ? (text.split(":")[0] ?? "").toLowerCase() : undefined;
  const found = useQuery({
    queryKey: ["catalog", "actions", prefix],
    queryFn: async () => {
      if (prefix === undefined) {
        return (await catalog()).services.map((each) => ({ value: `${each.prefix}:`, description: each.name }));
      }
      return ((await service(prefix))?.actions ?? []).map((action) => ({
        value: `${prefix}:${action.name}`,
        labelTag: action.level,
      }));
    },
    staleTime: Infinity,
  });
  return found.data ?? [];
}
