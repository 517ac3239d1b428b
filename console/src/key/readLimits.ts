import { GetAccountPropertiesCommand, ListUserTagsCommand, PutAccountPropertiesCommand } from "@aws-sdk/client-iam";
import { iam } from "../aws/clients";
import { END_RULE, END_TAG, type Limits } from "./ends";

/** What ends the keys of a user. Somebody may see a key and neither tags nor rules. */
export async function readLimits(UserName: string): Promise<Limits> {
  const [tag, rule] = await Promise.allSettled([tagOf(UserName), readRule()]);
  const refused = [tag, rule].find((each) => each.status === "rejected");
  return {
    tag: tag.status === "fulfilled" ? tag.value : undefined,
    rule: rule.status === "fulfilled" ? rule.value : undefined,
    unknown: refused?.reason as Error | undefined,
  };
}

async function tagOf(UserName: string): Promise<string | undefined> {
  const { Tags = [] } = await iam.send(new ListUserTagsCommand({ UserName, MaxItems: 100 }));
  return Tags.find(({ Key }) => Key === END_TAG)?.Value;
}

export async function readRule(): Promise<string | undefined> {
  return (await iam.send(new GetAccountPropertiesCommand({}))).Properties?.[END_RULE];
}

/** Sets the account's rule; no days take it away. */
export function setRule(days: string) {
  return iam.send(new PutAccountPropertiesCommand({ Properties: { [END_RULE]: days === "" ? "0" : days } }));
}
