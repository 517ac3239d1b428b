import { GetPolicyVersionCommand } from "@aws-sdk/client-iam";
import { iam } from "../aws/clients";

/** A version's document as it was written. */
export async function readDocument(PolicyArn: string, VersionId: string): Promise<string> {
  const { PolicyVersion } = await iam.send(new GetPolicyVersionCommand({ PolicyArn, VersionId }));
  return decodeURIComponent(PolicyVersion?.Document ?? "");
}

/** A document in lines that people read; one that is none stays as it is. */
export function tidy(document: string): string {
  try {
    return document.includes("\n") ? document : JSON.stringify(JSON.parse(document), null, 2);
  } catch {
    return document;
  }
}
