import { describe, expect, it } from "vitest";
import { bytes, hasHostName, text } from "./passkeys";

describe("base 64 for URLs", () => {
  it("comes back as it was", () => {
    const all = Uint8Array.from({ length: 256 }, (_, i) => i);
    expect(bytes(text(all.buffer))).toEqual(all);
    expect(text(Uint8Array.of(0xfb, 0xff).buffer)).toBe("-_8");
  });
});

describe("addresses", () => {
  it("have passkeys if they have a host name", () => {
    expect(["localhost", "iam.example.com", "IAM", "a1.b2"].every(hasHostName)).toBe(true);
    expect(["127.0.0.1", "10.0.0.1", "[::1]", "[fe80::a]", ""].some(hasHostName)).toBe(false);
  });
});
