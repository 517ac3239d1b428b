import { ListUsersCommand, type User } from "@aws-sdk/client-iam";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { t } from "@lingui/core/macro";
import { iam } from "../aws/clients";
import { type Column, Listing } from "../parts/Listing";
import { Moment } from "../parts/Moment";
import { byTime } from "../parts/time";
import { to } from "../shell/paths";
import { USERS } from "./names";

const COLUMNS: Column<User>[] = [
  {
    id: "name",
    header: t`User name`,
    cell: (user) => <Link href={to.user(user.UserName ?? "")}>{user.UserName}</Link>,
    sortingField: "UserName",
    isRowHeader: true,
  },
  { id: "path", header: t`Path`, cell: (user) => user.Path, sortingField: "Path" },
  {
    id: "signedIn",
    header: t`Last sign-in`,
    cell: (user) => <Moment at={user.PasswordLastUsed} />,
    sortingComparator: (a, b) => byTime(a.PasswordLastUsed, b.PasswordLastUsed),
  },
  {
    id: "made",
    header: t`Created`,
    cell: (user) => <Moment at={user.CreateDate} />,
    sortingComparator: (a, b) => byTime(a.CreateDate, b.CreateDate),
  },
  { id: "id", header: t`Unique ID`, cell: (user) => user.UserId, hidden: true },
  { id: "arn", header: "ARN", cell: (user) => user.Arn, hidden: true },
];

const CREATE = (
  <Button variant="primary" href={to.createUser}>
    {t`Create user`}
  </Button>
);

export default function Users() {
  return (
    <Listing<User>
      id="users"
      queryKey={["users"]}
      title={t`Users`}
      description={t`People and programs with credentials of their own. For programs, a role is often better: it needs no key.`}
      names={USERS}
      columns={COLUMNS}
      read={readUsers}
      trackBy={(user) => user.UserName ?? ""}
      texts={(user) => [user.UserName, user.Path, user.UserId]}
      actions={CREATE}
      empty={
        <SpaceBetween size="s">
          <Box>{t`There are no users yet. A user has a sign-in to this console, access keys, or both.`}</Box>
          {CREATE}
        </SpaceBetween>
      }
    />
  );
}

async function readUsers(marker: string | undefined, max: number) {
  const answer = await iam.send(new ListUsersCommand({ Marker: marker, MaxItems: max }));
  return { items: answer.Users ?? [], marker: answer.Marker };
}
