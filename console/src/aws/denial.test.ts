import { describe, expect, it } from "vitest";
import { inWords, noteFor, readDenial, shortestPolicy, whatHelps } from "./denial";

const ALICE = "arn:aws:iam::123456789012:user/alice";
const USERS = "arn:aws:iam::123456789012:user/";

describe("a denial", () => {
  it("names who, what, on what and why", () => {
    const text = `User: ${ALICE} is not authorized to perform: iam:ListUsers on resource: ${USERS} because no identity-based policy allows the iam:ListUsers action`;
    expect(readDenial(text)).toEqual({
      principal: ALICE,
      action: "iam:ListUsers",
      resource: USERS,
      reason: "because no identity-based policy allows the iam:ListUsers action",
      explicit: false,
    });
  });

  it("may name a resource in words, and then the policy is for every resource", () => {
    const denial = readDenial(
      `User: ${ALICE} is not authorized to perform: iam:ListAccessKeys on resource: user alice because no permissions boundary allows the iam:ListAccessKeys action`,
    );
    expect(denial?.resource).toBe("user alice");
    expect(denial && inWords(denial)).toContain("The permissions boundary does not allow it");
    expect(denial && whatHelps(denial)).toContain("The permissions boundary would have to allow this");
    expect(denial && noteFor(denial)).toContain("The permissions boundary would have to allow it");
    expect(denial && JSON.parse(shortestPolicy(denial))).toMatchObject({ Statement: [{ Resource: "*" }] });
  });

  it("may be explicit, by a policy that it names, and then a policy does not help", () => {
    const denial = readDenial(
      `User: ${ALICE} is not authorized to perform: iam:GetRole on resource: role r with an explicit deny in an identity-based policy: arn:aws:iam::123456789012:policy/no`,
    );
    expect(denial).toMatchObject({ explicit: true, policy: "arn:aws:iam::123456789012:policy/no" });
    expect(denial && noteFor(denial)).not.toContain("would allow it");
  });

  it("may name no resource", () => {
    const denial = readDenial(
      `User: ${ALICE} is not authorized to perform: sts:GetAccessKeyInfo because no identity-based policy allows the sts:GetAccessKeyInfo action`,
    );
    expect(denial).toMatchObject({ action: "sts:GetAccessKeyInfo", explicit: false });
    expect(denial?.resource).toBeUndefined();
  });

  it("is noted with the backslashes of its resource", () => {
    const resource = "arn:aws:s3:::b/\\u0022";
    const denial = readDenial(
      `User: ${ALICE} is not authorized to perform: s3:GetObject on resource: ${resource} because no identity-based policy allows the s3:GetObject action`,
    );
    const note = denial ? noteFor(denial) : "";
    expect(note).toContain(`I tried s3:GetObject on ${resource} and was refused.`);
    expect(JSON.parse(note.slice(note.indexOf("{")))).toMatchObject({ Statement: [{ Resource: resource }] });
  });

  it("is nothing else", () => {
    expect(readDenial("The user with name bob cannot be found.")).toBeUndefined();
    expect(readDenial("")).toBeUndefined();
  });
});
