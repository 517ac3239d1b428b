import { i18n } from "@lingui/core";
import { t } from "@lingui/core/macro";

export const DAY_MS = 86_400_000;

const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ["year", 365 * 86_400],
  ["month", 30 * 86_400],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];

const relative = new Intl.RelativeTimeFormat(i18n.locale, { numeric: "auto" });
const absolute = new Intl.DateTimeFormat(i18n.locale, { dateStyle: "medium", timeStyle: "medium" });

/** How long ago, or in how long, in words. */
export function ago(moment: Date, now = Date.now()): string {
  const seconds = (moment.getTime() - now) / 1000;
  const [unit, length] = UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? ["second", 1];
  return unit === "second" ? t`just now` : relative.format(Math.trunc(seconds / length), unit);
}

export function exactly(moment: Date): string {
  return absolute.format(moment);
}

export function days(since: Date, now = Date.now()): number {
  return Math.floor((now - since.getTime()) / DAY_MS);
}

/** The order of two moments, of which what has none is the earliest. */
export function byTime(one: Date | undefined, other: Date | undefined): number {
  return (one?.getTime() ?? 0) - (other?.getTime() ?? 0);
}
