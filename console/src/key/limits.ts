/** How many keys a user has at most. */
export const SLOTS = 2;

/** A key older than this is worth replacing. */
export const OLD_DAYS = 90;
