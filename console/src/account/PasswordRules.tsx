import {
  DeleteAccountPasswordPolicyCommand,
  GetAccountPasswordPolicyCommand,
  type PasswordPolicy,
  UpdateAccountPasswordPolicyCommand,
} from "@aws-sdk/client-iam";
import Alert from "@cloudscape-design/components/alert";
import Button from "@cloudscape-design/components/button";
import Checkbox from "@cloudscape-design/components/checkbox";
import ColumnLayout from "@cloudscape-design/components/column-layout";
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
import { Reading } from "../parts/Reading";
import { orMissing, Refusal } from "../parts/Refusal";

/** AWS's rules for an account that has set none. */
const DEFAULT: PasswordPolicy = {
  MinimumPasswordLength: 8,
  RequireSymbols: false,
  RequireNumbers: false,
  RequireUppercaseCharacters: false,
  RequireLowercaseCharacters: false,
  AllowUsersToChangePassword: false,
};

const SWITCHES = [
  ["RequireUppercaseCharacters", t`An upper-case letter`],
  ["RequireLowercaseCharacters", t`A lower-case letter`],
  ["RequireNumbers", t`A digit`],
  ["RequireSymbols", t`A symbol`],
  ["AllowUsersToChangePassword", t`Every user may change their own password`],
  ["HardExpiry", t`An expired password is replaced by an administrator only`],
] as const;

/** What a password of the account's users must have. */
export function PasswordRules() {
  const policy = useQuery({
    queryKey: ["account", "password"],
    queryFn: async () => (await orMissing(iam.send(new GetAccountPasswordPolicyCommand({}))))?.PasswordPolicy ?? null,
  });
  return (
    <Reading of={policy} loading={t`Loading the password policy`}>
      {(found) => <Rules key={JSON.stringify(found)} present={found} />}
    </Reading>
  );
}

function Rules({ present }: { present: PasswordPolicy | null }) {
  const [rules, setRules] = useState<PasswordPolicy>(present ?? DEFAULT);
  const change = (members: Partial<PasswordPolicy>) => setRules({ ...rules, ...members });
  const saving = useAction({
    does: () => {
      const { ExpirePasswords: _, ...input } = rules;
      return iam.send(new UpdateAccountPasswordPolicyCommand(input));
    },
    says: t`The password policy is saved. It counts when a password is set the next time.`,
    changes: ["account"],
  });
  const removing = useAction({
    does: () => iam.send(new DeleteAccountPasswordPolicyCommand({})),
    says: t`The account has AWS’s default password policy.`,
    changes: ["account"],
  });
  const number = (member: "MinimumPasswordLength" | "MaxPasswordAge" | "PasswordReusePrevention") => (
    <Input
      type="number"
      inputMode="numeric"
      value={rules[member] === undefined ? "" : String(rules[member])}
      onChange={({ detail }) => change({ [member]: detail.value === "" ? undefined : Number(detail.value) })}
    />
  );
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={t`What a user’s password must have. The root user’s is not bound by it.`}
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              {present && (
                <Button loading={removing.isPending} onClick={() => removing.mutate(undefined)}>
                  {t`Back to the default`}
                </Button>
              )}
              <Button variant="primary" loading={saving.isPending} onClick={() => saving.mutate(undefined)}>
                {t`Save password policy`}
              </Button>
            </SpaceBetween>
          }
        >
          {t`Password policy`}
        </Header>
      }
    >
      <SpaceBetween size="l">
        {!present && (
          <Alert type="info">
            {t`The account has set no policy. AWS’s default counts: 8 characters of three of the four kinds.`}
          </Alert>
        )}
        <ColumnLayout columns={3}>
          <FormField label={t`Characters at least`} description={t`6 to 128`}>
            {number("MinimumPasswordLength")}
          </FormField>
          <FormField label={t`Expires after days`} description={t`Empty: never`}>
            {number("MaxPasswordAge")}
          </FormField>
          <FormField label={t`Differs from so many before`} description={t`Empty: none is remembered`}>
            {number("PasswordReusePrevention")}
          </FormField>
        </ColumnLayout>
        <ColumnLayout columns={2}>
          {SWITCHES.map(([member, label]) => (
            <Checkbox
              key={member}
              checked={rules[member] ?? false}
              onChange={({ detail }) => change({ [member]: detail.checked })}
            >
              {label}
            </Checkbox>
          ))}
        </ColumnLayout>
        <Refusal error={saving.error ?? removing.error} />
      </SpaceBetween>
    </Container>
  );
}
