import { select, t } from "@lingui/core/macro";

/** A statement as the pages show and change it. What they do not know stays in `rest`. */
export interface Statement {
  sid?: string | undefined;
  effect: "Allow" | "Deny";
  actions: string[];
  /** Whether `actions` are all but the ones that count. */
  notActions: boolean;
  resources: string[];
  notResources: boolean;
  principal?: unknown;
  notPrincipal: boolean;
  condition?: Record<string, Record<string, string | string[]>> | undefined;
}

export interface Document {
  version: string;
  id?: string | undefined;
  statements: Statement[];
}

type Json = Record<string, unknown>;

/** Reads a document; `undefined` if it is no JSON or has what statements do not have. Unread, nothing is lost. */
export function readStatements(text: string): Document | undefined {
  try {
    const { Version = "2008-10-17", Id, Statement, ...others } = JSON.parse(text) as Json;
    if (Object.keys(others).length > 0 || Statement === undefined) {
      return undefined;
    }
    const statements = list<Json>(Statement as Json | Json[]).map(readStatement);
    return statements.includes(undefined)
      ? undefined
      : { version: String(Version), id: Id as string | undefined, statements: statements as Statement[] };
  } catch {
    return undefined;
  }
}

function readStatement(json: Json): Statement | undefined {
  const { Sid, Effect, Action, NotAction, Resource, NotResource, Principal, NotPrincipal, Condition, ...others } = json;
  if (Object.keys(others).length > 0 || (Effect !== "Allow" && Effect !== "Deny")) {
    return undefined;
  }
  return {
    sid: Sid as string | undefined,
    effect: Effect,
    actions: list((Action ?? NotAction ?? []) as string | string[]),
    notActions: NotAction !== undefined,
    resources: list((Resource ?? NotResource ?? []) as string | string[]),
    notResources: NotResource !== undefined,
    principal: Principal ?? NotPrincipal,
    notPrincipal: NotPrincipal !== undefined,
    condition: Condition as Statement["condition"],
  };
}

/** Writes a document as people write it: one value alone, several as a list. */
export function writeStatements({ version, id, statements }: Document): string {
  const written = { Version: version, ...(id !== undefined && { Id: id }), Statement: statements.map(writeStatement) };
  return JSON.stringify(written, null, 2);
}

function writeStatement(statement: Statement): Json {
  return {
    ...(statement.sid !== undefined && { Sid: statement.sid }),
    Effect: statement.effect,
    ...(statement.principal !== undefined && {
      [statement.notPrincipal ? "NotPrincipal" : "Principal"]: statement.principal,
    }),
    [statement.notActions ? "NotAction" : "Action"]: single(statement.actions),
    ...(statement.resources.length > 0 && {
      [statement.notResources ? "NotResource" : "Resource"]: single(statement.resources),
    }),
    ...(statement.condition && { Condition: statement.condition }),
  };
}

function list<T>(value: T | T[]): T[] {
  return Array.isArray(value) ? value : [value];
}

function single<T>(values: T[]): T | T[] {
  const [first, ...others] = values;
  return first !== undefined && others.length === 0 ? first : values;
}

/** What a statement says, in words. */
export function inWords(statement: Statement): string {
  const { effect } = statement;
  const actions = actionsOf(statement);
  const resources = resourcesOf(statement);
  const whom = whomOf(statement);
  if (resources && whom !== undefined) {
    return select(effect, {
      Allow: `allows ${actions} on ${resources} to ${whom}`,
      other: `denies ${actions} on ${resources} to ${whom}`,
    });
  }
  if (resources) {
    return select(effect, { Allow: `allows ${actions} on ${resources}`, other: `denies ${actions} on ${resources}` });
  }
  return whom !== undefined
    ? select(effect, { Allow: `allows ${actions} to ${whom}`, other: `denies ${actions} to ${whom}` })
    : select(effect, { Allow: `allows ${actions}`, other: `denies ${actions}` });
}

function actionsOf({ actions, notActions }: Statement): string {
  if (notActions) {
    return t`every action but ${join(actions)}`;
  }
  return actions.includes("*") ? t`every action` : join(actions);
}

/** Nothing if the statement names no resources, as in trust policies. */
function resourcesOf({ resources, notResources }: Statement): string {
  if (resources.length === 0) {
    return "";
  }
  if (notResources) {
    return t`everything but ${join(resources)}`;
  }
  return resources.includes("*") ? t`everything` : join(resources);
}

/** `undefined` if the statement names no principal, as in policies of users. */
function whomOf({ principal, notPrincipal }: Statement): string | undefined {
  if (principal === undefined) {
    return undefined;
  }
  return notPrincipal ? t`everybody but ${principals(principal)}` : principals(principal);
}

function principals(principal: unknown): string {
  if (principal === "*") {
    return t`everybody`;
  }
  const kinds = Object.entries(principal as Record<string, string | string[]>);
  return kinds.length === 0 ? t`nobody` : kinds.map(([kind, names]) => `${kind} ${join(list(names))}`).join(t` and `);
}

function join(texts: string[]): string {
  return texts.length > 3 ? t`${texts.slice(0, 3).join(", ")} and ${texts.length - 3} more` : texts.join(", ");
}
