import {
  AddUserToGroupCommand,
  type AccessKey,
  AttachUserPolicyCommand,
  CreateAccessKeyCommand,
  CreateLoginProfileCommand,
  CreateUserCommand,
} from "@aws-sdk/client-iam";
import { t } from "@lingui/core/macro";
import { iam } from "../aws/clients";
import type { NewUser } from "./newUser";

export interface Made {
  accessKey?: AccessKey | undefined;
}

/** One thing of several that make a usable user. */
export interface Step {
  says: string;
  does: (made: Made) => Promise<unknown>;
}

/** AWS's policy that lets a user change their own password. */
const CHANGE_PASSWORD = "policy/IAMUserChangePassword";

/** What there is to do, in order. `partition` is that of all ARNs of the server. */
export function stepsFor(user: NewUser, password: string, partition: string): Step[] {
  const UserName = user.name;
  const changePassword = `arn:${partition}:iam::aws:${CHANGE_PASSWORD}`;
  return [
    {
      says: t`Make the user ${UserName}`,
      does: () =>
        iam.send(
          new CreateUserCommand({
            UserName,
            Path: user.path,
            Tags: user.tags.map((tag) => ({ Key: tag.key, Value: tag.value })),
          }),
        ),
    },
    ...user.groups.map((GroupName) => ({
      says: t`Add to the group ${GroupName}`,
      does: () => iam.send(new AddUserToGroupCommand({ UserName, GroupName })),
    })),
    ...user.policies.map((policy) => ({
      says: t`Attach ${policy.name}`,
      does: () => iam.send(new AttachUserPolicyCommand({ UserName, PolicyArn: policy.arn })),
    })),
    ...(user.signIn
      ? [
          ...(user.mayChangePassword
            ? [
                {
                  says: t`Give the right to change their own password`,
                  does: () => iam.send(new AttachUserPolicyCommand({ UserName, PolicyArn: changePassword })),
                },
              ]
            : []),
          {
            says: t`Set the password`,
            does: () =>
              iam.send(
                new CreateLoginProfileCommand({
                  UserName,
                  Password: password,
                  PasswordResetRequired: user.mustChangePassword,
                }),
              ),
          },
        ]
      : []),
    ...(user.key
      ? [
          {
            says: t`Make an access key`,
            does: async (made: Made) => {
              made.accessKey = (await iam.send(new CreateAccessKeyCommand({ UserName }))).AccessKey;
            },
          },
        ]
      : []),
  ];
}
