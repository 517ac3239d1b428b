import { GenerateCredentialReportCommand, GetCredentialReportCommand } from "@aws-sdk/client-iam";
import { iam } from "../aws/clients";
import { parse, type Row } from "./rows";

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
