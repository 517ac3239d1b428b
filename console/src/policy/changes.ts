import { t } from "@lingui/core/macro";
import { inWords, readStatements, type Statement } from "./statements";

export interface Changes {
  /** Statements that there were, and are no more. */
  gone: string[];
  /** Statements that are new. */
  added: string[];
}

/** What the second document says that the first does not, and the other way round, statement by statement. */
export function changesBetween(before: string, after: string): Changes | undefined {
  const [old, young] = [readStatements(before), readStatements(after)];
  if (!old || !young) {
    return undefined;
  }
  return { gone: without(old.statements, young.statements), added: without(young.statements, old.statements) };
}

/** Statements of the first list that are not in the second; what a Sid is called and the order of lists do not count. */
function without(statements: Statement[], others: Statement[]): string[] {
  const known = new Set(others.map(meaning));
  return statements
    .filter((statement) => !known.has(meaning(statement)))
    .map((statement) =>
      statement.condition ? t`${inWords(statement)}, if ${JSON.stringify(statement.condition)}` : inWords(statement),
    );
}

function meaning({ sid: _, ...statement }: Statement): string {
  return JSON.stringify({
    ...statement,
    actions: statement.actions.map((action) => action.toLowerCase()).sort(),
    resources: [...statement.resources].sort(),
  });
}
