/** A row of the credential report, under AWS's names of its columns. */
export type Row = Record<string, string>;

/** The root user's name in the report. */
export const ROOT = "<root_account>";

export function parse(text: string): Row[] {
  const [head = "", ...lines] = text.trim().split(/\r?\n/);
  const names = head.split(",");
  return lines.map((line) => {
    const values = valuesOf(line);
    return Object.fromEntries(names.map((name, index) => [name, values[index] ?? ""]));
  });
}

/** A value with a comma stands in quotes; names cannot have quotes of their own. */
function valuesOf(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,"]*))/g)].map(([, quoted, plain]) => quoted ?? plain ?? "");
}

/** A moment of the report; it says `N/A`, `no_information` or `not_supported` if there is none. */
export function moment(text: string | undefined): Date | undefined {
  const parsed = Date.parse(text ?? "");
  return Number.isNaN(parsed) ? undefined : new Date(parsed);
}
