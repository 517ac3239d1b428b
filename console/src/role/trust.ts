import { t } from "@lingui/core/macro";
import { readStatements } from "../policy/statements";

/** Whom a trust policy trusts, as people say it. IAM sends documents percent-encoded. */
export function trustedBy(encoded: string | undefined): string[] {
  const read = readStatements(decodeURIComponent(encoded ?? ""));
  const names = (read?.statements ?? [])
    .filter((statement) => statement.effect === "Allow" && !statement.notPrincipal)
    .flatMap((statement) => namesIn(statement.principal));
  return [...new Set(names)];
}

function namesIn(principal: unknown): string[] {
  if (principal === "*") {
    return [t`Everybody`];
  }
  return Object.values((principal ?? {}) as Record<string, string | string[]>)
    .flat()
    .map((name) =>
      name
        .replace(/^arn:[^:]+:iam::(\d{12}):root$/, (_, account: string) => t`Account ${account}`)
        .replace(/^arn:[^:]+:iam::\d{12}:/, ""),
    );
}

/** Whom a new role may trust. */
export type Trust =
  | { kind: "account"; account: string; externalId: string; mfa: boolean }
  | { kind: "web"; provider: string; audience: string; subject: string }
  | { kind: "saml"; provider: string }
  | { kind: "service"; service: string }
  | { kind: "machine"; user: string };

export type TrustKind = Trust["kind"];

/** The trust policy of a role. `partition` is that of all ARNs of the server. */
export function trustPolicy(trust: Trust, partition: string): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: [statementFor(trust, partition)] }, null, 2);
}

function statementFor(trust: Trust, partition: string) {
  switch (trust.kind) {
    case "account": {
      const condition = {
        ...(trust.externalId && { StringEquals: { "sts:ExternalId": trust.externalId } }),
        ...(trust.mfa && { Bool: { "aws:MultiFactorAuthPresent": "true" } }),
      };
      return {
        Effect: "Allow",
        Principal: { AWS: `arn:${partition}:iam::${trust.account}:root` },
        Action: "sts:AssumeRole",
        ...(Object.keys(condition).length > 0 && { Condition: condition }),
      };
    }
    case "web": {
      const issuer = trust.provider.split(":oidc-provider/")[1] ?? "";
      return {
        Effect: "Allow",
        Principal: { Federated: trust.provider },
        Action: "sts:AssumeRoleWithWebIdentity",
        Condition: {
          StringEquals: { [`${issuer}:aud`]: trust.audience },
          ...(trust.subject && { StringLike: { [`${issuer}:sub`]: trust.subject } }),
        },
      };
    }
    case "saml":
      return {
        Effect: "Allow",
        Principal: { Federated: trust.provider },
        Action: "sts:AssumeRoleWithSAML",
        Condition: { StringEquals: { "SAML:aud": "https://signin.aws.amazon.com/saml" } },
      };
    case "service":
      return { Effect: "Allow", Principal: { Service: trust.service }, Action: "sts:AssumeRole" };
    case "machine":
      return { Effect: "Allow", Principal: { AWS: trust.user }, Action: "sts:AssumeRole" };
  }
}

/** What is still missing, or nothing. */
export function faultOfTrust(trust: Trust): string | undefined {
  switch (trust.kind) {
    case "account":
      return /^\d{12}$/.test(trust.account) ? undefined : t`Give the account’s 12 digits.`;
    case "web":
      return !trust.provider
        ? t`Choose a provider.`
        : !trust.audience
          ? t`Give the audience for which tokens are made.`
          : undefined;
    case "saml":
      return trust.provider ? undefined : t`Choose a provider.`;
    case "service":
      return trust.service ? undefined : t`Name the service.`;
    case "machine":
      return trust.user.startsWith("arn:") ? undefined : t`Give the ARN of the program’s user or role.`;
  }
}
