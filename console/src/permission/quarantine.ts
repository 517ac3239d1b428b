import { partitionOf, type Person } from "../aws/session";
import type { AttachedPolicy } from "./owners";

/** AWS's policy that denies everything: to have it is to be in quarantine, as `claviger quarantine` says it. */
export const QUARANTINE_POLICY = "AWSDenyAll";

export function quarantineArn(person: Pick<Person, "arn">): string {
  return `arn:${partitionOf(person)}:iam::aws:policy/${QUARANTINE_POLICY}`;
}

export function isQuarantined(attached: AttachedPolicy[], person: Pick<Person, "arn">): boolean {
  return attached.some(({ PolicyArn }) => PolicyArn === quarantineArn(person));
}
