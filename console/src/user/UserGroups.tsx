import {
  AddUserToGroupCommand,
  type Group,
  ListGroupsForUserCommand,
  RemoveUserFromGroupCommand,
} from "@aws-sdk/client-iam";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Table from "@cloudscape-design/components/table";
import { t } from "@lingui/core/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { iam } from "../aws/clients";
import { GroupChoice } from "../group/GroupChoice";
import { useAction } from "../parts/actions";
import { Dialog } from "../parts/Dialog";
import { Refusal } from "../parts/Refusal";
import { to } from "../shell/paths";

/** The groups of a user. */
export function UserGroups({ name }: { name: string }) {
  const [adding, setAdding] = useState(false);
  const groups = useQuery({
    queryKey: ["groups", "of", name],
    queryFn: async () =>
      (await iam.send(new ListGroupsForUserCommand({ UserName: name, MaxItems: 1000 }))).Groups ?? [],
  });
  const leaving = useAction<Group>({
    does: (group) => iam.send(new RemoveUserFromGroupCommand({ UserName: name, GroupName: group.GroupName })),
    says: (group) => t`${name} is no longer in ${group.GroupName ?? ""}.`,
    changes: ["groups", "permissions"],
  });
  return (
    <SpaceBetween size="m">
      <Refusal error={leaving.error} />
      <Table<Group>
        ariaLabels={{ tableLabel: t`Groups` }}
        header={
          <Header
            variant="h2"
            counter={groups.data && `(${groups.data.length})`}
            actions={<Button onClick={() => setAdding(true)}>{t`Add to groups`}</Button>}
          >
            {t`Groups`}
          </Header>
        }
        loading={groups.isPending}
        loadingText={t`Loading groups`}
        items={groups.data ?? []}
        empty={groups.isError ? <Refusal error={groups.error} /> : <Box>{t`${name} is in no group.`}</Box>}
        columnDefinitions={[
          {
            id: "name",
            header: t`Group`,
            isRowHeader: true,
            cell: (group) => <Link href={to.group(group.GroupName ?? "")}>{group.GroupName}</Link>,
          },
          { id: "path", header: t`Path`, cell: (group) => group.Path },
          {
            id: "remove",
            header: t`Membership`,
            cell: (group) => (
              <Button
                variant="inline-link"
                ariaLabel={t`Remove ${name} from ${group.GroupName ?? ""}`}
                onClick={() => leaving.mutate(group)}
              >
                {t`Remove`}
              </Button>
            ),
          },
        ]}
      />
      {adding && (
        <AddToGroups
          name={name}
          already={(groups.data ?? []).map((group) => group.GroupName ?? "")}
          onClose={() => setAdding(false)}
        />
      )}
    </SpaceBetween>
  );
}

function AddToGroups({ name, already, onClose }: { name: string; already: string[]; onClose: () => void }) {
  const [chosen, setChosen] = useState<string[]>([]);
  const adding = useAction({
    does: async () => {
      for (const group of chosen) {
        await iam.send(new AddUserToGroupCommand({ UserName: name, GroupName: group }));
      }
    },
    says: t`${name} is now in ${chosen.join(", ")}.`,
    changes: ["groups", "permissions"],
    then: onClose,
  });
  return (
    <Dialog
      title={t`Add ${name} to groups`}
      does={t`Add`}
      ready={chosen.length > 0}
      busy={adding.isPending}
      error={adding.error}
      onSubmit={() => adding.mutate(undefined)}
      onClose={onClose}
    >
      <GroupChoice chosen={chosen} without={already} onChange={setChosen} />
    </Dialog>
  );
}
