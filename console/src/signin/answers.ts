import { t } from "@lingui/core/macro";
import { Refused, type SignInForm } from "../aws/calls";
import { NoPasskey } from "../aws/passkeys";

/** What the server may ask for after the password. */
export type Need = "mfaCode" | "passkey" | "newPassword";

export function needOf(error: unknown): Need | undefined {
  switch (error instanceof Refused ? error.name : undefined) {
    case "MFACodeNeeded":
    case "WrongMFACode":
      return "mfaCode";
    case "PasskeyNeeded":
    case "WrongPasskey":
      return "passkey";
    case "NewPasswordNeeded":
    case "PasswordNotChanged":
      return "newPassword";
    default:
      return undefined;
  }
}

/** Whether a passkey has to answer again: the server takes an answer once, unless it asks for a new password first. */
export function isAssertionSpent(error: unknown): boolean {
  return !(error instanceof Refused && error.name === "NewPasswordNeeded");
}

const SIGN_ON_FAULTS: Record<string, string> = {
  SignInInterrupted: t`The sign-in was interrupted, or took too long. Begin again.`,
  ProviderRefused: t`The identity provider refused the sign-in.`,
  ProviderUnreachable: t`The identity provider cannot be reached.`,
  NoSuchProvider: t`There is no such identity provider any more.`,
  AccessDenied: t`The identity provider knows you, but no role trusts you. Ask an administrator.`,
};

/** Why a single sign-on came back without a session, as its address says; `undefined` if it does not. */
export function signOnFault(hash: string): string | undefined {
  const code = /^#\/sign-in\?error=([\w.-]+)/.exec(hash)?.[1];
  return code && (SIGN_ON_FAULTS[code] ?? t`The sign-in through the identity provider failed: ${code}.`);
}

/** What is still to be filled in before the server is asked; `undefined` if nothing is. */
export function missingIn(form: SignInForm): string | undefined {
  if (!form.account && !form.email) {
    return form.userName === undefined
      ? t`Enter the account’s ID or alias, or the e-mail address.`
      : t`Enter the account’s ID or alias.`;
  }
  if (form.userName === "") {
    return t`Enter the user name.`;
  }
  return form.password === "" ? t`Enter the password.` : undefined;
}

/** Why there is no way in yet, for the person. */
export function say(error: unknown): string {
  if (error instanceof NoPasskey) {
    return error.message;
  }
  if (!(error instanceof Refused)) {
    return t`The server cannot be reached. Is it running?`;
  }
  switch (error.name) {
    case "MFACodeNeeded":
      return t`The password is right. Now enter the code of your MFA device.`;
    case "PasskeyNeeded":
      return error.passkey
        ? t`The password is right. Now use your passkey.`
        : t`The password is right, but your passkey is for another address of this console.`;
    case "WrongPasskey":
      return t`The passkey was not accepted. Sign in again.`;
    case "WrongMFACode":
      return t`The code is wrong, or was used before. Wait for the next one.`;
    case "NewPasswordNeeded":
      return t`The password is right, but has to be replaced. Choose a new one.`;
    case "PasswordNotChanged":
      return error.message;
    case "PasswordExpired":
      return t`Your password has expired. An administrator has to set a new one.`;
    case "AccessDenied":
      return t`The account, the name or the password is wrong.`;
    case "Throttling":
      return t`There were too many attempts. Nothing is locked: wait, and try again.`;
    default:
      return error.message;
  }
}
