import { t } from "@lingui/core/macro";

/** What AWS's text of a denial says. */
export interface Denial {
  principal: string;
  action: string;
  resource?: string;
  /** The rest of the text: which kind of policy denied the call, or did not allow it. */
  reason: string;
  explicit: boolean;
  /** The kind of policy that does not allow the call, in AWS's words, if it is another than the policies of the caller. */
  limit?: string;
  /** The policy that denies, if the text names it. */
  policy?: string;
}

const TEXT =
  /^User: (?<principal>\S+) is not authorized to perform: (?<action>[\w-]+:[\w*]+)(?: on resource: (?<resource>.+?))?(?: (?<reason>because no .+|with an explicit deny .+))?$/s;

/** Reads AWS's text of a denial; `undefined` for any other text. */
export function readDenial(message: string): Denial | undefined {
  const found = TEXT.exec(message.trim())?.groups;
  if (!found?.["principal"] || !found["action"]) {
    return undefined;
  }
  const reason = found["reason"] ?? "";
  const kind = /because no (.+?) allows/.exec(reason)?.[1];
  const policy = /: (arn:\S+)$/.exec(reason)?.[1];
  return {
    principal: found["principal"],
    action: found["action"],
    ...(found["resource"] && { resource: found["resource"] }),
    reason,
    explicit: reason.startsWith("with an explicit deny"),
    ...(kind && kind !== "identity-based policy" && { limit: kind }),
    ...(policy && { policy }),
  };
}

/** The reason in plain words. */
export function inWords(denial: Denial): string {
  if (denial.explicit) {
    return denial.policy
      ? t`${denial.policy} denies it explicitly. Another permission does not help: that policy must change.`
      : t`A policy denies it explicitly. Another permission does not help: that policy must change.`;
  }
  if (denial.limit) {
    return t`The ${denial.limit} does not allow it, so that no other policy can.`;
  }
  return denial.reason
    ? t`None of the policies that are attached to you or to your groups allows it.`
    : t`Nothing allows it.`;
}

/** What the shortest policy does, if nothing denies the call explicitly. */
export function whatHelps(denial: Denial): string {
  return denial.limit
    ? t`The ${denial.limit} would have to allow this, as would the caller’s own policies.`
    : t`The shortest policy that would have allowed it, if nothing else stands in the way.`;
}

/** A note that somebody without the right can send to an administrator. */
export function noteFor(denial: Denial): string {
  return [
    denial.resource
      ? t`I tried ${denial.action} on ${denial.resource} and was refused.`
      : t`I tried ${denial.action} and was refused.`,
    t`I am ${denial.principal}.`,
    denial.reason ? t`The server says: ${denial.reason}.` : "",
    denial.explicit ? "" : `${asked(denial)}\n\n${shortestPolicy(denial)}`,
  ]
    .filter(Boolean)
    .join("\n");
}

function asked(denial: Denial): string {
  return denial.limit
    ? t`The ${denial.limit} would have to allow it, as with this statement:`
    : t`A policy with this statement would allow it:`;
}

/** The shortest identity policy that would have allowed the call. Texts name some resources in words; then it is `*`. */
export function shortestPolicy(denial: Pick<Denial, "action" | "resource">): string {
  const resource = denial.resource?.startsWith("arn:") ? denial.resource : "*";
  return JSON.stringify(
    { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: denial.action, Resource: resource }] },
    null,
    2,
  );
}
