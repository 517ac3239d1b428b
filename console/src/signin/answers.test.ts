import { describe, expect, it } from "vitest";
import { Refused } from "../aws/calls";
import { isAssertionSpent, needOf } from "./answers";

const refused = (code: string) => new Refused(403, code, "refused");

describe("what the server answers to a sign-in", () => {
  it("leaves the answer of a passkey as it is if a new password is asked for", () => {
    expect(isAssertionSpent(refused("NewPasswordNeeded"))).toBe(false);
  });

  it.each(["PasswordNotChanged", "WrongPasskey", "MFACodeNeeded", "AccessDenied"])("has spent it with %s", (code) => {
    expect(isAssertionSpent(refused(code))).toBe(true);
  });

  it("still asks for a new password after one was refused", () => {
    expect(needOf(refused("PasswordNotChanged"))).toBe("newPassword");
  });
});
