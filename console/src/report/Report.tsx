import Button from "@cloudscape-design/components/button";
import Link from "@cloudscape-design/components/link";
import { plural, t } from "@lingui/core/macro";
import { useQuery } from "@tanstack/react-query";
import { type Column, Listing } from "../parts/Listing";
import { Moment } from "../parts/Moment";
import { byTime } from "../parts/time";
import { download } from "../key/accessKeys";
import { to } from "../shell/paths";
import { asOf, isLarge, readReport, whyNotShown } from "./report";
import { moment, ROOT, type Row } from "./rows";

const when = (name: string, header: string, hidden = false): Column<Row> => ({
  id: name,
  header,
  cell: (row) => <Moment at={moment(row[name])} never="–" />,
  sortingComparator: (a, b) => byTime(moment(a[name]), moment(b[name])),
  hidden,
});
const whether = (name: string, header: string): Column<Row> => ({
  id: name,
  header,
  cell: (row) => (row[name] === "true" ? t`Yes` : row[name] === "false" ? t`No` : "–"),
  sortingField: name,
});

const COLUMNS: Column<Row>[] = [
  {
    id: "user",
    header: t`User`,
    isRowHeader: true,
    sortingField: "user",
    cell: (row) =>
      row["user"] === ROOT ? t`Root user` : <Link href={to.user(row["user"] ?? "", "credentials")}>{row["user"]}</Link>,
  },
  whether("password_enabled", t`Sign-in`),
  when("password_last_used", t`Last sign-in`),
  whether("mfa_active", "MFA"),
  whether("access_key_1_active", t`Key 1`),
  when("access_key_1_last_rotated", t`Key 1 since`),
  when("access_key_1_last_used_date", t`Key 1 last used`),
  whether("access_key_2_active", t`Key 2`),
  when("access_key_2_last_rotated", t`Key 2 since`, true),
  when("access_key_2_last_used_date", t`Key 2 last used`),
  when("password_last_changed", t`Password changed`, true),
  when("user_creation_time", t`Created`, true),
];

/** Everybody's credentials on one page. */
export default function Report() {
  const read = useQuery({ queryKey: ["report"], queryFn: readReport, staleTime: 60_000 });
  const report = read.data && !isLarge(read.data) ? read.data : undefined;
  return (
    <Listing<Row>
      id="report"
      queryKey={["report", "rows", read.dataUpdatedAt]}
      title={t`Credential report`}
      description={
        report?.made ? asOf(report.made) : t`Who has which credentials, how old they are and when they were last used.`
      }
      names={{
        loading: t`Loading rows`,
        find: t`Find rows`,
        none: t`There are no rows`,
        noMatch: t`No row matches`,
        counted: (count) => plural(count, { one: "# row", other: "# rows" }),
      }}
      columns={COLUMNS}
      read={async () => {
        const found = read.data ?? (await readReport());
        return { items: isLarge(found) ? [] : found.rows };
      }}
      empty={read.data && isLarge(read.data) && whyNotShown(read.data)}
      trackBy={(row) => row["arn"] ?? ""}
      texts={(row) => [row["user"], row["arn"]]}
      actions={
        <Button
          iconName="download"
          disabled={!report}
          onClick={() => report && download("credential-report.csv", report.text)}
        >
          {t`Download as CSV`}
        </Button>
      }
    />
  );
}
