import {
  ListPoliciesCommand,
  type ListPoliciesCommandInput,
  type Policy,
  type PolicyScopeType,
} from "@aws-sdk/client-iam";
import FormField from "@cloudscape-design/components/form-field";
import Multiselect from "@cloudscape-design/components/multiselect";
import { t } from "@lingui/core/macro";
import { useQuery } from "@tanstack/react-query";
import { iam } from "../aws/clients";
import { Refusal } from "../parts/Refusal";

export interface ChosenPolicy {
  name: string;
  arn: string;
}

interface Props {
  chosen: ChosenPolicy[];
  without?: string[];
  onChange: (chosen: ChosenPolicy[]) => void;
  label?: string;
  description?: string;
}

/** All managed policies that there are, the account's own first. AWS has over a thousand. */
export async function readPolicies(Scope: PolicyScopeType): Promise<Policy[]> {
  const found: Policy[] = [];
  const input: ListPoliciesCommandInput = { Scope, MaxItems: 1000 };
  do {
    const answer = await iam.send(new ListPoliciesCommand(input));
    found.push(...(answer.Policies ?? []));
    input.Marker = answer.Marker;
  } while (input.Marker);
  return found;
}

export function useAllPolicies() {
  return useQuery({
    queryKey: ["policies", "choice"],
    queryFn: async () => [...(await readPolicies("Local")), ...(await readPolicies("AWS"))],
    staleTime: 300_000,
  });
}

/** Managed policies, found by name. */
export function PolicyChoice({ chosen, without = [], onChange, label = t`Policies`, description }: Props) {
  const policies = useAllPolicies();
  return (
    <>
      <FormField label={label} description={description ?? t`The account’s own come first, then those of AWS.`} stretch>
        <Multiselect
          selectedOptions={chosen.map((policy) => ({ label: policy.name, value: policy.arn }))}
          options={(policies.data ?? [])
            .filter((policy) => !without.includes(policy.Arn ?? ""))
            .map((policy) => ({
              label: policy.PolicyName ?? "",
              value: policy.Arn ?? "",
              labelTag: policy.Arn?.includes(":iam::aws:") ? "AWS" : t`own`,
            }))}
          onChange={({ detail }) =>
            onChange(
              detail.selectedOptions.map((option) => ({
                name: option.label ?? "",
                arn: option.value ?? "",
              })),
            )
          }
          filteringType="auto"
          virtualScroll
          placeholder={t`Choose policies`}
          empty={t`No policy matches`}
          statusType={policies.isPending ? "loading" : "finished"}
          loadingText={t`Loading policies`}
          deselectAriaLabel={(option) => t`Take ${option.label ?? ""} away`}
        />
      </FormField>
      <Refusal error={policies.error} />
    </>
  );
}
