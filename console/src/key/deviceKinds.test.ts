import { expect, it } from "vitest";
import { kindOf } from "./deviceKinds";

it("a device's serial number shows its kind", () => {
  expect(kindOf("arn:aws:iam::123456789012:mfa/u2f/alice")).toBe("app");
  expect(kindOf("arn:aws:iam::123456789012:u2f/user/alice/laptop-AAAA")).toBe("passkey");
  expect(kindOf("arn:aws-cn:iam::123456789012:u2f/root/laptop-AAAA")).toBe("passkey");
  expect(kindOf("GAHT12345678")).toBe("token");
});
