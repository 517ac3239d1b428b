import { type Role, UpdateRoleCommand } from "@aws-sdk/client-iam";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import Slider from "@cloudscape-design/components/slider";
import { t } from "@lingui/core/macro";
import { useState } from "react";
import { iam } from "../aws/clients";
import { useAction } from "../parts/actions";
import { Dialog } from "../parts/Dialog";

/** Changes what a role is said to be for, and how long its sessions last. */
export function EditRole({ role, onClose }: { role: Role; onClose: () => void }) {
  const [description, setDescription] = useState(role.Description ?? "");
  const [hours, setHours] = useState(Math.round((role.MaxSessionDuration ?? 3600) / 3600));
  const saving = useAction({
    does: () =>
      iam.send(
        new UpdateRoleCommand({
          RoleName: role.RoleName,
          Description: description,
          MaxSessionDuration: hours * 3600,
        }),
      ),
    says: t`${role.RoleName ?? ""} is changed.`,
    changes: ["roles"],
    then: onClose,
  });
  return (
    <Dialog
      title={t`Edit ${role.RoleName ?? ""}`}
      does={t`Save`}
      busy={saving.isPending}
      error={saving.error}
      onSubmit={() => saving.mutate(undefined)}
      onClose={onClose}
    >
      <FormField label={t`Description`}>
        <Input value={description} onChange={({ detail }) => setDescription(detail.value)} />
      </FormField>
      <FormField label={t`Longest session`} description={t`In hours. One that takes the role may ask for less.`}>
        <Slider
          value={hours}
          min={1}
          max={12}
          step={1}
          onChange={({ detail }) => setHours(detail.value)}
          valueFormatter={(value) => t`${value} h`}
        />
      </FormField>
    </Dialog>
  );
}
