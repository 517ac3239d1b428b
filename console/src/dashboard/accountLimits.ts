import { GetAccountAuthorizationDetailsCommand } from "@aws-sdk/client-iam";
import { iam } from "../aws/clients";
import { END_TAG } from "../key/ends";
import { readRule } from "../key/readLimits";
import { type AccountLimits, LOOKED_AT } from "./endingKeys";

/** Reads what ends keys: the account's rule, and the tags of as many users as one call brings. */
export async function readAccountLimits(): Promise<AccountLimits> {
  const [rule, users] = await Promise.all([
    readRule(),
    iam.send(new GetAccountAuthorizationDetailsCommand({ Filter: ["User"], MaxItems: LOOKED_AT })),
  ]);
  const tags = (users.UserDetailList ?? []).flatMap(({ UserName = "", Tags = [] }) =>
    Tags.filter(({ Key }) => Key === END_TAG).map(({ Value = "" }) => [UserName, Value] as const),
  );
  return { rule, tags: new Map(tags), partial: users.IsTruncated ?? false };
}
