import {
  DeleteRoleCommand,
  DeleteServiceLinkedRoleCommand,
  ListInstanceProfilesForRoleCommand,
  RemoveRoleFromInstanceProfileCommand,
} from "@aws-sdk/client-iam";
import { useNavigate } from "react-router";
import { iam } from "../aws/clients";
import { useAction } from "../parts/actions";
import { Confirm } from "../parts/Confirm";
import { ownerRole } from "../permission/owners";
import { path, to } from "../shell/paths";

/** AWS deletes a role only when nothing hangs on it; a service's own role has an operation of its own. */
async function remove(RoleName: string) {
  if (RoleName.startsWith("AWSServiceRoleFor")) {
    await iam.send(new DeleteServiceLinkedRoleCommand({ RoleName }));
    return;
  }
  const owner = ownerRole(RoleName);
  for (const { InstanceProfileName } of (await iam.send(new ListInstanceProfilesForRoleCommand({ RoleName })))
    .InstanceProfiles ?? []) {
    await iam.send(new RemoveRoleFromInstanceProfileCommand({ RoleName, InstanceProfileName }));
  }
  for (const policy of await owner.attached()) {
    await owner.detach(policy.PolicyArn ?? "");
  }
  for (const policy of await owner.inline()) {
    await owner.remove(policy);
  }
  await iam.send(new DeleteRoleCommand({ RoleName }));
}

export function DeleteRole({ name, onClose }: { name: string; onClose: () => void }) {
  const navigate = useNavigate();
  const deleting = useAction({
    does: () => remove(name),
    says: `The role ${name} is deleted.`,
    changes: ["roles", "permissions", "account"],
    then: () => void navigate(path(to.roles)),
  });
  return (
    <Confirm
      title={`Delete ${name}`}
      does="Delete"
      typed={name}
      busy={deleting.isPending}
      error={deleting.error}
      onConfirm={() => deleting.mutate(undefined)}
      onClose={onClose}
    >
      Nobody can take the role any more, and its sessions end at once. Its inline policies are gone.
    </Confirm>
  );
}
