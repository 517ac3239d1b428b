import { GenerateCredentialReportCommand, GetCredentialReportCommand } from "@aws-sdk/client-iam";
import { iam } from "../aws/clients";

/** A row of the credential report, under AWS's names of its columns. */
export type Row = Record<string, string>;

export interface CredentialReport {
  made: Date | undefined;
  text: string;
  rows: Row[];
}

const POLL_MS = 500;

/** Asks for a report that is not older than four hours, as AWS makes them, and waits until it is there. */
export async function readReport(): Promise<CredentialReport> {
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

/** AWS's report has neither quotes nor commas in its values. */
export function parse(text: string): Row[] {
  const [head = "", ...lines] = text.trim().split(/\r?\n/);
  const names = head.split(",");
  return lines.map((line) => {
    const values = line.split(",");
    return Object.fromEntries(names.map((name, index) => [name, values[index] ?? ""]));
  });
}

/** A moment of the report; it says `N/A`, `no_information` or `not_supported` if there is none. */
export function moment(text: string | undefined): Date | undefined {
  const parsed = Date.parse(text ?? "");
  return Number.isNaN(parsed) ? undefined : new Date(parsed);
}
