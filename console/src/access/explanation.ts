import { t } from "@lingui/core/macro";
import { ask } from "../aws/signed";
import type { Place } from "./place";

export type Decision = "allowed" | "explicitDeny" | "implicitDeny";

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

const ACTION = /^[A-Za-z0-9-]+:[A-Za-z0-9]+$/;

/** Whether the server takes it as the action of a question: there are no wildcards in one. */
export const isAction = (text: string) => ACTION.test(text);

const RESOURCE = /^\*$|^arn:[^:]+:[^:]+:[^:]*:[^:]*:./i;

/** Whether the server takes it as the resource of a question. */
export const isResource = (text: string) => RESOURCE.test(text);

export const explain = (question: Question) => ask<Explanation>("explain", question);

export const DECISIONS = {
  allowed: { type: "success", says: t`Allowed` },
  explicitDeny: { type: "error", says: t`Denied by a statement` },
  implicitDeny: { type: "stopped", says: t`Denied: nothing allows it` },
} as const;
