/** A row of the credential report, under AWS's names of its columns. */
export type Row = Record<string, string>;

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
