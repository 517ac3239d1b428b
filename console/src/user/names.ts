import { plural, t } from "@lingui/core/macro";
import type { Names } from "../parts/Listing";

export const USERS: Names = {
  loading: t`Loading users`,
  find: t`Find users`,
  none: t`There are no users`,
  noMatch: t`No user matches`,
  counted: (count) => plural(count, { one: "# user", other: "# users" }),
};
