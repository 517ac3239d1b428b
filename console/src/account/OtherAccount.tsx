import { AssumeRoleCommand, type Credentials } from "@aws-sdk/client-sts";
import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Input from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { t } from "@lingui/core/macro";
import { useMutation } from "@tanstack/react-query";
import { type SubmitEvent, useState } from "react";
import { useSearchParams } from "react-router";
import { endpoint } from "../aws/calls";
import { REGION, sts } from "../aws/clients";
import { partitionOf, usePerson } from "../aws/session";
import { CopyButton } from "../parts/Copy";
import { Refusal } from "../parts/Refusal";
import { exactly } from "../parts/time";

/** The role that every account has which was made from this one. */
const USUAL = "OrganizationAccountAccessRole";

/** Takes a role in another account, for a terminal: pages of the console stay those of one's own account. */
export function OtherAccount() {
  const person = usePerson();
  const [search, setSearch] = useSearchParams();
  const account = search.get("to") ?? "";
  const [role, setRole] = useState(USUAL);
  const arn = `arn:${partitionOf(person)}:iam::${account}:role/${role}`;
  const ready = /^\d{12}$/.test(account) && /^[\w+=,.@/-]{1,512}$/.test(role) && !person.root;
  const taking = useMutation({
    mutationFn: async () =>
      (await sts.send(new AssumeRoleCommand({ RoleArn: arn, RoleSessionName: sessionName(person.userName) })))
        .Credentials ?? {},
  });
  function submit(event: SubmitEvent) {
    event.preventDefault();
    if (ready && !taking.isPending) {
      taking.mutate();
    }
  }
  return (
    <form onSubmit={submit}>
      <Container
        header={
          <Header
            variant="h2"
            description={t`Take a role there, if it trusts you and your policies allow it. You get what a terminal needs; this console stays in your own account.`}
          >
            {t`Reach another account`}
          </Header>
        }
      >
        <SpaceBetween size="m">
          {person.root && (
            <Alert type="info">{t`The root user cannot take roles. Sign in as a user whose policies allow it.`}</Alert>
          )}
          <FormField label={t`ID of the other account`} constraintText={t`12 digits`}>
            <Input
              value={account}
              inputMode="numeric"
              onChange={({ detail }) => setSearch(detail.value ? { to: detail.value.trim() } : {}, { replace: true })}
            />
          </FormField>
          <FormField label={t`Role there`} description={t`An account that was made from the first one has ${USUAL}.`}>
            <Input value={role} spellcheck={false} onChange={({ detail }) => setRole(detail.value.trim())} />
          </FormField>
          <Button formAction="submit" disabled={!ready} loading={taking.isPending}>
            {t`Take the role`}
          </Button>
          <Refusal error={taking.error} />
          {taking.data && <Taken credentials={taking.data} arn={arn} />}
        </SpaceBetween>
      </Container>
    </form>
  );
}

/** A session's name may have fewer characters than a user's. */
function sessionName(user: string | undefined): string {
  return (user ?? "console")
    .replace(/[^\w+=,.@-]/g, "-")
    .padEnd(2, "-")
    .slice(0, 64);
}

function Taken({ credentials, arn }: { credentials: Partial<Credentials>; arn: string }) {
  const lines = [
    `export AWS_ACCESS_KEY_ID=${credentials.AccessKeyId ?? ""}`,
    `export AWS_SECRET_ACCESS_KEY=${credentials.SecretAccessKey ?? ""}`,
    `export AWS_SESSION_TOKEN=${credentials.SessionToken ?? ""}`,
    `export AWS_ENDPOINT_URL=${endpoint()} AWS_REGION=${REGION}`,
  ];
  return (
    <Alert
      type="success"
      header={t`You have taken the role`}
      action={<CopyButton text={lines.join("\n")}>{t`Copy for a terminal`}</CopyButton>}
    >
      <Box>
        {credentials.Expiration
          ? t`Paste it into a terminal: there you are ${arn}, until ${exactly(credentials.Expiration)}.`
          : t`Paste it into a terminal: there you are ${arn}.`}{" "}
        {t`It is a secret; it is not shown here.`}
      </Box>
    </Alert>
  );
}
