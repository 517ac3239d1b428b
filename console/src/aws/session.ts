import { t } from "@lingui/core/macro";
import { useSyncExternalStore } from "react";

/** Who is signed in, as the server says. */
export interface Person {
  arn: string;
  account: string;
  alias?: string;
  /** The user, or the name of the session if there is a role. */
  userName?: string;
  root: boolean;
  /** The role of a person who signed in through an identity provider. */
  role?: string;
}

/** What pages call a person. */
export function nameOf(person: Person): string {
  if (person.root) {
    return t`Root user`;
  }
  return [person.role, person.userName].filter(Boolean).join("/") || person.arn;
}

/** The partition of the server's ARNs, which is that of the caller's. */
export function partitionOf(person: Pick<Person, "arn">): string {
  return person.arn.split(":")[1] ?? "aws";
}

export interface SessionCredentials {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken: string;
  /** ISO 8601. */
  expiration: string;
}

/** When somebody signed in, and when they have to do so again. All times are ISO 8601. */
export interface SessionTimes {
  startedAt: string;
  endsAt: string;
  /** When it ends if nobody uses it. */
  endsUnusedAt: string;
  /** When a second factor was shown; absent if none was. */
  secondFactorAt?: string;
}

export interface Session {
  credentials: SessionCredentials;
  person: Person;
  session: SessionTimes;
  version: string;
}

/**
 * `unknown` until the server has answered whether there is a session; `lost` if there was one and the server ended it:
 * the page stays, so that no form is lost.
 */
export type SignedIn =
  { state: "unknown" } | { state: "out" } | { state: "in"; session: Session } | { state: "lost"; person: Person };

let now: SignedIn = { state: "unknown" };
const listeners = new Set<() => void>();

function become(next: SignedIn) {
  now = next;
  for (const listener of listeners) {
    listener();
  }
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The credentials live in this module's memory and nowhere else. */
export function signedIn(): SignedIn {
  return now;
}

export function beSignedIn(session: Session) {
  become({ state: "in", session });
}

export function beSignedOut() {
  become(
    now.state === "in" ? { state: "lost", person: now.session.person } : now.state === "lost" ? now : { state: "out" },
  );
}

export function useSignedIn(): SignedIn {
  return useSyncExternalStore(subscribe, signedIn);
}

/** For pages, which are there only while somebody is signed in. */
export function usePerson(): Person {
  const present = useSignedIn();
  switch (present.state) {
    case "in":
      return present.session.person;
    case "lost":
      return present.person;
    default:
      // eslint-disable-next-line lingui/no-unlocalized-strings -- for programmers
      throw new Error("nobody is signed in");
  }
}
