import {
  DeleteRoleCommand,
  DeleteServiceLinkedRoleCommand,
  ListInstanceProfilesForRoleCommand,
  RemoveRoleFromInstanceProfileCommand,
} from "@aws-sdk/client-iam";
import { t } from "@lingui/core/macro";
import { iam } from "../aws/clients";
import { Delete } from "../parts/Delete";
import { ownerRole, removePolicies } from "../permission/owners";
import { to } from "../shell/paths";

/** AWS deletes a role only when nothing hangs on it; a service's own role has an operation of its own. */
async function remove(RoleName: string) {
  if (RoleName.startsWith("AWSServiceRoleFor")) {
    await iam.send(new DeleteServiceLinkedRoleCommand({ RoleName }));
    return;
  }
  for (const { InstanceProfileName } of (await iam.send(new ListInstanceProfilesForRoleCommand({ RoleName })))
    .InstanceProfiles ?? []) {
    await iam.send(new RemoveRoleFromInstanceProfileCommand({ RoleName, InstanceProfileName }));
  }
  await removePolicies(ownerRole(RoleName));
  await iam.send(new DeleteRoleCommand({ RoleName }));
}

export function DeleteRole({ name, onClose }: { name: string; onClose: () => void }) {
  return (
    <Delete
      says={t`The role ${name} is deleted.`}
      name={name}
      does={() => remove(name)}
      changes={["roles", "permissions", "account"]}
      leads={to.roles}
      onClose={onClose}
    >
      {t`Nobody can take the role any more, and its sessions end at once. Its inline policies are gone.`}
    </Delete>
  );
}
