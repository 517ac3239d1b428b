import {
  type AccessKeyLastUsed,
  type AccessKeyMetadata,
  GetAccessKeyLastUsedCommand,
  ListAccessKeysCommand,
  type StatusType,
  UpdateAccessKeyCommand,
} from "@aws-sdk/client-iam";
import { t } from "@lingui/core/macro";
import { iam } from "../aws/clients";

/** What the pages call the states of credentials. */
export const STATUSES: Record<StatusType, string> = { Active: t`Active`, Inactive: t`Inactive`, Expired: t`Expired` };

export interface UsedKey extends AccessKeyMetadata {
  used?: AccessKeyLastUsed;
  /** Why the last use cannot be shown. */
  unknownUse?: Error;
}

/** The keys of a user with their last uses. Somebody may see keys and not their uses. */
export async function readKeys(UserName?: string): Promise<UsedKey[]> {
  const { AccessKeyMetadata = [] } = await iam.send(new ListAccessKeysCommand({ UserName }));
  return Promise.all(AccessKeyMetadata.map(withUse));
}

async function withUse(key: AccessKeyMetadata): Promise<UsedKey> {
  try {
    return { ...key, used: await lastUse(key.AccessKeyId) };
  } catch (error) {
    return { ...key, unknownUse: error as Error };
  }
}

export async function lastUse(AccessKeyId: string | undefined) {
  return (await iam.send(new GetAccessKeyLastUsedCommand({ AccessKeyId }))).AccessKeyLastUsed;
}

export function setStatus(key: AccessKeyMetadata, Status: "Active" | "Inactive") {
  return iam.send(new UpdateAccessKeyCommand({ UserName: key.UserName, AccessKeyId: key.AccessKeyId, Status }));
}

/** The file that AWS's console gives, which AWS's tools read. */
export function csvOf(key: { AccessKeyId?: string | undefined; SecretAccessKey?: string | undefined }): string {
  return `Access key ID,Secret access key\n${key.AccessKeyId ?? ""},${key.SecretAccessKey ?? ""}\n`;
}

export function download(name: string, text: string, type = "text/csv") {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
