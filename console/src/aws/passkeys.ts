import { t } from "@lingui/core/macro";

/** What the server asks of a browser that makes a passkey; binary values are in base 64 for URLs. */
export interface CreationOptions {
  challenge: string;
  rp: { id: string; name: string };
  user: { id: string; name: string; displayName: string };
  pubKeyCredParams: PublicKeyCredentialParameters[];
  excludeCredentials: CredentialId[];
  authenticatorSelection: AuthenticatorSelectionCriteria;
  attestation: AttestationConveyancePreference;
  timeout: number;
}

/** What the server asks of a browser that has a passkey. */
export interface RequestOptions {
  challenge: string;
  rpId: string;
  allowCredentials: CredentialId[];
  userVerification: UserVerificationRequirement;
  timeout: number;
}

interface CredentialId {
  type: "public-key";
  id: string;
}

/** What an authenticator has made. */
export interface Attestation {
  id: string;
  clientDataJSON: string;
  attestationObject: string;
}

/** A challenge that an authenticator has signed. */
export interface Assertion {
  id: string;
  clientDataJSON: string;
  authenticatorData: string;
  signature: string;
}

/** The browser gave none. */
export class NoPasskey extends Error {
  override readonly name = "NoPasskey";
}

/** Why this page cannot use passkeys, in words; `undefined` if it can. */
export function whyNoPasskeys(): string | undefined {
  if (!hasHostName(location.hostname)) {
    return t`Passkeys need a host name: open the console at one, such as localhost, and not at an IP address.`;
  }
  return typeof PublicKeyCredential === "undefined"
    ? t`This browser has no passkeys for this page. They need TLS, or the same machine.`
    : undefined;
}

/** Whether it is a host name, whose last part has a letter, and no IP address. */
export function hasHostName(hostname: string): boolean {
  return /(^|\.)[^.:]*[a-z][^.:]*$/i.test(hostname) && !hostname.startsWith("[");
}

export async function createPasskey(options: CreationOptions): Promise<Attestation> {
  const made = await given(() =>
    navigator.credentials.create({
      publicKey: {
        ...options,
        challenge: bytes(options.challenge),
        user: { ...options.user, id: bytes(options.user.id) },
        excludeCredentials: options.excludeCredentials.map(descriptor),
      },
    }),
  );
  const response = made.response as AuthenticatorAttestationResponse;
  return {
    id: made.id,
    clientDataJSON: text(response.clientDataJSON),
    attestationObject: text(response.attestationObject),
  };
}

export async function askPasskey(options: RequestOptions): Promise<Assertion> {
  const shown = await given(() =>
    navigator.credentials.get({
      publicKey: {
        ...options,
        challenge: bytes(options.challenge),
        allowCredentials: options.allowCredentials.map(descriptor),
      },
    }),
  );
  const response = shown.response as AuthenticatorAssertionResponse;
  return {
    id: shown.id,
    clientDataJSON: text(response.clientDataJSON),
    authenticatorData: text(response.authenticatorData),
    signature: text(response.signature),
  };
}

async function given(ask: () => Promise<Credential | null>): Promise<PublicKeyCredential> {
  const hindrance = whyNoPasskeys();
  if (hindrance) {
    throw new NoPasskey(hindrance);
  }
  try {
    return (await ask()) as PublicKeyCredential;
  } catch (error) {
    throw new NoPasskey(
      error instanceof DOMException && error.name === "InvalidStateError"
        ? t`This authenticator has a passkey of this user already.`
        : t`The browser gave no passkey: it was cancelled, took too long, or there is none.`,
    );
  }
}

function descriptor({ type, id }: CredentialId): PublicKeyCredentialDescriptor {
  return { type, id: bytes(id) };
}

/** From base 64 for URLs. */
export function bytes(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64.replaceAll("-", "+").replaceAll("_", "/")), (char) => char.charCodeAt(0));
}

/** In base 64 for URLs, without padding. */
export function text(buffer: ArrayBuffer): string {
  const binary = String.fromCharCode(...new Uint8Array(buffer));
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
