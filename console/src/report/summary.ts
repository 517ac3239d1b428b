import { GetAccountSummaryCommand } from "@aws-sdk/client-iam";
import { iam } from "../aws/clients";
import { ROOT, type Row } from "./rows";

export type Summary = Partial<Record<string, number>>;

/** How many of everything there are in the account. */
export async function readSummary(): Promise<Summary> {
  return (await iam.send(new GetAccountSummaryCommand({}))).SummaryMap ?? {};
}

/** What a summary shows of the root user's row of the credential report. */
export function rootOf(summary: Summary): Row {
  return {
    user: ROOT,
    mfa_active: String(Boolean(summary["AccountMFAEnabled"])),
    access_key_1_active: String(Boolean(summary["AccountAccessKeysPresent"])),
  };
}
