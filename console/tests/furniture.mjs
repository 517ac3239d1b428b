import {
  AddUserToGroupCommand,
  AttachGroupPolicyCommand,
  CreateAccessKeyCommand,
  CreateGroupCommand,
  CreateLoginProfileCommand,
  CreateOpenIDConnectProviderCommand,
  CreatePolicyCommand,
  CreatePolicyVersionCommand,
  CreateRoleCommand,
  CreateUserCommand,
  IAMClient,
  PutUserPolicyCommand,
} from "@aws-sdk/client-iam";
import { ACCOUNT, CONSOLE } from "./browser.mjs";

const policy = (...statements) => JSON.stringify({ Version: "2012-10-17", Statement: statements });
const READ = { Sid: "Read", Effect: "Allow", Action: ["s3:GetObject"], Resource: "arn:aws:s3:::backups/*" };
const WRITE = { Sid: "Write", Effect: "Allow", Action: ["s3:PutObject"], Resource: "arn:aws:s3:::backups/*" };

const ADMINISTRATOR = {
  AccessKeyId: process.env.CONSOLE_KEY_ID ?? "AKIAIOSFODNN7EXAMPLE",
  SecretAccessKey: process.env.CONSOLE_SECRET ?? "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
};

/** IAM for whoever has this key: the administrator, or somebody whose key an answer of CreateAccessKey brought. */
export function iamOf({ AccessKeyId, SecretAccessKey } = ADMINISTRATOR) {
  const iam = new IAMClient({
    endpoint: new URL("..", CONSOLE).href,
    region: "us-east-1",
    credentials: { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey },
  });
  return (command) => iam.send(command);
}

/** Puts into an empty account what pages can show, and returns alice's key. */
export async function furnish() {
  const send = iamOf();
  const PolicyArn = `arn:aws:iam::${ACCOUNT}:policy/backups`;
  await send(new CreatePolicyCommand({ PolicyName: "backups", PolicyDocument: policy(READ), Description: "Backups" }));
  await send(new CreatePolicyVersionCommand({ PolicyArn, PolicyDocument: policy(READ, WRITE), SetAsDefault: true }));
  await send(new CreateGroupCommand({ GroupName: "backup-team" }));
  await send(new AttachGroupPolicyCommand({ GroupName: "backup-team", PolicyArn }));
  for (const UserName of ["alice", "bob", "build-server", "carol", "dave"]) {
    await send(new CreateUserCommand({ UserName, Path: UserName === "build-server" ? "/machines/" : "/" }));
  }
  await send(new AddUserToGroupCommand({ GroupName: "backup-team", UserName: "alice" }));
  await send(new PutUserPolicyCommand({ UserName: "alice", PolicyName: "own-keys", PolicyDocument: ownKeys() }));
  await send(new CreateLoginProfileCommand({ UserName: "alice", Password: "First+h0rse-battery" }));
  const { AccessKey } = await send(new CreateAccessKeyCommand({ UserName: "alice" }));
  await send(new CreateAccessKeyCommand({ UserName: "build-server" }));
  await send(
    new CreateOpenIDConnectProviderCommand({
      Url: "https://token.actions.githubusercontent.com",
      ClientIDList: ["sts.amazonaws.com"],
      // With one, nobody has to reach the provider.
      ThumbprintList: ["6938fd4d98bab03faadb97b34396831e3780aea1"],
    }),
  );
  await send(
    new CreateRoleCommand({
      RoleName: "deploy",
      Description: "For the pipeline that deploys",
      AssumeRolePolicyDocument: policy({
        Effect: "Allow",
        Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` },
        Action: "sts:AssumeRole",
      }),
    }),
  );
  return AccessKey;
}

function ownKeys() {
  return policy({ Effect: "Allow", Action: "iam:*AccessKey*", Resource: "arn:aws:iam::*:user/${aws:username}" });
}
