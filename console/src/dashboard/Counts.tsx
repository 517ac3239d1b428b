import Box from "@cloudscape-design/components/box";
import ColumnLayout from "@cloudscape-design/components/column-layout";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import ProgressBar from "@cloudscape-design/components/progress-bar";
import { i18n } from "@lingui/core";
import { t } from "@lingui/core/macro";
import { useQuery } from "@tanstack/react-query";
import { Reading } from "../parts/Reading";
import { readSummary } from "../report/summary";
import { to } from "../shell/paths";

const COUNTS = [
  { label: t`Users`, count: "Users", quota: "UsersQuota", href: to.users },
  { label: t`Groups`, count: "Groups", quota: "GroupsQuota", href: to.groups },
  { label: t`Roles`, count: "Roles", quota: "RolesQuota", href: to.roles },
  { label: t`Policies`, count: "Policies", quota: "PoliciesQuota", href: `${to.policies}?scope=Local` },
  { label: t`Identity providers`, count: "Providers", quota: undefined, href: to.providers },
  { label: t`MFA devices in use`, count: "MFADevicesInUse", quota: undefined, href: to.report },
];

/** From here on, a quota is worth a thought. */
const FULL_PERCENT = 80;

/** How many of everything there are, and how many there may be. */
export function Counts() {
  const summary = useQuery({
    queryKey: ["account", "summary"],
    queryFn: readSummary,
  });
  return (
    <Container header={<Header variant="h2">{t`What there is`}</Header>}>
      <Reading of={summary} loading={t`Loading the counts`}>
        {(found) => (
          <ColumnLayout columns={3} variant="text-grid" minColumnWidth={180}>
            {COUNTS.map(({ label, count, quota, href }) => (
              <Count
                key={label}
                label={label}
                href={href}
                count={found[count] ?? 0}
                quota={quota ? found[quota] : undefined}
              />
            ))}
          </ColumnLayout>
        )}
      </Reading>
    </Container>
  );
}

function Count({
  label,
  href,
  count,
  quota,
}: {
  label: string;
  href: string;
  count: number;
  quota: number | undefined;
}) {
  const percent = quota ? (count / quota) * 100 : 0;
  return (
    <div>
      <Box variant="awsui-key-label">{label}</Box>
      <Link href={href} fontSize="display-l" ariaLabel={`${count} ${label}`}>
        {i18n.number(count)}
      </Link>
      {quota !== undefined && (
        <Box color={percent > FULL_PERCENT ? "text-status-warning" : "text-body-secondary"} fontSize="body-s">
          {t`of ${i18n.number(quota)}`}
        </Box>
      )}
      {percent > FULL_PERCENT && <ProgressBar ariaLabel={t`${label} against the quota`} value={percent} />}
    </div>
  );
}
