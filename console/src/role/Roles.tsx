import { ListRolesCommand, type Role } from "@aws-sdk/client-iam";
import Button from "@cloudscape-design/components/button";
import Link from "@cloudscape-design/components/link";
import { plural, t } from "@lingui/core/macro";
import { iam } from "../aws/clients";
import { type Column, Listing } from "../parts/Listing";
import { Moment } from "../parts/Moment";
import { byTime } from "../parts/time";
import { to } from "../shell/paths";
import { trustedBy } from "./trust";

const COLUMNS: Column<Role>[] = [
  {
    id: "name",
    header: t`Role name`,
    cell: (role) => <Link href={to.role(role.RoleName ?? "")}>{role.RoleName}</Link>,
    sortingField: "RoleName",
    isRowHeader: true,
  },
  { id: "trusts", header: t`Trusts`, cell: (role) => trustedBy(role.AssumeRolePolicyDocument).join(", ") || "–" },
  { id: "description", header: t`Description`, cell: (role) => role.Description ?? "–" },
  {
    id: "made",
    header: t`Created`,
    cell: (role) => <Moment at={role.CreateDate} />,
    sortingComparator: (a, b) => byTime(a.CreateDate, b.CreateDate),
  },
  { id: "path", header: t`Path`, cell: (role) => role.Path, hidden: true },
  { id: "arn", header: "ARN", cell: (role) => role.Arn, hidden: true },
];

export default function Roles() {
  return (
    <Listing<Role>
      id="roles"
      queryKey={["roles"]}
      title={t`Roles`}
      description={t`Permissions that are taken for a while by anyone whom the role trusts. There is no key that could leak.`}
      names={{
        loading: t`Loading roles`,
        find: t`Find roles`,
        none: t`There are no roles`,
        noMatch: t`No role matches`,
        counted: (count) => plural(count, { one: "# role", other: "# roles" }),
      }}
      columns={COLUMNS}
      read={async (Marker, MaxItems) => {
        const answer = await iam.send(new ListRolesCommand({ Marker, MaxItems }));
        return { items: answer.Roles ?? [], marker: answer.Marker };
      }}
      trackBy={(role) => role.RoleName ?? ""}
      texts={(role) => [role.RoleName, role.Path, role.Description, ...trustedBy(role.AssumeRolePolicyDocument)]}
      actions={
        <Button variant="primary" href={to.createRole}>
          {t`Create role`}
        </Button>
      }
    />
  );
}
