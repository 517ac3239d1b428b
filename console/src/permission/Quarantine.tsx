import Alert from "@cloudscape-design/components/alert";
import Button from "@cloudscape-design/components/button";
import Link from "@cloudscape-design/components/link";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { usePerson } from "../aws/session";
import { useAction } from "../parts/actions";
import { Confirm } from "../parts/Confirm";
import { to } from "../shell/paths";
import type { Owner } from "./owners";
import { isQuarantined, QUARANTINE_POLICY, quarantineArn } from "./quarantine";

/** Says that a user or a role is in quarantine, and ends it. It says nothing to those who may not see their policies. */
export function QuarantineNotice({ owner }: { owner: Owner }) {
  const person = usePerson();
  const [lifting, setLifting] = useState(false);
  const attached = useQuery({
    queryKey: ["permissions", owner.kind, owner.name, "attached"],
    queryFn: owner.attached,
  });
  if (!attached.data || !isQuarantined(attached.data, person)) {
    return null;
  }
  return (
    <>
      <Alert
        type="warning"
        header={t`${owner.name} is in quarantine`}
        action={<Button onClick={() => setLifting(true)}>{t`Lift the quarantine`}</Button>}
      >
        <Trans>
          The policy <Link href={to.policy(quarantineArn(person))}>{QUARANTINE_POLICY}</Link> denies everything to{" "}
          {owner.name}, to its sessions and to those that it has made.
        </Trans>
      </Alert>
      {lifting && <Lift owner={owner} onClose={() => setLifting(false)} />}
    </>
  );
}

function Lift({ owner, onClose }: { owner: Owner; onClose: () => void }) {
  const person = usePerson();
  const action = useAction({
    does: () => owner.detach(quarantineArn(person)),
    says: t`${owner.name} is not quarantined any more.`,
    changes: ["permissions", "policies"],
    then: onClose,
  });
  return (
    <Confirm
      title={t`Lift the quarantine of ${owner.name}`}
      does={t`Lift the quarantine`}
      busy={action.isPending}
      error={action.error}
      onConfirm={() => action.mutate(undefined)}
      onClose={onClose}
    >
      {owner.kind === "user"
        ? t`Its access keys and sessions work again. If one of them has leaked, first delete that key, and deny older sessions of the roles that the user may take.`
        : t`Its sessions work again. If one of them has leaked, first end the role’s sessions.`}
    </Confirm>
  );
}

/** Denies a user or a role everything, as `claviger quarantine` does. */
export function Quarantine({ owner, onClose }: { owner: Owner; onClose: () => void }) {
  const person = usePerson();
  const isSelf = owner.kind === "user" ? !person.role && person.userName === owner.name : person.role === owner.name;
  const action = useAction({
    does: () => owner.attach(quarantineArn(person)),
    says: t`${owner.name} is quarantined: it, its sessions and those that it has made are denied everything from now on.`,
    changes: ["permissions", "policies"],
    then: onClose,
  });
  return (
    <Confirm
      title={t`Quarantine ${owner.name}`}
      does={t`Quarantine`}
      {...(isSelf && { typed: owner.name })}
      busy={action.isPending}
      error={action.error}
      onConfirm={() => action.mutate(undefined)}
      onClose={onClose}
    >
      {isSelf && <strong>{t`This is you. You will be denied everything, and somebody else has to lift it.`} </strong>}
      {owner.kind === "user"
        ? t`From the next request on, ${owner.name} is denied everything, with all its access keys and sessions, and so are sessions of other roles that it has made.`
        : t`From the next request on, ${owner.name} is denied everything, with all its sessions, and so are sessions of other roles that it has made.`}{" "}
      {t`The policy ${QUARANTINE_POLICY} does it; it can be lifted on this page. What ${owner.name} did before stays: look for keys, users and policies that it has made.`}
    </Confirm>
  );
}
