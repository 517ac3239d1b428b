import { ChangePasswordCommand } from "@aws-sdk/client-iam";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Input from "@cloudscape-design/components/input";
import { t } from "@lingui/core/macro";
import { useState } from "react";
import { iam } from "../aws/clients";
import { useAction } from "../parts/actions";
import { Dialog } from "../parts/Dialog";

/** Changes the password of the person who is signed in. */
export function OwnPassword() {
  const [changing, setChanging] = useState(false);
  return (
    <Container
      header={
        <Header variant="h2" actions={<Button onClick={() => setChanging(true)}>{t`Change password`}</Button>}>
          {t`Password`}
        </Header>
      }
    >
      {t`With it you sign in to this console and with claviger sign-in.`}
      {changing && <Change onClose={() => setChanging(false)} />}
    </Container>
  );
}

function Change({ onClose }: { onClose: () => void }) {
  const [old, setOld] = useState("");
  const [fresh, setFresh] = useState("");
  const [again, setAgain] = useState("");
  const saving = useAction({
    does: () => iam.send(new ChangePasswordCommand({ OldPassword: old, NewPassword: fresh })),
    says: t`Your password is changed.`,
    changes: [],
    then: onClose,
  });
  return (
    <Dialog
      title={t`Change my password`}
      does={t`Change password`}
      ready={old !== "" && fresh !== "" && fresh === again}
      busy={saving.isPending}
      error={saving.error}
      onSubmit={() => saving.mutate(undefined)}
      onClose={onClose}
    >
      <FormField label={t`Present password`}>
        <Input
          type="password"
          autoComplete="current-password"
          value={old}
          onChange={({ detail }) => setOld(detail.value)}
        />
      </FormField>
      <FormField label={t`New password`}>
        <Input
          type="password"
          autoComplete="new-password"
          value={fresh}
          onChange={({ detail }) => setFresh(detail.value)}
        />
      </FormField>
      <FormField label={t`New password again`} errorText={again && fresh !== again ? t`They differ.` : undefined}>
        <Input
          type="password"
          autoComplete="new-password"
          value={again}
          onChange={({ detail }) => setAgain(detail.value)}
        />
      </FormField>
    </Dialog>
  );
}
