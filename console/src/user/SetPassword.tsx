import { CreateLoginProfileCommand, UpdateLoginProfileCommand } from "@aws-sdk/client-iam";
import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Checkbox from "@cloudscape-design/components/checkbox";
import { t } from "@lingui/core/macro";
import { useState } from "react";
import { iam } from "../aws/clients";
import { useAction } from "../parts/actions";
import { Dialog } from "../parts/Dialog";
import { Secret } from "../parts/Secret";
import { ShownOnce } from "../parts/ShownOnce";
import { type ChosenPassword, newPassword, PasswordChoice } from "./PasswordChoice";

interface Props {
  name: string;
  replaces: boolean;
  onClose: () => void;
}

/** Gives a user a password, and shows it once. */
export function SetPassword({ name, replaces, onClose }: Props) {
  const [chosen, setChosen] = useState<ChosenPassword>({ generated: true, text: newPassword() });
  const [change, setChange] = useState(true);
  const [done, setDone] = useState(false);
  const [taken, setTaken] = useState(false);
  const setting = useAction({
    does: () => {
      const input = { UserName: name, Password: chosen.text, PasswordResetRequired: change };
      return replaces ? iam.send(new UpdateLoginProfileCommand(input)) : iam.send(new CreateLoginProfileCommand(input));
    },
    changes: ["users", "account"],
    then: () => setDone(true),
  });
  if (done) {
    return (
      <ShownOnce
        title={t`${name} can sign in`}
        taken={taken || !chosen.generated}
        lost={t`You have neither seen nor copied the password.`}
        onClose={onClose}
      >
        <Alert type="warning">{t`This is the only time that the password can be seen.`}</Alert>
        <Secret text={chosen.text} of="password" onTaken={() => setTaken(true)} />
      </ShownOnce>
    );
  }
  return (
    <Dialog
      title={replaces ? t`Set another password for ${name}` : t`Allow ${name} to sign in`}
      does={t`Set the password`}
      ready={chosen.text !== ""}
      busy={setting.isPending}
      error={setting.error}
      onSubmit={() => setting.mutate(undefined)}
      onClose={onClose}
    >
      <PasswordChoice chosen={chosen} onChange={setChosen} />
      <Checkbox checked={change} onChange={({ detail }) => setChange(detail.checked)}>
        {t`${name} has to choose another password at the next sign-in`}
      </Checkbox>
      {change && (
        <Box color="text-body-secondary" fontSize="body-s">
          {t`${name} needs the right to change their own password: the policy IAMUserChangePassword, or the account’s password policy.`}
        </Box>
      )}
    </Dialog>
  );
}
