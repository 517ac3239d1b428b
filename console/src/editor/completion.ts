import type { Completion, CompletionContext, CompletionResult } from "@codemirror/autocomplete";
import { syntaxTree } from "@codemirror/language";
import type { EditorState } from "@codemirror/state";
import type { SyntaxNode } from "@lezer/common";
import { t } from "@lingui/core/macro";
import { catalog, service, type Service } from "./catalog";

const POLICY_MEMBERS = ["Version", "Id", "Statement"];
const STATEMENT_MEMBERS = [
  "Sid",
  "Effect",
  "Action",
  "NotAction",
  "Resource",
  "NotResource",
  "Principal",
  "NotPrincipal",
  "Condition",
];
const PRINCIPAL_MEMBERS = ["AWS", "Service", "Federated", "CanonicalUser"];
const OPERATORS = [
  ...[
    "StringEquals",
    "StringNotEquals",
    "StringEqualsIgnoreCase",
    "StringNotEqualsIgnoreCase",
    "StringLike",
    "StringNotLike",
  ],
  ...["NumericEquals", "NumericNotEquals", "NumericLessThan", "NumericLessThanEquals", "NumericGreaterThan"],
  ...[
    "NumericGreaterThanEquals",
    "DateEquals",
    "DateNotEquals",
    "DateLessThan",
    "DateLessThanEquals",
    "DateGreaterThan",
  ],
  ...[
    "DateGreaterThanEquals",
    "Bool",
    "BinaryEquals",
    "IpAddress",
    "NotIpAddress",
    "ArnEquals",
    "ArnLike",
    "ArnNotEquals",
  ],
  ...["ArnNotLike", "Null"],
];

/** Completes what the cursor is in: a member's name, an action, a resource, an operator, a condition key. */
export async function complete(context: CompletionContext): Promise<CompletionResult | null> {
  const node = syntaxTree(context.state).resolveInner(context.pos, -1);
  if (node.name !== "String" && node.name !== "PropertyName") {
    return null;
  }
  const from = node.from + 1;
  const typed = context.state.sliceDoc(from, context.pos);
  const options = await optionsFor(context.state, node, typed);
  return options && { from, options, validFor: /^[^"]*$/ };
}

async function optionsFor(state: EditorState, node: SyntaxNode, typed: string): Promise<Completion[] | null> {
  const path = pathOf(state, node);
  const inside = path.at(-1);
  if (node.name === "PropertyName") {
    return memberOptions(state, node, path);
  }
  switch (inside) {
    case "Effect":
      return words(["Allow", "Deny"]);
    case "Version":
      return words(["2012-10-17"]);
    case "Action":
    case "NotAction":
      return actionOptions(typed);
    case "Resource":
    case "NotResource":
      return resourceOptions(state, node);
    default:
      return null;
  }
}

function memberOptions(state: EditorState, node: SyntaxNode, path: string[]) {
  const above = path.at(-1);
  if (above === undefined) {
    return words(POLICY_MEMBERS);
  }
  if (path.at(-2) === "Condition") {
    return keyOptions(state, node);
  }
  switch (above) {
    case "Statement":
      return words(STATEMENT_MEMBERS);
    case "Principal":
    case "NotPrincipal":
      return words(PRINCIPAL_MEMBERS);
    case "Condition":
      return words(OPERATORS);
    default:
      return null;
  }
}

async function actionOptions(typed: string): Promise<Completion[]> {
  const [prefix = "", rest] = typed.split(":", 2);
  if (rest === undefined) {
    const { services } = await catalog();
    return services.map(({ prefix, name }) => ({ label: `${prefix}:`, detail: name, type: "namespace" }));
  }
  const found = await service(prefix.toLowerCase());
  return [
    { label: `${prefix}:*`, detail: t`every action`, boost: -1 },
    ...(found?.actions ?? []).map((action) => ({
      label: `${prefix}:${action.name}`,
      detail: action.level,
      ...(action.resources.length > 0 && { info: t`on ${action.resources.join(", ")}` }),
      type: "function",
    })),
  ];
}

async function resourceOptions(state: EditorState, node: SyntaxNode): Promise<Completion[]> {
  const services = await servicesOf(state, node);
  return [
    { label: "*", detail: t`everything` },
    ...services.flatMap((each) =>
      each.resources.map(({ name, arn }) => ({ label: arn, detail: `${each.prefix} ${name}`, type: "class" })),
    ),
  ];
}

async function keyOptions(state: EditorState, node: SyntaxNode): Promise<Completion[]> {
  const [{ globalKeys }, services] = await Promise.all([catalog(), servicesOf(state, node)]);
  return [...services.flatMap((each) => each.conditionKeys), ...globalKeys].map(({ name, type }) => ({
    label: name,
    detail: type,
    type: "property",
  }));
}

/** The services whose actions the statement around a node names. */
async function servicesOf(state: EditorState, node: SyntaxNode): Promise<Service[]> {
  const prefixes = new Set(
    [...statementText(state, node).matchAll(/"([a-z0-9-]+):[^"/]*"/gi)].map(([, prefix = ""]) => prefix.toLowerCase()),
  );
  const known = new Set((await catalog()).services.map(({ prefix }) => prefix));
  const found = await Promise.all([...prefixes].filter((prefix) => known.has(prefix)).map(service));
  return found.filter((each) => each !== undefined);
}

function statementText(state: EditorState, node: SyntaxNode): string {
  for (let at: SyntaxNode | null = node; at; at = at.parent) {
    if (at.name === "Object" && pathOf(state, at).at(-1) === "Statement") {
      return state.sliceDoc(at.from, at.to);
    }
  }
  return state.doc.toString();
}

/** The names of the members that a node is in, from the outside; positions in lists do not count. */
export function pathOf(state: EditorState, node: SyntaxNode): string[] {
  const path: string[] = [];
  const first = node.name === "PropertyName" ? node.parent?.parent : node;
  for (let at = first ?? null; at; at = at.parent) {
    const name = at.name === "Property" ? at.getChild("PropertyName") : null;
    if (name) {
      path.unshift(state.sliceDoc(name.from + 1, name.to - 1));
    }
  }
  return path;
}

function words(labels: string[]): Completion[] {
  return labels.map((label) => ({ label, type: "keyword" }));
}
