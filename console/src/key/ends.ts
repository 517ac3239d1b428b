import { DAY_MS } from "../parts/time";

/** The tag of a user that ends the user's keys. */
export const END_TAG = "claviger:access-keys-end";

/** The account's property that ends all keys: so many days after they were made. */
export const END_RULE = "ClavigerAccessKeys/MaxAgeDays";

/** So long before its end, a key is worth a word; the server warns as early. */
export const NOTICE_DAYS = 14;

/** The most days of a limit, about a hundred years. */
export const MOST_DAYS = 36_500;

/** What may end keys by themselves: days after they were made, or a time. */
export interface Limits {
  tag?: string | undefined;
  rule?: string | undefined;
  /** Why one of them cannot be seen: there may be an earlier end. */
  unknown?: Error | undefined;
}

/** The first moment at which a key is refused, by whichever limit comes first; absent if nothing ends it. */
export function endOf(made: Date, { tag, rule }: Limits): Date | undefined {
  const ends = [...(tag === undefined ? [] : [byTag(made, tag)]), ...(isDays(rule) ? [after(made, Number(rule))] : [])];
  return ends.length ? new Date(Math.min(...ends.map((end) => end.getTime()))) : undefined;
}

/** What cannot be read may have been meant to end keys, so it has ended them. */
function byTag(made: Date, tag: string): Date {
  if (isDays(tag)) {
    return after(made, Number(tag));
  }
  const time = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2}))?$/.test(tag) ? Date.parse(tag) : NaN;
  return Number.isNaN(time) ? made : new Date(time);
}

export function isDays(text: string | undefined): boolean {
  return /^[1-9]\d{0,4}$/.test(text ?? "") && Number(text) <= MOST_DAYS;
}

const after = (made: Date, days: number) => new Date(made.getTime() + days * DAY_MS);

/** Whether an end is near enough for a word, and has not come. */
export function isSoon(end: Date | undefined, now = Date.now()): boolean {
  return end !== undefined && end.getTime() > now && end.getTime() - now < NOTICE_DAYS * DAY_MS;
}
