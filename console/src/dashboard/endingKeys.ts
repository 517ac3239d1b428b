import { i18n } from "@lingui/core";
import { plural, t } from "@lingui/core/macro";
import { endOf, isSoon, NOTICE_DAYS } from "../key/ends";
import { moment, ROOT, type Row } from "../report/rows";
import { type Advice } from "./advice";

/** What ends the account's keys. */
export interface AccountLimits {
  rule: string | undefined;
  /** The tag of each user who has one. */
  tags: ReadonlyMap<string, string>;
  /** Whether there are users whose tags were not read. */
  partial: boolean;
}

/** How many users are looked at: as many as one call brings, since the dashboard is opened often. */
export const LOOKED_AT = 1000;

/** Which users have an active key that ends by itself soon. The root user should have none, whenever it ends. */
export function adviceOnEnds(rows: Row[], limits: AccountLimits, now = Date.now()): Advice {
  const users = rows
    .filter((row) => row["user"] !== ROOT)
    .filter((row) =>
      ["1", "2"].some((key) => {
        const made = moment(row[`access_key_${key}_last_rotated`]);
        const active = row[`access_key_${key}_active`] === "true";
        const tag = limits.tags.get(row["user"] ?? "");
        return active && made !== undefined && isSoon(endOf(made, { tag, rule: limits.rule }), now);
      }),
    )
    .map((row) => row["user"] ?? "");
  const rest = limits.partial ? t`Tags of the first ${i18n.number(LOOKED_AT)} users were looked at.` : "";
  if (users.length === 0) {
    return {
      severity: "good",
      says: t`No key ends by itself in the next ${NOTICE_DAYS} days.`,
      users,
      does: rest,
    };
  }
  return {
    severity: "poor",
    says: plural(users.length, {
      one: `# user has a key that ends in the next ${NOTICE_DAYS} days.`,
      other: `# users have a key that ends in the next ${NOTICE_DAYS} days.`,
    }),
    users,
    does: [t`Replace it before programs are refused.`, rest].filter(Boolean).join(" "),
  };
}
