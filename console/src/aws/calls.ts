import { t } from "@lingui/core/macro";
import type { Assertion, Attestation, CreationOptions, RequestOptions } from "./passkeys";
import type { Session } from "./session";

/** An error of the console's own calls. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    override readonly name: string,
    message: string,
    readonly retryAfterSeconds?: number,
    /** What a passkey may be asked, if one helps. */
    readonly passkey?: RequestOptions,
  ) {
    super(message);
  }
}

export interface SignInForm {
  account?: string;
  email?: string;
  userName?: string;
  password: string;
  mfaCode?: string;
  newPassword?: string;
  passkey?: Assertion;
}

export interface SignInProvider {
  name: string;
  start: string;
}

export const signIn = (form: SignInForm) => post<Session>("sign-in", form);

export const freshSession = () => post<Session>("session", {});

export const signOut = (everywhere: boolean) => post<undefined>("sign-out", { everywhere });

/** What the browser is to be asked for, to register a passkey of a user, or without a name of the caller. */
export const passkeyOptions = (userName?: string) => post<CreationOptions>("passkeys/options", { userName });

export const registerPasskey = (registration: { userName?: string; deviceName: string; credential: Attestation }) =>
  post<{ serialNumber: string }>("passkeys/register", registration);

export const signInProviders = (account: string) =>
  get<SignInProvider[]>(`providers?account=${encodeURIComponent(account)}`);

/** Where clients of AWS reach this server: their `AWS_ENDPOINT_URL`. */
export function endpoint(): string {
  return address("..").href.replace(/\/$/, "");
}

/** Every call is relative to the page, so that it works under any path prefix. */
export function address(path: string): URL {
  return new URL(path, document.baseURI);
}

export async function get<T>(path: string): Promise<T> {
  return answer<T>(await fetch(address(path), { headers: { Accept: "application/json" } }));
}

async function post<T>(path: string, body: unknown): Promise<T> {
  return answer<T>(
    await fetch(address(path), {
      method: "POST",
      headers: { Accept: "application/json", "Content-Type": "application/json", "X-Claviger-Console": "1" },
      body: JSON.stringify(body),
    }),
  );
}

export async function answer<T>(response: Response): Promise<T> {
  if (!response.ok) {
    throw await refusal(response);
  }
  return (response.status === 204 ? undefined : await response.json()) as T;
}

async function refusal(response: Response): Promise<Refused> {
  const retryAfter = Number(response.headers.get("Retry-After")) || undefined;
  try {
    const { error, passkey } = (await response.json()) as {
      error: { code: string; message: string };
      passkey?: RequestOptions;
    };
    return new Refused(response.status, error.code, error.message, retryAfter, passkey);
  } catch {
    return new Refused(response.status, "ServerError", t`The server answered ${response.status}.`, retryAfter);
  }
}
