import { ListGroupsForUserCommand } from "@aws-sdk/client-iam";
import { iam } from "../aws/clients";
import { type Owner, ownerGroup } from "./owners";

/** One policy that an owner has, and how. */
export interface Grant {
  name: string;
  /** Absent for an inline policy. */
  arn?: string;
  /** The group that brings it; absent if it is the owner's own. */
  through?: string;
}

/** All that gives the owner permissions; a user has those of the groups too. */
export async function readGrants(owner: Owner): Promise<Grant[]> {
  const [own, groups] = await Promise.all([grantsOf(owner), owner.kind === "user" ? groupsOf(owner.name) : []]);
  const through = await Promise.all(
    groups.map(async (group) => (await grantsOf(ownerGroup(group))).map((grant) => ({ ...grant, through: group }))),
  );
  return [...own, ...through.flat()];
}

async function grantsOf(owner: Owner): Promise<Grant[]> {
  const [attached, inline] = await Promise.all([owner.attached(), owner.inline()]);
  return [
    ...attached.map(({ PolicyName = "", PolicyArn = "" }) => ({ name: PolicyName, arn: PolicyArn })),
    ...inline.map((name) => ({ name })),
  ];
}

async function groupsOf(UserName: string): Promise<string[]> {
  const { Groups = [] } = await iam.send(new ListGroupsForUserCommand({ UserName, MaxItems: 1000 }));
  return Groups.map((group) => group.GroupName ?? "");
}
