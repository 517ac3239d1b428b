import { describe, expect, it } from "vitest";
import { parse } from "./rows";

describe("rows of the credential report", () => {
  it("has values under the names of their columns", () => {
    expect(parse("user,arn,mfa_active\nbob,arn:bob,true\nann,,false\n")).toEqual([
      { user: "bob", arn: "arn:bob", mfa_active: "true" },
      { user: "ann", arn: "", mfa_active: "false" },
    ]);
  });

  it("keeps a comma of a name", () => {
    expect(parse('user,arn,mfa_active\n"smith,bob","arn:smith,bob",true')).toEqual([
      { user: "smith,bob", arn: "arn:smith,bob", mfa_active: "true" },
    ]);
  });
});
