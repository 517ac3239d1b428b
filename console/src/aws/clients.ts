import { IAMClient } from "@aws-sdk/client-iam";
import { STSClient } from "@aws-sdk/client-sts";
import { freshSession, Refused } from "./calls";
import { beSignedIn, beSignedOut, signedIn, type SessionCredentials } from "./session";

/** What the signatures say; the server takes any region by default, and this one always. */
export const REGION = "us-east-1";

/** The credentials are replaced so long before they end. */
const MARGIN_MS = 120_000;

/** Codes that say that these credentials are good no longer, while the cookie may still be. */
const ENDED = new Set(["ExpiredToken", "ExpiredTokenException", "InvalidClientTokenId"]);

export async function credentials() {
  const present = signedIn();
  if (present.state === "in" && Date.parse(present.session.credentials.expiration) - Date.now() > MARGIN_MS) {
    return forSigning(present.session.credentials);
  }
  return renew();
}

let renewal: Promise<ReturnType<typeof forSigning>> | undefined;

/** Asks once, however many calls find that the credentials have ended. */
function renew() {
  renewal ??= freshSession()
    .then((session) => {
      beSignedIn(session);
      return forSigning(session.credentials);
    })
    .catch((error: unknown) => {
      if (error instanceof Refused && error.status === 401) {
        beSignedOut();
      }
      throw error;
    })
    .finally(() => {
      renewal = undefined;
    });
  return renewal;
}

function forSigning({ accessKeyId, secretAccessKey, sessionToken }: SessionCredentials) {
  return { accessKeyId, secretAccessKey, sessionToken };
}

/** Calls again with fresh credentials if the server says that the ones used have ended. */
export async function lasting<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof Error && ENDED.has(error.name)) {
      await renew();
      return call();
    }
    throw error;
  }
}

/** Where IAM and STS are: the folder above the console's. */
const settings = { endpoint: new URL("..", document.baseURI).href, region: REGION, credentials, maxAttempts: 2 };
const iamClient = new IAMClient(settings);
const stsClient = new STSClient(settings);

export const iam = { send: ((command: never) => lasting(() => iamClient.send(command))) as IAMClient["send"] };
export const sts = { send: ((command: never) => lasting(() => stsClient.send(command))) as STSClient["send"] };
