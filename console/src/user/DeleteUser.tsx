import { useNavigate } from "react-router";
import { useAction } from "../parts/actions";
import { Confirm } from "../parts/Confirm";
import { path, to } from "../shell/paths";
import { removeUser } from "./removal";

export function DeleteUser({ name, onClose }: { name: string; onClose: () => void }) {
  const navigate = useNavigate();
  const deleting = useAction({
    does: () => removeUser(name),
    says: `The user ${name} is deleted.`,
    changes: ["users", "groups", "keys", "devices", "account"],
    then: () => void navigate(path(to.users)),
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
      The user is deleted with its password, access keys, MFA devices, other credentials, inline policies and
      memberships. Programs that use its keys stop at once. This cannot be undone.
    </Confirm>
  );
}
