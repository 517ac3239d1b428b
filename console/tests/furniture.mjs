import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  AddRoleToInstanceProfileCommand,
  AddUserToGroupCommand,
  AttachGroupPolicyCommand,
  CreateAccessKeyCommand,
  CreateGroupCommand,
  CreateInstanceProfileCommand,
  CreateLoginProfileCommand,
  CreateOpenIDConnectProviderCommand,
  CreatePolicyCommand,
  CreatePolicyVersionCommand,
  CreateRoleCommand,
  CreateUserCommand,
  IAMClient,
  PutUserPolicyCommand,
  UploadServerCertificateCommand,
} from "@aws-sdk/client-iam";
import { ACCOUNT, CONSOLE } from "./browser.mjs";

const policy = (...statements) => JSON.stringify({ Version: "2012-10-17", Statement: statements });
const READ = { Sid: "Read", Effect: "Allow", Action: ["s3:GetObject"], Resource: "arn:aws:s3:::backups/*" };
const WRITE = { Sid: "Write", Effect: "Allow", Action: ["s3:PutObject"], Resource: "arn:aws:s3:::backups/*" };

const ADMINISTRATOR = {
  AccessKeyId: process.env.CONSOLE_KEY_ID ?? "AKIAIOSFODNN7EXAMPLE",
  SecretAccessKey: process.env.CONSOLE_SECRET ?? "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
};

/** IAM for the owner of this key: the administrator, or somebody whose key an answer of CreateAccessKey brought. */
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
  await send(new CreateInstanceProfileCommand({ InstanceProfileName: "web-servers" }));
  await send(new AddRoleToInstanceProfileCommand({ InstanceProfileName: "web-servers", RoleName: "deploy" }));
  const { certificate, privateKey } = makeCertificate();
  await send(
    new UploadServerCertificateCommand({
      ServerCertificateName: "www",
      CertificateBody: certificate,
      PrivateKey: privateKey,
    }),
  );
  return AccessKey;
}

/** A certificate that signs itself, and its key, in PEM. */
export function makeCertificate(host = "www.example.com") {
  const folder = mkdtempSync(join(tmpdir(), "certificate"));
  const files = { key: join(folder, "key.pem"), certificate: join(folder, "certificate.pem") };
  try {
    const made = [
      "-keyout",
      files.key,
      "-out",
      files.certificate,
      "-days",
      "90",
      "-subj",
      `/CN=${host}`,
      "-addext",
      `subjectAltName=DNS:${host}`,
    ];
    execFileSync("openssl", ["req", "-x509", "-newkey", "rsa:2048", "-nodes", ...made], { stdio: "ignore" });
    return { certificate: readFileSync(files.certificate, "utf8"), privateKey: readFileSync(files.key, "utf8") };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function ownKeys() {
  return policy({ Effect: "Allow", Action: "iam:*AccessKey*", Resource: "arn:aws:iam::*:user/${aws:username}" });
}
