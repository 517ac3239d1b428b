import { describe, expect, it } from "vitest";
import { parse } from "../report/rows";
import { adviceOn } from "./advice";

const NOW = Date.parse("2026-06-01T00:00:00Z");
const HEAD =
  "user,password_enabled,password_last_used,password_last_changed,mfa_active,access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,access_key_2_active";

const adviceFor = (...lines: string[]) => adviceOn(parse([HEAD, ...lines].join("\n")), false, NOW);
const ROOT = "<root_account>,not_supported,no_information,not_supported,true,false,N/A,N/A,false";

describe("advice", () => {
  it("is good if there is nothing to do", () => {
    expect(adviceFor(ROOT).map(({ severity }) => severity)).toEqual(Array(6).fill("good"));
  });

  it("begins with the root user", () => {
    const [mfa, keys] = adviceFor("<root_account>,x,x,x,false,true,2026-05-31T00:00:00Z,N/A,false");
    expect(mfa).toMatchObject({ severity: "bad", says: "The root user has no MFA device." });
    expect(keys).toMatchObject({ severity: "bad", says: "The root user has an active access key." });
  });

  it("leads the root user to their own MFA device, and asks others to sign in as the root user", () => {
    const rows = parse([HEAD, ROOT.replace("true", "false")].join("\n"));
    expect(adviceOn(rows, true, NOW)[0]).toMatchObject({
      does: "Add one under My security credentials.",
      href: "#/me",
    });
    expect(adviceOn(rows, false, NOW)[0]?.does).toMatch(/^Sign in as the root user/);
    expect(adviceOn(rows, false, NOW)[0]?.href).toBeUndefined();
  });

  it("names users", () => {
    const found = adviceFor(
      ROOT,
      "alice,true,2026-05-30T00:00:00Z,2026-01-01T00:00:00Z,false,true,2026-01-01T00:00:00Z,2026-05-30T00:00:00Z,false",
      "bob,true,no_information,2026-01-01T00:00:00Z,true,true,2026-01-01T00:00:00Z,N/A,false",
      "carol,false,N/A,N/A,false,false,2020-01-01T00:00:00Z,N/A,false",
    );
    expect(found.slice(2).map(({ says, users }) => [says, ...users])).toEqual([
      ["1 user signs in without MFA.", "alice"],
      ["2 users have a key that is older than 90 days.", "alice", "bob"],
      ["1 user has a key that was not used for 90 days.", "bob"],
      ["1 user has not signed in for 90 days.", "bob"],
    ]);
  });
});
