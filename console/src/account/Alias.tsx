import { CreateAccountAliasCommand, DeleteAccountAliasCommand, ListAccountAliasesCommand } from "@aws-sdk/client-iam";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Input from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { t } from "@lingui/core/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { iam } from "../aws/clients";
import { useAction } from "../parts/actions";
import { Dialog } from "../parts/Dialog";
import { Reading } from "../parts/Reading";
import { Refusal } from "../parts/Refusal";

/** The name that people may give instead of the account's 12 digits. */
export function Alias() {
  const [changing, setChanging] = useState(false);
  const alias = useQuery({
    queryKey: ["account", "alias"],
    queryFn: async () => (await iam.send(new ListAccountAliasesCommand({}))).AccountAliases?.[0] ?? null,
  });
  const removing = useAction({
    does: () => iam.send(new DeleteAccountAliasCommand({ AccountAlias: alias.data ?? "" })),
    says: t`The alias is removed. People sign in with the account ID.`,
    changes: ["account"],
  });
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={t`A name that people may use instead of the account ID when they sign in.`}
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              {alias.data && (
                <Button loading={removing.isPending} onClick={() => removing.mutate(undefined)}>
                  {t`Remove`}
                </Button>
              )}
              <Button onClick={() => setChanging(true)}>{alias.data ? t`Change` : t`Set an alias`}</Button>
            </SpaceBetween>
          }
        >
          {t`Account alias`}
        </Header>
      }
    >
      <Reading of={alias} loading={t`Loading the alias`}>
        {(found) => found ?? <Box color="text-body-secondary">{t`There is no alias.`}</Box>}
      </Reading>
      <Refusal error={removing.error} />
      {changing && <SetAlias before={alias.data ?? ""} onClose={() => setChanging(false)} />}
    </Container>
  );
}

function SetAlias({ before, onClose }: { before: string; onClose: () => void }) {
  const [text, setText] = useState(before);
  const setting = useAction({
    does: () => iam.send(new CreateAccountAliasCommand({ AccountAlias: text })),
    says: t`People may sign in to the account as ${text}.`,
    changes: ["account"],
    then: onClose,
  });
  return (
    <Dialog
      title={t`Account alias`}
      does={t`Save`}
      ready={/^[a-z0-9](-?[a-z0-9]){2,62}$/.test(text)}
      busy={setting.isPending}
      error={setting.error}
      onSubmit={() => setting.mutate(undefined)}
      onClose={onClose}
    >
      <FormField label={t`Alias`} constraintText={t`3 to 63 lower-case letters, digits and single hyphens.`}>
        <Input value={text} onChange={({ detail }) => setText(detail.value)} autoFocus spellcheck={false} />
      </FormField>
    </Dialog>
  );
}
