import {
  AttachGroupPolicyCommand,
  AttachRolePolicyCommand,
  AttachUserPolicyCommand,
  DeleteGroupPolicyCommand,
  DeleteRolePermissionsBoundaryCommand,
  DeleteRolePolicyCommand,
  DeleteUserPermissionsBoundaryCommand,
  DeleteUserPolicyCommand,
  DetachGroupPolicyCommand,
  DetachRolePolicyCommand,
  DetachUserPolicyCommand,
  GetGroupPolicyCommand,
  GetRoleCommand,
  GetRolePolicyCommand,
  GetUserCommand,
  GetUserPolicyCommand,
  ListAttachedGroupPoliciesCommand,
  ListAttachedRolePoliciesCommand,
  ListAttachedUserPoliciesCommand,
  ListGroupPoliciesCommand,
  ListRolePoliciesCommand,
  ListUserPoliciesCommand,
  PutGroupPolicyCommand,
  PutRolePermissionsBoundaryCommand,
  PutRolePolicyCommand,
  PutUserPermissionsBoundaryCommand,
  PutUserPolicyCommand,
} from "@aws-sdk/client-iam";
import { iam } from "../aws/clients";

export type OwnerKind = "user" | "group" | "role";

export interface AttachedPolicy {
  PolicyName?: string | undefined;
  PolicyArn?: string | undefined;
}

/** What has policies: a user, a group or a role, each with operations of its own that do the same. */
export interface Owner {
  kind: OwnerKind;
  name: string;
  attached: () => Promise<AttachedPolicy[]>;
  attach: (arn: string) => Promise<unknown>;
  detach: (arn: string) => Promise<unknown>;
  inline: () => Promise<string[]>;
  document: (policy: string) => Promise<string>;
  put: (policy: string, document: string) => Promise<unknown>;
  remove: (policy: string) => Promise<unknown>;
  /** Groups have none. */
  boundary?: {
    get: () => Promise<string | undefined>;
    set: (arn: string) => Promise<unknown>;
    remove: () => Promise<unknown>;
  };
}

/** IAM sends documents percent-encoded. */
const decoded = (document: string | undefined) => decodeURIComponent(document ?? "");
const ALL = { MaxItems: 1000 };

export function ownerUser(UserName: string): Owner {
  const of = { UserName };
  return {
    kind: "user",
    name: UserName,
    attached: async () =>
      (await iam.send(new ListAttachedUserPoliciesCommand({ ...of, ...ALL }))).AttachedPolicies ?? [],
    attach: (PolicyArn) => iam.send(new AttachUserPolicyCommand({ ...of, PolicyArn })),
    detach: (PolicyArn) => iam.send(new DetachUserPolicyCommand({ ...of, PolicyArn })),
    inline: async () => (await iam.send(new ListUserPoliciesCommand({ ...of, ...ALL }))).PolicyNames ?? [],
    document: async (PolicyName) =>
      decoded((await iam.send(new GetUserPolicyCommand({ ...of, PolicyName }))).PolicyDocument),
    put: (PolicyName, PolicyDocument) => iam.send(new PutUserPolicyCommand({ ...of, PolicyName, PolicyDocument })),
    remove: (PolicyName) => iam.send(new DeleteUserPolicyCommand({ ...of, PolicyName })),
    boundary: {
      get: async () => (await iam.send(new GetUserCommand(of))).User?.PermissionsBoundary?.PermissionsBoundaryArn,
      set: (PermissionsBoundary) => iam.send(new PutUserPermissionsBoundaryCommand({ ...of, PermissionsBoundary })),
      remove: () => iam.send(new DeleteUserPermissionsBoundaryCommand(of)),
    },
  };
}

export function ownerGroup(GroupName: string): Owner {
  const of = { GroupName };
  return {
    kind: "group",
    name: GroupName,
    attached: async () =>
      (await iam.send(new ListAttachedGroupPoliciesCommand({ ...of, ...ALL }))).AttachedPolicies ?? [],
    attach: (PolicyArn) => iam.send(new AttachGroupPolicyCommand({ ...of, PolicyArn })),
    detach: (PolicyArn) => iam.send(new DetachGroupPolicyCommand({ ...of, PolicyArn })),
    inline: async () => (await iam.send(new ListGroupPoliciesCommand({ ...of, ...ALL }))).PolicyNames ?? [],
    document: async (PolicyName) =>
      decoded((await iam.send(new GetGroupPolicyCommand({ ...of, PolicyName }))).PolicyDocument),
    put: (PolicyName, PolicyDocument) => iam.send(new PutGroupPolicyCommand({ ...of, PolicyName, PolicyDocument })),
    remove: (PolicyName) => iam.send(new DeleteGroupPolicyCommand({ ...of, PolicyName })),
  };
}

export function ownerRole(RoleName: string): Owner {
  const of = { RoleName };
  return {
    kind: "role",
    name: RoleName,
    attached: async () =>
      (await iam.send(new ListAttachedRolePoliciesCommand({ ...of, ...ALL }))).AttachedPolicies ?? [],
    attach: (PolicyArn) => iam.send(new AttachRolePolicyCommand({ ...of, PolicyArn })),
    detach: (PolicyArn) => iam.send(new DetachRolePolicyCommand({ ...of, PolicyArn })),
    inline: async () => (await iam.send(new ListRolePoliciesCommand({ ...of, ...ALL }))).PolicyNames ?? [],
    document: async (PolicyName) =>
      decoded((await iam.send(new GetRolePolicyCommand({ ...of, PolicyName }))).PolicyDocument),
    put: (PolicyName, PolicyDocument) => iam.send(new PutRolePolicyCommand({ ...of, PolicyName, PolicyDocument })),
    remove: (PolicyName) => iam.send(new DeleteRolePolicyCommand({ ...of, PolicyName })),
    boundary: {
      get: async () => (await iam.send(new GetRoleCommand(of))).Role?.PermissionsBoundary?.PermissionsBoundaryArn,
      set: (PermissionsBoundary) => iam.send(new PutRolePermissionsBoundaryCommand({ ...of, PermissionsBoundary })),
      remove: () => iam.send(new DeleteRolePermissionsBoundaryCommand(of)),
    },
  };
}

/** Takes all policies from somebody who is about to be deleted. */
export async function removePolicies(owner: Owner) {
  for (const policy of await owner.attached()) {
    await owner.detach(policy.PolicyArn ?? "");
  }
  for (const policy of await owner.inline()) {
    await owner.remove(policy);
  }
}

export function ownerOf(kind: OwnerKind, name: string): Owner {
  switch (kind) {
    case "user":
      return ownerUser(name);
    case "group":
      return ownerGroup(name);
    case "role":
      return ownerRole(name);
  }
}
