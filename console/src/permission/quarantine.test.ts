import { describe, expect, it } from "vitest";
import { isQuarantined, quarantineArn } from "./quarantine";

const ADA = { arn: "arn:aws:iam::123456789012:user/ada" };
const CHINA = { arn: "arn:aws-cn:sts::123456789012:assumed-role/People/ada" };

describe("a quarantine", () => {
  it("is the policy of the caller's partition", () => {
    expect(quarantineArn(ADA)).toBe("arn:aws:iam::aws:policy/AWSDenyAll");
    expect(quarantineArn(CHINA)).toBe("arn:aws-cn:iam::aws:policy/AWSDenyAll");
  });

  it("is seen by that policy and by no other of its name", () => {
    expect(isQuarantined([{ PolicyArn: "arn:aws:iam::aws:policy/AWSDenyAll" }], ADA)).toBe(true);
    expect(isQuarantined([{ PolicyArn: "arn:aws:iam::123456789012:policy/AWSDenyAll" }], ADA)).toBe(false);
    expect(isQuarantined([], ADA)).toBe(false);
  });
});
