import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import ColumnLayout from "@cloudscape-design/components/column-layout";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { usePerson } from "../aws/session";
import { Page } from "../parts/Page";
import { to } from "../shell/paths";
import { Counts } from "./Counts";
import { State } from "./State";

const TASKS = [
  {
    title: t`Make a user`,
    says: t`A person with a sign-in, or a program with an access key.`,
    does: t`Create user`,
    href: to.createUser,
    primary: true,
  },
  {
    title: t`Make a role`,
    says: t`For Kubernetes, CI jobs or another account: no key to keep.`,
    does: t`Create role`,
    href: to.createRole,
  },
  {
    title: t`Write a policy`,
    says: t`With completion, findings and templates.`,
    does: t`Create policy`,
    href: to.createPolicy,
  },
  {
    title: t`Understand a denial`,
    says: t`Why something is allowed or denied, and what would change it.`,
    does: t`Ask why`,
    href: to.explain(),
  },
];

/** Where one begins: what people come for, how the account is, how full it is. */
export default function Dashboard() {
  const person = usePerson();
  return (
    <Page
      title={t`Dashboard`}
      description={person.alias ? t`Account ${person.alias} (${person.account})` : t`Account ${person.account}`}
    >
      <SpaceBetween size="l">
        <Container header={<Header variant="h2">{t`What would you like to do?`}</Header>}>
          <ColumnLayout columns={4} variant="text-grid" minColumnWidth={180}>
            {TASKS.map((task) => (
              <SpaceBetween key={task.title} size="xs">
                <Box variant="h3">{task.title}</Box>
                <Box color="text-body-secondary">{task.says}</Box>
                <Button href={task.href} variant={task.primary ? "primary" : "normal"}>
                  {task.does}
                </Button>
              </SpaceBetween>
            ))}
          </ColumnLayout>
          <Box margin={{ top: "m" }}>
            <Trans>
              A key for a user who is there already: choose it under <Link href={to.users}>Users</Link>, then Security
              credentials. Your own: <Link href={to.me()}>My security credentials</Link>.
            </Trans>
          </Box>
        </Container>
        <State />
        <Counts />
      </SpaceBetween>
    </Page>
  );
}
