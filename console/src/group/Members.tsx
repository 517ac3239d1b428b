import { AddUserToGroupCommand, GetGroupCommand, RemoveUserFromGroupCommand, type User } from "@aws-sdk/client-iam";
import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import Link from "@cloudscape-design/components/link";
import { t } from "@lingui/core/macro";
import { useMemo, useState } from "react";
import { iam } from "../aws/clients";
import { useAction } from "../parts/actions";
import { Dialog } from "../parts/Dialog";
import { type Column, Listing } from "../parts/Listing";
import { Moment } from "../parts/Moment";
import { Refusal } from "../parts/Refusal";
import { to } from "../shell/paths";
import { USERS } from "../user/names";
import { UserChoice } from "../user/UserChoice";

/** The users of a group. */
export function Members({ group }: { group: string }) {
  const [adding, setAdding] = useState(false);
  const removing = useAction<User>({
    does: (user) => iam.send(new RemoveUserFromGroupCommand({ GroupName: group, UserName: user.UserName })),
    says: (user) => t`${user.UserName ?? ""} is no longer in ${group}.`,
    changes: ["groups", "permissions"],
  });
  const { mutate } = removing;
  const columns = useMemo<Column<User>[]>(
    () => [
      {
        id: "name",
        header: t`User name`,
        cell: (user) => <Link href={to.user(user.UserName ?? "")}>{user.UserName}</Link>,
        sortingField: "UserName",
        isRowHeader: true,
      },
      { id: "signedIn", header: t`Last sign-in`, cell: (user) => <Moment at={user.PasswordLastUsed} /> },
      {
        id: "actions",
        header: t`Membership`,
        cell: (user) => (
          <Button
            variant="inline-link"
            ariaLabel={t`Remove ${user.UserName ?? ""} from ${group}`}
            onClick={() => mutate(user)}
          >
            {t`Remove`}
          </Button>
        ),
      },
    ],
    [group, mutate],
  );
  return (
    <>
      <Refusal error={removing.error} />
      <Listing<User>
        id="members"
        level="h2"
        queryKey={["groups", group, "members"]}
        title={t`Users in this group`}
        names={USERS}
        columns={columns}
        read={async (Marker, MaxItems) => {
          const answer = await iam.send(new GetGroupCommand({ GroupName: group, Marker, MaxItems }));
          return { items: answer.Users ?? [], marker: answer.Marker };
        }}
        trackBy={(user) => user.UserName ?? ""}
        texts={(user) => [user.UserName]}
        actions={<Button onClick={() => setAdding(true)}>{t`Add users`}</Button>}
      />
      {adding && <AddMembers group={group} onClose={() => setAdding(false)} />}
    </>
  );
}

function AddMembers({ group, onClose }: { group: string; onClose: () => void }) {
  const [chosen, setChosen] = useState<string[]>([]);
  const adding = useAction({
    does: async () => {
      for (const UserName of chosen) {
        await iam.send(new AddUserToGroupCommand({ GroupName: group, UserName }));
      }
    },
    says: t`${chosen.join(", ")} added to ${group}.`,
    changes: ["groups", "permissions"],
    then: onClose,
  });
  return (
    <Dialog
      title={t`Add users to ${group}`}
      does={t`Add`}
      ready={chosen.length > 0}
      busy={adding.isPending}
      error={adding.error}
      onSubmit={() => adding.mutate(undefined)}
      onClose={onClose}
    >
      <FormField label={t`Users`}>
        <UserChoice chosen={chosen} onChange={setChosen} />
      </FormField>
    </Dialog>
  );
}
