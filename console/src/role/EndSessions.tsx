import { t } from "@lingui/core/macro";
import { useAction } from "../parts/actions";
import { Confirm } from "../parts/Confirm";
import { ownerRole } from "../permission/owners";

/** AWS's name for this policy; its console writes it too. */
const POLICY = "AWSRevokeOlderSessions";

function denyBefore(moment: string): string {
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Deny",
        Action: "*",
        Resource: "*",
        Condition: { DateLessThan: { "aws:TokenIssueTime": moment } },
      },
    ],
  });
}

/** Ends every session that has taken the role until now, as AWS's console does: by a policy of the role. */
export function EndSessions({ name, onClose }: { name: string; onClose: () => void }) {
  const ending = useAction({
    does: () => ownerRole(name).put(POLICY, denyBefore(new Date().toISOString())),
    says: t`All sessions of ${name} have ended.`,
    changes: ["permissions"],
    then: onClose,
  });
  return (
    <Confirm
      title={t`End all sessions of ${name}`}
      does={t`End them`}
      busy={ending.isPending}
      error={ending.error}
      onConfirm={() => ending.mutate(undefined)}
      onClose={onClose}
    >
      {t`Everybody who has taken the role until now is refused from the next request on, and may take it again. The inline policy ${POLICY} does it.`}
    </Confirm>
  );
}
