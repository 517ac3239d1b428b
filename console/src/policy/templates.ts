import { t } from "@lingui/core/macro";
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
    name: t`Read one bucket`,
    says: t`Lists and reads the objects of one bucket`,
    document: policy(
      { sid: "List", actions: ["s3:ListBucket", "s3:GetBucketLocation"], resources: ["arn:aws:s3:::my-bucket"] },
      { sid: "Read", actions: ["s3:GetObject"], resources: ["arn:aws:s3:::my-bucket/*"] },
    ),
  },
  {
    id: "write-bucket",
    name: t`Read and write one bucket`,
    says: t`Also puts and deletes objects`,
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
    name: t`A folder for each user`,
    says: t`Each user reads and writes below the own name in one bucket`,
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
    name: t`Manage one’s own credentials`,
    says: t`Password, access keys and MFA devices of oneself`,
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
    name: t`Only with a second factor`,
    says: t`Denies everything but the own MFA device to a session without one`,
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
    name: t`Take one role`,
    says: t`Allows to assume one role`,
    document: policy({
      sid: "Take",
      actions: ["sts:AssumeRole"],
      resources: ["arn:aws:iam::123456789012:role/name"],
    }),
  },
  {
    id: "read-iam",
    name: t`Read users and permissions`,
    says: t`Sees everything in this console and changes nothing`,
    document: policy({ sid: "Read", actions: ["iam:Get*", "iam:List*", "iam:Simulate*"], resources: ["*"] }),
  },
];

export const EMPTY = policy({ actions: [], resources: ["*"] }).replace('"Action": []', '"Action": ""');
