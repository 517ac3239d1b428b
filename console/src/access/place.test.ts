import { describe, expect, it } from "vitest";
import { cut } from "./place";

describe("a statement in its policy", () => {
  const text = '{"a":\n  {"b": 1},\n  {"c": 2}}';

  it("is what stands between two places", () => {
    expect(cut(text, { line: 2, column: 3 }, { line: 2, column: 11 })).toEqual([
      '{"a":\n  ',
      '{"b": 1}',
      ',\n  {"c": 2}}',
    ]);
  });

  it("ends with the text if the text is shorter", () => {
    expect(cut(text, { line: 3, column: 3 }, { line: 9, column: 1 })).toEqual([
      '{"a":\n  {"b": 1},\n  ',
      '{"c": 2}}',
      "",
    ]);
  });
});
