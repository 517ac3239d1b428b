import { GenerateCredentialReportCommand, GetCredentialReportCommand } from "@aws-sdk/client-iam";
import { i18n } from "@lingui/core";
import { t } from "@lingui/core/macro";
import { iam } from "../aws/clients";
import { exactly } from "../parts/time";
import { parse, type Row } from "./rows";
import { readSummary, rootOf, type Summary } from "./summary";

export interface CredentialReport {
  made: Date | undefined;
  text: string;
  rows: Row[];
}

/** What is known of an account whose report is too long for a browser. */
export interface LargeAccount {
  users: number;
  root: Row;
}

/** A browser holds a report whole. */
export const MOST_USERS = 20_000;

const POLL_MS = 500;

/** Reads the report, unless the account has more than {@link MOST_USERS}. */
export async function readReport(): Promise<CredentialReport | LargeAccount> {
  // Some may see the report and not the summary: theirs is taken for a usual account.
  const summary = await readSummary().catch((): Summary => ({}));
  const users = summary["Users"] ?? 0;
  return users > MOST_USERS ? { users, root: rootOf(summary) } : readWhole();
}

/** Asks for a report that is not older than four hours, as AWS makes them, and waits until it is there. */
async function readWhole(): Promise<CredentialReport> {
  for (;;) {
    const { State } = await iam.send(new GenerateCredentialReportCommand({}));
    if (State === "COMPLETE") {
      break;
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  const { Content, GeneratedTime } = await iam.send(new GetCredentialReportCommand({}));
  const text = new TextDecoder().decode(Content);
  return { made: GeneratedTime, text, rows: parse(text) };
}

/** Of when a report is, and until when. */
export function asOf(made: Date): string {
  return t`As of ${exactly(made)}. A new one is made when it is four hours old.`;
}

export function isLarge(read: CredentialReport | LargeAccount): read is LargeAccount {
  return "users" in read;
}

/** Why no report is shown, and what brings it. */
export function whyNotShown({ users }: LargeAccount): string {
  return t`The console reads reports of up to ${i18n.number(MOST_USERS)} users, and this account has ${i18n.number(users)}: aws iam get-credential-report brings the report.`;
}
