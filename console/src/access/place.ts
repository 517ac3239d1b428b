/** A place in a text; lines and columns count from 1. */
export interface Place {
  line: number;
  column: number;
}

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
