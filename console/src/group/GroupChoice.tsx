import { ListGroupsCommand } from "@aws-sdk/client-iam";
import FormField from "@cloudscape-design/components/form-field";
import Multiselect from "@cloudscape-design/components/multiselect";
import { t } from "@lingui/core/macro";
import { useQuery } from "@tanstack/react-query";
import { iam } from "../aws/clients";
import { Refusal } from "../parts/Refusal";

interface Props {
  chosen: string[];
  /** Groups that are not offered. */
  without?: string[];
  onChange: (groups: string[]) => void;
}

/** Groups of the account, by name. */
export function GroupChoice({ chosen, without = [], onChange }: Props) {
  const groups = useQuery({
    queryKey: ["groups", "names"],
    queryFn: async () => (await iam.send(new ListGroupsCommand({ MaxItems: 1000 }))).Groups ?? [],
  });
  return (
    <>
      <FormField label={t`Groups`} description={t`Members of a group have its permissions.`}>
        <Multiselect
          selectedOptions={chosen.map((name) => ({ label: name, value: name }))}
          options={(groups.data ?? [])
            .map((group) => group.GroupName ?? "")
            .filter((name) => !without.includes(name))
            .map((name) => ({ label: name, value: name }))}
          onChange={({ detail }) => onChange(detail.selectedOptions.flatMap((option) => option.value ?? []))}
          filteringType="auto"
          placeholder={t`Choose groups`}
          empty={t`There are no other groups`}
          statusType={groups.isPending ? "loading" : "finished"}
          loadingText={t`Loading groups`}
          deselectAriaLabel={(option) => t`Take ${option.label ?? ""} away`}
        />
      </FormField>
      <Refusal error={groups.error} />
    </>
  );
}
