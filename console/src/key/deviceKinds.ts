/** What a second factor can be: an app, a hardware token, or a passkey or security key. */
export type DeviceKind = "app" | "token" | "passkey";

/** The kind of a device: all but hardware tokens have an ARN as their serial number. */
export function kindOf(serialNumber = ""): DeviceKind {
  const type = /^arn:[^:]*:iam::[^:]*:(mfa|u2f)\//.exec(serialNumber)?.[1];
  return type === "u2f" ? "passkey" : type === "mfa" ? "app" : "token";
}
