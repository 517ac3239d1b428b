import { CreateInstanceProfileCommand, type InstanceProfile, ListInstanceProfilesCommand } from "@aws-sdk/client-iam";
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
import { path, to } from "../shell/paths";

const rolesOf = (profile: InstanceProfile) => (profile.Roles ?? []).map((role) => role.RoleName ?? "");

const COLUMNS: Column<InstanceProfile>[] = [
  {
    id: "name",
    header: t`Instance profile`,
    cell: (profile) => (
      <Link href={to.instanceProfile(profile.InstanceProfileName ?? "")}>{profile.InstanceProfileName}</Link>
    ),
    sortingField: "InstanceProfileName",
    isRowHeader: true,
  },
  {
    id: "role",
    header: t`Role`,
    cell: (profile) =>
      rolesOf(profile).map((role) => (
        <Link key={role} href={to.role(role)}>
          {role}
        </Link>
      ))[0] ?? "–",
    sortingComparator: (a, b) => (rolesOf(a)[0] ?? "").localeCompare(rolesOf(b)[0] ?? ""),
  },
  { id: "path", header: t`Path`, cell: (profile) => profile.Path, sortingField: "Path" },
  {
    id: "made",
    header: t`Created`,
    cell: (profile) => <Moment at={profile.CreateDate} />,
    sortingComparator: (a, b) => byTime(a.CreateDate, b.CreateDate),
  },
  { id: "arn", header: "ARN", cell: (profile) => profile.Arn, hidden: true },
];

export default function InstanceProfiles() {
  const [creating, setCreating] = useState(false);
  return (
    <>
      <Listing<InstanceProfile>
        id="profiles"
        queryKey={["profiles"]}
        title={t`Instance profiles`}
        description={t`What gives a machine a role: the machine gets the role’s credentials, and there is no key to keep.`}
        names={{
          loading: t`Loading instance profiles`,
          find: t`Find instance profiles`,
          none: t`There are no instance profiles`,
          noMatch: t`No instance profile matches`,
          counted: (count) => plural(count, { one: "# instance profile", other: "# instance profiles" }),
        }}
        columns={COLUMNS}
        read={async (Marker, MaxItems) => {
          const answer = await iam.send(new ListInstanceProfilesCommand({ Marker, MaxItems }));
          return { items: answer.InstanceProfiles ?? [], marker: answer.Marker };
        }}
        trackBy={(profile) => profile.InstanceProfileName ?? ""}
        texts={(profile) => [profile.InstanceProfileName, profile.Path, ...rolesOf(profile)]}
        actions={
          <Button variant="primary" onClick={() => setCreating(true)}>
            {t`Create instance profile`}
          </Button>
        }
      />
      {creating && <CreateInstanceProfile onClose={() => setCreating(false)} />}
    </>
  );
}

function CreateInstanceProfile({ onClose }: { onClose: () => void }) {
  const navigate = useNavigate();
  const [name, setName] = useState("");
  const creating = useAction({
    does: () => iam.send(new CreateInstanceProfileCommand({ InstanceProfileName: name })),
    says: t`The instance profile ${name} is made. Now give it a role.`,
    changes: ["profiles", "account"],
    then: () => {
      onClose();
      void navigate(path(to.instanceProfile(name)));
    },
  });
  return (
    <Dialog
      title={t`Create instance profile`}
      does={t`Create instance profile`}
      ready={/^[\w+=,.@-]{1,128}$/.test(name)}
      busy={creating.isPending}
      error={creating.error}
      onSubmit={() => creating.mutate(undefined)}
      onClose={onClose}
    >
      <FormField label={t`Name of the instance profile`} constraintText={t`Letters, digits and + = , . @ - _`}>
        <Input value={name} onChange={({ detail }) => setName(detail.value)} spellcheck={false} autoFocus />
      </FormField>
    </Dialog>
  );
}
