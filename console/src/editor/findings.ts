import type { Diagnostic } from "@codemirror/lint";
import type { Text } from "@codemirror/state";
import { ask } from "../aws/signed";

export type PolicyType = "IDENTITY_POLICY" | "RESOURCE_POLICY" | "SERVICE_CONTROL_POLICY";

/** What the server's validator found, with lines and columns that count from 1. */
export interface Finding {
  type: "ERROR" | "SECURITY_WARNING" | "WARNING" | "SUGGESTION";
  code: string;
  message: string;
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
}

const SEVERITIES = { ERROR: "error", SECURITY_WARNING: "warning", WARNING: "warning", SUGGESTION: "info" } as const;

/** Asks the server about a document, says what it found, and gives it in the editor's form. */
export async function findings(text: Text, type: PolicyType, say: (found: Finding[]) => void): Promise<Diagnostic[]> {
  if (text.length === 0) {
    say([]);
    return [];
  }
  try {
    const found = await ask<Finding[]>("findings", { document: text.toString(), type });
    say(found);
    return found.map((finding) => ({
      from: offset(text, finding.line, finding.column),
      to: Math.max(offset(text, finding.endLine, finding.endColumn), offset(text, finding.line, finding.column)),
      severity: SEVERITIES[finding.type],
      message: finding.message,
      source: finding.code,
    }));
  } catch {
    // Without findings one can still write, and the server checks what is saved.
    return [];
  }
}

/** Where a line and a column are in a text; what lies beyond it is its end. */
export function offset(text: Text, line: number, column: number): number {
  const { from, length } = text.line(Math.min(Math.max(line, 1), text.lines));
  return from + Math.min(Math.max(column - 1, 0), length);
}
