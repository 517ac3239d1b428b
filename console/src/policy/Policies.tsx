import { ListPoliciesCommand, type Policy, type PolicyScopeType } from "@aws-sdk/client-iam";
import Button from "@cloudscape-design/components/button";
import Link from "@cloudscape-design/components/link";
import Select from "@cloudscape-design/components/select";
import { plural, t } from "@lingui/core/macro";
import { useSearchParams } from "react-router";
import { iam } from "../aws/clients";
import { type Column, Listing } from "../parts/Listing";
import { Moment } from "../parts/Moment";
import { byTime } from "../parts/time";
import { to } from "../shell/paths";

const COLUMNS: Column<Policy>[] = [
  {
    id: "name",
    header: t`Policy name`,
    cell: (policy) => <Link href={to.policy(policy.Arn ?? "")}>{policy.PolicyName}</Link>,
    sortingField: "PolicyName",
    isRowHeader: true,
  },
  { id: "kind", header: t`Kind`, cell: (policy) => (isAws(policy) ? t`AWS managed` : t`Customer managed`) },
  {
    id: "used",
    header: t`Attached to`,
    cell: (policy) => policy.AttachmentCount ?? 0,
    sortingField: "AttachmentCount",
  },
  {
    id: "changed",
    header: t`Changed`,
    cell: (policy) => <Moment at={policy.UpdateDate} />,
    sortingComparator: (a, b) => byTime(a.UpdateDate, b.UpdateDate),
  },
  { id: "version", header: t`Version`, cell: (policy) => policy.DefaultVersionId, hidden: true },
  { id: "arn", header: "ARN", cell: (policy) => policy.Arn, hidden: true },
];

const SCOPES: { value: PolicyScopeType; label: string }[] = [
  { value: "All", label: t`All policies` },
  { value: "Local", label: t`The account’s own` },
  { value: "AWS", label: t`AWS managed` },
];

export default function Policies() {
  const [search, setSearch] = useSearchParams();
  const scope = SCOPES.find(({ value }) => value === search.get("scope")) ?? {
    value: "All" as const,
    label: t`All policies`,
  };
  return (
    <Listing<Policy>
      id="policies"
      queryKey={["policies", scope.value]}
      title={t`Policies`}
      description={t`Documents that allow or deny actions on resources. They count where they are attached.`}
      names={{
        loading: t`Loading policies`,
        find: t`Find policies`,
        none: t`There are no policies`,
        noMatch: t`No policy matches`,
        counted: (count) => plural(count, { one: "# policy", other: "# policies" }),
      }}
      columns={COLUMNS}
      read={async (Marker, MaxItems) => {
        const answer = await iam.send(new ListPoliciesCommand({ Scope: scope.value, Marker, MaxItems }));
        return { items: answer.Policies ?? [], marker: answer.Marker };
      }}
      trackBy={(policy) => policy.Arn ?? ""}
      texts={(policy) => [policy.PolicyName, policy.Arn]}
      filters={
        <Select
          ariaLabel={t`Which policies`}
          selectedOption={scope}
          options={SCOPES}
          onChange={({ detail }) =>
            setSearch(
              (before) => {
                before.set("scope", detail.selectedOption.value ?? "All");
                return before;
              },
              { replace: true },
            )
          }
        />
      }
      actions={
        <Button variant="primary" href={to.createPolicy}>
          {t`Create policy`}
        </Button>
      }
    />
  );
}

export function isAws(policy: { Arn?: string | undefined }): boolean {
  return /^arn:[^:]+:iam::aws:/.test(policy.Arn ?? "");
}
