import {
  AddRoleToInstanceProfileCommand,
  ListRolesCommand,
  RemoveRoleFromInstanceProfileCommand,
} from "@aws-sdk/client-iam";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Autosuggest from "@cloudscape-design/components/autosuggest";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import { t } from "@lingui/core/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { iam } from "../aws/clients";
import { useAction } from "../parts/actions";
import { Confirm } from "../parts/Confirm";
import { Dialog } from "../parts/Dialog";
import { to } from "../shell/paths";

interface Props {
  profile: string;
  role: string | undefined;
}

/** The one role that an instance profile may have. */
export function ProfileRole({ profile, role }: Props) {
  const [asking, setAsking] = useState<"add" | "remove">();
  const close = () => setAsking(undefined);
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={t`An instance profile has one at most. The role must trust the service that runs the machine.`}
          actions={
            role ? (
              <Button onClick={() => setAsking("remove")}>{t`Take the role away`}</Button>
            ) : (
              <Button onClick={() => setAsking("add")}>{t`Give it a role`}</Button>
            )
          }
        >
          {t`Role`}
        </Header>
      }
    >
      {role ? (
        <Link href={to.role(role)}>{role}</Link>
      ) : (
        <Box color="text-body-secondary">{t`It has no role, so machines get no credentials by it.`}</Box>
      )}
      {asking === "add" && <AddRole profile={profile} onClose={close} />}
      {asking === "remove" && role && <RemoveRole profile={profile} role={role} onClose={close} />}
    </Container>
  );
}

function AddRole({ profile, onClose }: { profile: string; onClose: () => void }) {
  const [role, setRole] = useState("");
  const roles = useQuery({
    queryKey: ["roles", "names"],
    queryFn: async () => (await iam.send(new ListRolesCommand({ MaxItems: 200 }))).Roles ?? [],
  });
  const adding = useAction({
    does: () => iam.send(new AddRoleToInstanceProfileCommand({ InstanceProfileName: profile, RoleName: role })),
    says: t`Machines with the profile ${profile} get the role ${role}.`,
    changes: ["profiles"],
    then: onClose,
  });
  return (
    <Dialog
      title={t`Give ${profile} a role`}
      does={t`Give it the role`}
      ready={/^[\w+=,.@-]{1,64}$/.test(role)}
      busy={adding.isPending}
      error={adding.error}
      onSubmit={() => adding.mutate(undefined)}
      onClose={onClose}
    >
      <FormField
        label={t`Role`}
        description={roles.isError ? t`You may not list roles: type the role’s name.` : t`Begin to type its name.`}
      >
        <Autosuggest
          value={role}
          onChange={({ detail }) => setRole(detail.value)}
          options={(roles.data ?? []).map(({ RoleName = "" }) => ({ value: RoleName }))}
          enteredTextLabel={(text) => t`The role ${text}`}
          empty={t`There are no roles.`}
          ariaLabel={t`Role`}
        />
      </FormField>
    </Dialog>
  );
}

function RemoveRole({ profile, role, onClose }: { profile: string; role: string; onClose: () => void }) {
  const removing = useAction({
    does: () => iam.send(new RemoveRoleFromInstanceProfileCommand({ InstanceProfileName: profile, RoleName: role })),
    says: t`The profile ${profile} has no role any more.`,
    changes: ["profiles"],
    then: onClose,
  });
  return (
    <Confirm
      title={t`Take the role from ${profile}`}
      does={t`Take it away`}
      busy={removing.isPending}
      error={removing.error}
      onConfirm={() => removing.mutate(undefined)}
      onClose={onClose}
    >
      {t`Machines with this profile get no new credentials. Those that they have go on to their end, unless you end the role’s sessions.`}
    </Confirm>
  );
}
