import { describe, expect, it } from "vitest";
import { endOf, isSoon } from "./ends";

const MADE = new Date("2026-01-01T12:00:00Z");
const end = (tag?: string, rule?: string) => endOf(MADE, { tag, rule })?.toISOString();

describe("a key's end", () => {
  it("is absent if nothing ends it", () => {
    expect(end()).toBeUndefined();
    expect(end(undefined, "0")).toBeUndefined();
  });

  it("comes days after the key was made", () => {
    expect(end("30")).toBe("2026-01-31T12:00:00.000Z");
    expect(end(undefined, "90")).toBe("2026-04-01T12:00:00.000Z");
  });

  it("comes at a time, and a day begins in UTC", () => {
    expect(end("2026-12-31T18:00:00Z")).toBe("2026-12-31T18:00:00.000Z");
    expect(end("2026-12-31")).toBe("2026-12-31T00:00:00.000Z");
  });

  it("is the earlier one of both", () => {
    expect(end("30", "90")).toBe("2026-01-31T12:00:00.000Z");
    expect(end("2027-01-01", "90")).toBe("2026-04-01T12:00:00.000Z");
  });

  it("has come if the tag cannot be read", () => {
    for (const unreadable of ["soon", "0", "36501", "2026-13-01", "2026-12-31T18:00:00", "1e3"]) {
      expect(end(unreadable, "90")).toBe(MADE.toISOString());
    }
  });

  it("is soon in its last fourteen days", () => {
    const at = (days: number) => new Date(MADE.getTime() + days * 86_400_000);
    expect([undefined, at(0), at(1), at(13), at(14)].map((each) => isSoon(each, MADE.getTime()))).toEqual([
      false,
      false,
      true,
      true,
      false,
    ]);
  });
});
