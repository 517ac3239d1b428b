import { ask } from "../aws/signed";

export type Decision = "allowed" | "explicitDeny" | "implicitDeny";

export interface Place {
  line: number;
  column: number;
}

/** A statement that made a decision, and where it stands in its policy. */
export interface DecidingStatement {
  policy: { arn?: string; name: string; type: string; owner?: string };
  sid?: string;
  effect: "Allow" | "Deny";
  start: Place;
  end: Place;
  document?: string;
}

export interface PathNode {
  kind: "account" | "user" | "group" | "role" | "session" | "policy" | "boundary" | "scp";
  name: string;
  arn?: string;
}

/** Why a principal may or may not do something: `POST console/explain`. */
export interface Explanation {
  decision: Decision;
  reason: string;
  statements: DecidingStatement[];
  path: PathNode[];
  missing?: { document: string };
  layers: { name: string; decision: string }[];
}

export interface Question {
  principal: string;
  action: string;
  resource: string;
  context?: Record<string, string[]>;
}

export const explain = (question: Question) => ask<Explanation>("explain", question);

export const DECISIONS = {
  allowed: { type: "success", says: "Allowed" },
  explicitDeny: { type: "error", says: "Denied by a statement" },
  implicitDeny: { type: "stopped", says: "Denied: nothing allows it" },
} as const;

/** The part of a text between two places; columns count from 1, and the end is not part of it. */
export function cut(text: string, start: Place, end: Place): [string, string, string] {
  const from = position(text, start);
  const until = position(text, end);
  return [text.slice(0, from), text.slice(from, until), text.slice(until)];
}

function position(text: string, { line, column }: Place): number {
  let at = 0;
  for (let number = 1; number < line; number++) {
    const next = text.indexOf("\n", at);
    if (next < 0) {
      return text.length;
    }
    at = next + 1;
  }
  return Math.min(at + column - 1, text.length);
}
