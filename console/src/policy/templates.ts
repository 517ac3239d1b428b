import { writeStatements, type Statement } from "./statements";

export interface Template {
  id: string;
  name: string;
  says: string;
  document: string;
}

function policy(...statements: (Partial<Statement> & { actions: string[]; resources: string[] })[]): string {
  return writeStatements({
    version: "2012-10-17",
    statements: statements.map((statement) => ({
      effect: "Allow",
      notActions: false,
      notResources: false,
      notPrincipal: false,
      ...statement,
    })),
  });
}

/** Policies to start from, each with no more than its name says. */
export const TEMPLATES: Template[] = [
  {
    id: "read-bucket",
    name: "Read one bucket",
    says: "Lists and reads the objects of one bucket",
    document: policy(
      { sid: "List", actions: ["s3:ListBucket", "s3:GetBucketLocation"], resources: ["arn:aws:s3:::my-bucket"] },
      { sid: "Read", actions: ["s3:GetObject"], resources: ["arn:aws:s3:::my-bucket/*"] },
    ),
  },
  {
    id: "write-bucket",
    name: "Read and write one bucket",
    says: "Also puts and deletes objects",
    document: policy(
      { sid: "List", actions: ["s3:ListBucket", "s3:GetBucketLocation"], resources: ["arn:aws:s3:::my-bucket"] },
      {
        sid: "ReadAndWrite",
        actions: ["s3:GetObject", "s3:PutObject", "s3:DeleteObject", "s3:AbortMultipartUpload"],
        resources: ["arn:aws:s3:::my-bucket/*"],
      },
    ),
  },
  {
    id: "own-prefix",
    name: "A folder for each user",
    says: "Each user reads and writes below the own name in one bucket",
    document: policy(
      {
        sid: "List",
        actions: ["s3:ListBucket"],
        resources: ["arn:aws:s3:::my-bucket"],
        condition: { StringLike: { "s3:prefix": ["${aws:username}/*"] } },
      },
      {
        sid: "Own",
        actions: ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"],
        resources: ["arn:aws:s3:::my-bucket/${aws:username}/*"],
      },
    ),
  },
  {
    id: "own-credentials",
    name: "Manage one’s own credentials",
    says: "Password, access keys and MFA devices of oneself",
    document: policy(
      {
        sid: "Own",
        actions: [
          "iam:ChangePassword",
          "iam:GetUser",
          "iam:ListAccessKeys",
          "iam:CreateAccessKey",
          "iam:UpdateAccessKey",
          "iam:DeleteAccessKey",
          "iam:GetAccessKeyLastUsed",
          "iam:ListMFADevices",
          "iam:EnableMFADevice",
          "iam:ResyncMFADevice",
          "iam:DeactivateMFADevice",
        ],
        resources: ["arn:aws:iam::*:user/${aws:username}"],
      },
      {
        sid: "OwnDevice",
        actions: ["iam:CreateVirtualMFADevice", "iam:DeleteVirtualMFADevice"],
        resources: ["arn:aws:iam::*:mfa/${aws:username}"],
      },
    ),
  },
  {
    id: "require-mfa",
    name: "Only with a second factor",
    says: "Denies everything but the own MFA device to a session without one",
    document: policy({
      sid: "DenyWithoutSecondFactor",
      effect: "Deny",
      actions: [
        "iam:ChangePassword",
        "iam:GetUser",
        "iam:ListMFADevices",
        "iam:CreateVirtualMFADevice",
        "iam:EnableMFADevice",
      ],
      notActions: true,
      resources: ["*"],
      condition: { BoolIfExists: { "aws:MultiFactorAuthPresent": "false" } },
    }),
  },
  {
    id: "assume-role",
    name: "Take one role",
    says: "Allows to assume one role",
    document: policy({
      sid: "Take",
      actions: ["sts:AssumeRole"],
      resources: ["arn:aws:iam::123456789012:role/name"],
    }),
  },
  {
    id: "read-iam",
    name: "Read users and permissions",
    says: "Sees everything in this console and changes nothing",
    document: policy({ sid: "Read", actions: ["iam:Get*", "iam:List*", "iam:Simulate*"], resources: ["*"] }),
  },
];

export const EMPTY = policy({ actions: [], resources: ["*"] }).replace('"Action": []', '"Action": ""');
