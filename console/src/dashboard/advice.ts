import { plural, t } from "@lingui/core/macro";
import { moment, ROOT, type Row } from "../report/rows";
import { days } from "../parts/time";
import { OLD_DAYS } from "../key/limits";
import { to } from "../shell/paths";

/** Something that should be done about the account. */
export interface Advice {
  severity: "bad" | "poor" | "good" | "unknown";
  says: string;
  /** The users that it is about. */
  users: string[];
  does?: string;
  /** The page where it is done. */
  href?: string;
}

const UNUSED_DAYS = 90;

const keys = (row: Row, matches: (key: "1" | "2") => boolean) =>
  (["1", "2"] as const).some((key) => row[`access_key_${key}_active`] === "true" && matches(key));

/** What the credential report shows, worst first, to the root user or to somebody else. */
export function adviceOn(rows: Row[], isRoot: boolean, now = Date.now()): Advice[] {
  const root = rows.find((row) => row["user"] === ROOT);
  return [...(root ? adviceOnRoot(root, isRoot) : []), ...adviceOnUsers(rows, now)];
}

/** What its row of the report shows of the root user. */
export function adviceOnRoot(root: Row, isRoot: boolean): Advice[] {
  const hasMfa = root["mfa_active"] === "true";
  const hasKey = keys(root, () => true);
  return [
    {
      severity: hasMfa ? "good" : "bad",
      says: hasMfa ? t`The root user has MFA.` : t`The root user has no MFA device.`,
      users: [],
      ...(!hasMfa &&
        (isRoot
          ? { does: t`Add one under My security credentials.`, href: to.me() }
          : { does: t`Sign in as the root user, and add one under My security credentials.` })),
    },
    {
      severity: hasKey ? "bad" : "good",
      says: hasKey ? t`The root user has an active access key.` : t`The root user has no access key.`,
      users: [],
      ...(hasKey && { does: t`Delete it: a user or a role can do with less.` }),
    },
  ];
}

function adviceOnUsers(rows: Row[], now: number): Advice[] {
  const users = rows.filter((row) => row["user"] !== ROOT);
  const named = (matches: (row: Row) => boolean) => users.filter(matches).map((row) => row["user"] ?? "");
  const older = (text: string | undefined, limit: number) => {
    const at = moment(text);
    return at !== undefined && days(at, now) > limit;
  };
  const idle = (used: string | undefined, since: string | undefined) =>
    moment(used) ? older(used, UNUSED_DAYS) : older(since, UNUSED_DAYS);

  return [
    about(
      named((row) => row["password_enabled"] === "true" && row["mfa_active"] !== "true"),
      t`Every user who signs in has MFA.`,
      (count) => plural(count, { one: "# user signs in without MFA.", other: "# users sign in without MFA." }),
    ),
    about(
      named((row) => keys(row, (key) => older(row[`access_key_${key}_last_rotated`], OLD_DAYS))),
      t`No key is older than ${OLD_DAYS} days.`,
      (count) =>
        plural(count, {
          one: `# user has a key that is older than ${OLD_DAYS} days.`,
          other: `# users have a key that is older than ${OLD_DAYS} days.`,
        }),
    ),
    about(
      named((row) =>
        keys(row, (key) => idle(row[`access_key_${key}_last_used_date`], row[`access_key_${key}_last_rotated`])),
      ),
      t`Every active key was made or used in the last ${UNUSED_DAYS} days.`,
      (count) =>
        plural(count, {
          one: `# user has a key that was not used for ${UNUSED_DAYS} days.`,
          other: `# users have a key that was not used for ${UNUSED_DAYS} days.`,
        }),
    ),
    about(
      named(
        (row) => row["password_enabled"] === "true" && idle(row["password_last_used"], row["password_last_changed"]),
      ),
      t`Every user who has a password got or used it in the last ${UNUSED_DAYS} days.`,
      (count) =>
        plural(count, {
          one: `# user has not signed in for ${UNUSED_DAYS} days.`,
          other: `# users have not signed in for ${UNUSED_DAYS} days.`,
        }),
    ),
  ];
}

function about(users: string[], good: string, poor: (count: number) => string): Advice {
  if (users.length === 0) {
    return { severity: "good", says: good, users };
  }
  return { severity: "poor", says: poor(users.length), users };
}
