import { t } from "@lingui/core/macro";
import { Delete } from "../parts/Delete";
import { to } from "../shell/paths";
import { removeUser } from "./removal";

export function DeleteUser({ name, onClose }: { name: string; onClose: () => void }) {
  return (
    <Delete
      says={t`The user ${name} is deleted.`}
      name={name}
      does={() => removeUser(name)}
      changes={["users", "groups", "keys", "devices", "account"]}
      leads={to.users}
      onClose={onClose}
    >
      {t`The user is deleted with its password, access keys, MFA devices, other credentials, inline policies and memberships. Programs that use its keys stop at once. This cannot be undone.`}
    </Delete>
  );
}
