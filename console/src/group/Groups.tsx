import { CreateGroupCommand, type Group, ListGroupsCommand } from "@aws-sdk/client-iam";
import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import Link from "@cloudscape-design/components/link";
import { plural, t } from "@lingui/core/macro";
import { useState } from "react";
import { useNavigate } from "react-router";
import { iam } from "../aws/clients";
import { useAction } from "../parts/actions";
import { Dialog } from "../parts/Dialog";
import { type Column, Listing } from "../parts/Listing";
import { Moment } from "../parts/Moment";
import { byTime } from "../parts/time";
import { PolicyChoice, type ChosenPolicy } from "../permission/PolicyChoice";
import { ownerGroup } from "../permission/owners";
import { path, to } from "../shell/paths";

const COLUMNS: Column<Group>[] = [
  {
    id: "name",
    header: t`Group name`,
    cell: (group) => <Link href={to.group(group.GroupName ?? "")}>{group.GroupName}</Link>,
    sortingField: "GroupName",
    isRowHeader: true,
  },
  { id: "path", header: t`Path`, cell: (group) => group.Path, sortingField: "Path" },
  {
    id: "made",
    header: t`Created`,
    cell: (group) => <Moment at={group.CreateDate} />,
    sortingComparator: (a, b) => byTime(a.CreateDate, b.CreateDate),
  },
  { id: "arn", header: "ARN", cell: (group) => group.Arn, hidden: true },
];

export default function Groups() {
  const [creating, setCreating] = useState(false);
  const create = (
    <Button variant="primary" onClick={() => setCreating(true)}>
      {t`Create group`}
    </Button>
  );
  return (
    <>
      <Listing<Group>
        id="groups"
        queryKey={["groups"]}
        title={t`Groups`}
        description={t`Users who do the same work. Attach policies to groups, and put users into them.`}
        names={{
          loading: t`Loading groups`,
          find: t`Find groups`,
          none: t`There are no groups`,
          noMatch: t`No group matches`,
          counted: (count) => plural(count, { one: "# group", other: "# groups" }),
        }}
        columns={COLUMNS}
        read={async (Marker, MaxItems) => {
          const answer = await iam.send(new ListGroupsCommand({ Marker, MaxItems }));
          return { items: answer.Groups ?? [], marker: answer.Marker };
        }}
        trackBy={(group) => group.GroupName ?? ""}
        texts={(group) => [group.GroupName, group.Path, group.GroupId]}
        actions={create}
      />
      {creating && <CreateGroup onClose={() => setCreating(false)} />}
    </>
  );
}

function CreateGroup({ onClose }: { onClose: () => void }) {
  const navigate = useNavigate();
  const [name, setName] = useState("");
  const [policies, setPolicies] = useState<ChosenPolicy[]>([]);
  const creating = useAction({
    does: async () => {
      await iam.send(new CreateGroupCommand({ GroupName: name }));
      for (const policy of policies) {
        await ownerGroup(name).attach(policy.arn);
      }
    },
    says: t`The group ${name} is made.`,
    changes: ["groups", "account", "policies"],
    then: () => {
      onClose();
      void navigate(path(to.group(name)));
    },
  });
  return (
    <Dialog
      title={t`Create group`}
      does={t`Create group`}
      ready={/^[\w+=,.@-]{1,128}$/.test(name)}
      busy={creating.isPending}
      error={creating.error}
      onSubmit={() => creating.mutate(undefined)}
      onClose={onClose}
    >
      <FormField label={t`Group name`} constraintText={t`Letters, digits and + = , . @ - _`}>
        <Input value={name} onChange={({ detail }) => setName(detail.value)} spellcheck={false} autoFocus />
      </FormField>
      <PolicyChoice chosen={policies} onChange={setPolicies} />
    </Dialog>
  );
}
