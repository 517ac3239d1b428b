import { GetUserCommand } from "@aws-sdk/client-iam";
import { plural, t } from "@lingui/core/macro";
import { iam } from "../aws/clients";
import type { Names } from "../parts/Listing";

export const USERS: Names = {
  loading: t`Loading users`,
  find: t`Find users`,
  none: t`There are no users`,
  noMatch: t`No user matches`,
  counted: (count) => plural(count, { one: "# user", other: "# users" }),
};

/** Whether a user is known to have the name: anyone who may not look finds out when the user is made. */
export async function isTaken(UserName: string): Promise<boolean> {
  try {
    await iam.send(new GetUserCommand({ UserName }));
    return true;
  } catch {
    return false;
  }
}
