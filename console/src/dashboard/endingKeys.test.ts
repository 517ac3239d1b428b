import { describe, expect, it } from "vitest";
import { parse } from "../report/rows";
import { adviceOnEnds } from "./endingKeys";

const NOW = Date.parse("2026-06-01T00:00:00Z");
const ROWS = parse(
  [
    "user,access_key_1_active,access_key_1_last_rotated,access_key_2_active,access_key_2_last_rotated",
    "<root_account>,true,2026-03-08T00:00:00Z,false,N/A",
    "alice,true,2026-03-08T00:00:00Z,false,N/A",
    "bob,false,2026-03-08T00:00:00Z,true,2026-05-31T00:00:00Z",
    "carol,false,2026-03-08T00:00:00Z,false,N/A",
  ].join("\n"),
);
const adviceFor = (rule?: string, tags: [string, string][] = [], partial = false) =>
  adviceOnEnds(ROWS, { rule, tags: new Map(tags), partial }, NOW);

describe("advice on keys that end", () => {
  it("is good if nothing ends", () => {
    expect(adviceFor()).toMatchObject({
      severity: "good",
      says: "No key ends by itself in the next 14 days.",
      users: [],
    });
  });

  it("names those whose active key ends by the account's rule", () => {
    expect(adviceFor("90")).toMatchObject({
      severity: "poor",
      says: "1 user has a key that ends in the next 14 days.",
      users: ["alice"],
    });
  });

  it("names those whose active key ends by their tag", () => {
    expect(adviceFor(undefined, [["bob", "2026-06-05"]]).users).toEqual(["bob"]);
    expect(adviceFor("90", [["bob", "10"]])).toMatchObject({
      says: "2 users have a key that ends in the next 14 days.",
      users: ["alice", "bob"],
    });
  });

  it("is silent about keys that have ended or end later", () => {
    expect(adviceFor("30", [["bob", "2026-07-01"]]).users).toEqual([]);
    expect(adviceFor(undefined, [["carol", "2026-06-05"]]).users).toEqual([]);
  });

  it("says if not all users were looked at", () => {
    expect(adviceFor(undefined, [], true).does).toBe("Tags of the first 1,000 users were looked at.");
    expect(adviceFor("90", [], true).does).toContain("Tags of the first 1,000 users were looked at.");
  });
});
