import { UpdateUserCommand } from "@aws-sdk/client-iam";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import { t } from "@lingui/core/macro";
import { useState } from "react";
import { useNavigate } from "react-router";
import { iam } from "../aws/clients";
import { useAction } from "../parts/actions";
import { Dialog } from "../parts/Dialog";
import { path as pathOf, to } from "../shell/paths";

/** Gives a user another name or path. Keys, groups and policies stay. */
export function EditUser({ name, path, onClose }: { name: string; path: string; onClose: () => void }) {
  const navigate = useNavigate();
  const [newName, setName] = useState(name);
  const [newPath, setPath] = useState(path);
  const renaming = useAction({
    does: () => iam.send(new UpdateUserCommand({ UserName: name, NewUserName: newName, NewPath: newPath })),
    says: t`${name} is now ${newName}.`,
    changes: ["users"],
    then: () => {
      onClose();
      void navigate(pathOf(to.user(newName)), { replace: true });
    },
  });
  return (
    <Dialog
      title={t`Rename ${name}`}
      does={t`Rename`}
      busy={renaming.isPending}
      error={renaming.error}
      ready={newName !== "" && (newName !== name || newPath !== path)}
      onSubmit={() => renaming.mutate(undefined)}
      onClose={onClose}
    >
      <FormField label={t`User name`} description={t`Policies that name the user by ARN have to be changed too.`}>
        <Input value={newName} onChange={({ detail }) => setName(detail.value)} autoFocus />
      </FormField>
      <FormField label={t`Path`} description={t`Begins and ends with a slash.`}>
        <Input value={newPath} onChange={({ detail }) => setPath(detail.value)} />
      </FormField>
    </Dialog>
  );
}
