import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { t } from "@lingui/core/macro";
import { useQuery } from "@tanstack/react-query";
import { usePerson } from "../aws/session";
import { Reading } from "../parts/Reading";
import { asOf, type CredentialReport, isLarge, type LargeAccount, readReport, whyNotShown } from "../report/report";
import type { Row } from "../report/rows";
import { to } from "../shell/paths";
import { type Advice, adviceOn, adviceOnRoot } from "./advice";
import { readAccountLimits } from "./accountLimits";
import { adviceOnEnds } from "./endingKeys";

const KINDS = { bad: "error", poor: "warning", good: "success", unknown: "info" } as const;

/** How many users are named before the rest is counted. */
const NAMED = 5;

/** How safe the account's credentials are. */
export function State() {
  const { root: isRoot } = usePerson();
  const report = useQuery({ queryKey: ["report"], queryFn: readReport, staleTime: 60_000 });
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={sourceOf(report.data)}
          actions={<Button href={to.report}>{t`Credential report`}</Button>}
        >
          {t`How the account’s credentials are`}
        </Header>
      }
    >
      <Reading of={report} loading={t`Loading the credential report`}>
        {(found) => (
          <SpaceBetween size="s">
            {(isLarge(found) ? adviceOnLarge(found, isRoot) : adviceOn(found.rows, isRoot)).map((advice) => (
              <Line key={advice.says} advice={advice} />
            ))}
            {!isLarge(found) && <EndingKeys rows={found.rows} />}
          </SpaceBetween>
        )}
      </Reading>
    </Container>
  );
}

function sourceOf(report: CredentialReport | LargeAccount | undefined): string {
  const from = t`From the credential report.`;
  return report && !isLarge(report) && report.made ? `${from} ${asOf(report.made)}` : from;
}

/** What the account's summary shows, and that it shows nothing of the users. */
function adviceOnLarge(account: LargeAccount, isRoot: boolean): Advice[] {
  return [
    ...adviceOnRoot(account.root, isRoot),
    { severity: "unknown", says: t`The users were not looked at.`, users: [], does: whyNotShown(account) },
  ];
}

/** What the report does not show: which keys end by themselves soon. */
function EndingKeys({ rows }: { rows: Row[] }) {
  const limits = useQuery({ queryKey: ["keys", "limits"], queryFn: readAccountLimits, staleTime: 60_000 });
  return (
    <Reading of={limits} loading={t`Loading which keys end soon`}>
      {(found) => <Line advice={adviceOnEnds(rows, found)} />}
    </Reading>
  );
}

function Line({ advice }: { advice: Advice }) {
  const others = advice.users.length - NAMED;
  return (
    <div>
      <StatusIndicator type={KINDS[advice.severity]} wrapText>
        {advice.says}
      </StatusIndicator>
      <Box fontSize="body-s" color="text-body-secondary" padding={{ left: "l" }}>
        {advice.href ? (
          <Link href={advice.href} fontSize="body-s">
            {advice.does}
          </Link>
        ) : (
          advice.does
        )}{" "}
        {advice.users.slice(0, NAMED).map((user, index) => (
          <span key={user}>
            {index > 0 && ", "}
            <Link href={to.user(user, "credentials")} fontSize="body-s">
              {user}
            </Link>
          </span>
        ))}
        {others > 0 && <> {t`and ${others} more`}</>}
      </Box>
    </div>
  );
}
