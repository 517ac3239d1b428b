import { ListRolesCommand } from "@aws-sdk/client-iam";
import { GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import Autosuggest from "@cloudscape-design/components/autosuggest";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useSearchParams } from "react-router";
import { iam, sts } from "../aws/clients";
import { Copied } from "../parts/Copy";
import { Page } from "../parts/Page";
import { Reading } from "../parts/Reading";
import { EndSessions } from "../role/EndSessions";
import { to } from "../shell/paths";
import { ThisSession } from "./ThisSession";

/** Who is signed in, as the page and as the API see it, and what ends sessions. */
export default function Sessions() {
  const identity = useQuery({
    queryKey: ["account", "caller"],
    queryFn: () => sts.send(new GetCallerIdentityCommand({})),
  });
  return (
    <Page title={t`Sessions`} description={t`Who you are, until when, and how to end what should not go on.`}>
      <SpaceBetween size="l">
        <ThisSession />
        <Container header={<Header variant="h2">{t`How the API sees me`}</Header>}>
          <Reading of={identity} loading={t`Loading the caller’s identity`}>
            {(found) => (
              <KeyValuePairs
                columns={3}
                items={[
                  { label: "ARN", value: <Copied text={found.Arn ?? ""} label={t`Copy ARN of the caller`} /> },
                  { label: t`Unique ID`, value: <Copied text={found.UserId ?? ""} label={t`Copy unique ID`} /> },
                  { label: t`Account`, value: found.Account },
                ]}
              />
            )}
          </Reading>
        </Container>
        <OfARole />
        <Container header={<Header variant="h2">{t`What else ends sessions`}</Header>}>
          <ul>
            <li>
              <Trans>
                Of a person: a new password ends their sessions of the console.{" "}
                <Link href={to.users}>The user’s page</Link> has Quarantine, which stops all sessions and keys at once.
              </Trans>
            </li>
            <li>
              {t`Of an access key: sessions that it has made go on to their own ends when it is deactivated. Only the user’s quarantine stops them.`}
            </li>
            <li>
              <Trans>
                My own: <b>Sign out everywhere</b> ends every session of the console that is mine, in all browsers.
              </Trans>
            </li>
          </ul>
        </Container>
      </SpaceBetween>
    </Page>
  );
}

/** Ends the sessions of a role; which one is part of the address. */
function OfARole() {
  const [search, setSearch] = useSearchParams();
  const [asking, setAsking] = useState(false);
  const role = search.get("role") ?? "";
  const roles = useQuery({
    queryKey: ["roles", "names"],
    queryFn: async () => (await iam.send(new ListRolesCommand({ MaxItems: 200 }))).Roles ?? [],
  });
  const known = roles.data?.some(({ RoleName }) => RoleName === role);
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={t`Everybody who has taken the role until now is refused, and may take it again.`}
        >
          {t`Sessions of a role`}
        </Header>
      }
    >
      <SpaceBetween size="m">
        <Reading of={roles} loading={t`Loading roles`}>
          {(found) =>
            found.length === 0 ? (
              <Box color="text-body-secondary">{t`There are no roles, so nobody has a session of one.`}</Box>
            ) : (
              <FormField label={t`Role`}>
                <Autosuggest
                  value={role}
                  onChange={({ detail }) => setSearch(detail.value ? { role: detail.value } : {}, { replace: true })}
                  options={found.map(({ RoleName = "" }) => ({ value: RoleName }))}
                  enteredTextLabel={(text) => t`The role ${text}`}
                  placeholder={t`Begin to type a name`}
                  ariaLabel={t`Role`}
                />
              </FormField>
            )
          }
        </Reading>
        <SpaceBetween direction="horizontal" size="s" alignItems="center">
          <Button disabled={role === ""} disabledReason={t`First choose a role.`} onClick={() => setAsking(true)}>
            {t`End its sessions`}
          </Button>
          {known && <Link href={to.role(role)}>{t`The role ${role}`}</Link>}
        </SpaceBetween>
      </SpaceBetween>
      {asking && <EndSessions name={role} onClose={() => setAsking(false)} />}
    </Container>
  );
}
