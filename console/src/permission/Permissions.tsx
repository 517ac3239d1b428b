import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Table from "@cloudscape-design/components/table";
import { t } from "@lingui/core/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useAction } from "../parts/actions";
import { Confirm } from "../parts/Confirm";
import { Refusal } from "../parts/Refusal";
import { to } from "../shell/paths";
import { AttachPolicies } from "./AttachPolicies";
import { Boundary } from "./Boundary";
import { type Grant, readGrants } from "./grants";
import type { Owner, OwnerKind } from "./owners";

const THIS: Record<OwnerKind, string> = { user: t`This user`, group: t`This group`, role: t`This role` };
const ABOUT: Record<OwnerKind, string> = {
  user: t`Best attached to a group: then the next person needs no list of policies.`,
  group: t`What this group may do.`,
  role: t`What this role may do.`,
};

/** The policies of a user, a group or a role, from wherever they come. */
export function Permissions({ owner }: { owner: Owner }) {
  const [asking, setAsking] = useState<"attach" | Grant>();
  const close = () => setAsking(undefined);
  const grants = useQuery({
    queryKey: ["permissions", owner.kind, owner.name],
    queryFn: () => readGrants(owner),
  });
  return (
    <SpaceBetween size="l">
      <Table<Grant>
        ariaLabels={{ tableLabel: t`Permissions policies` }}
        header={
          <Header
            variant="h2"
            counter={grants.data && `(${grants.data.length})`}
            description={ABOUT[owner.kind]}
            actions={
              <SpaceBetween direction="horizontal" size="xs">
                <Button href={to.inlinePolicy(owner.kind, owner.name)}>{t`Write an inline policy`}</Button>
                <Button onClick={() => setAsking("attach")}>{t`Attach policies`}</Button>
              </SpaceBetween>
            }
          >
            {t`Permissions policies`}
          </Header>
        }
        loading={grants.isPending}
        loadingText={t`Loading policies`}
        items={grants.data ?? []}
        empty={
          grants.isError ? (
            <Refusal error={grants.error} retry={() => void grants.refetch()} />
          ) : (
            <Box>{t`There are no policies, so nothing is allowed.`}</Box>
          )
        }
        trackBy={(grant) => `${grant.through ?? ""}/${grant.arn ?? grant.name}`}
        columnDefinitions={[
          { id: "name", header: t`Policy`, isRowHeader: true, cell: (grant) => nameOf(grant, owner) },
          { id: "kind", header: t`Kind`, cell: kindOf },
          {
            id: "through",
            header: t`From`,
            cell: (grant) =>
              grant.through ? (
                <Link href={to.group(grant.through)}>{t`Group ${grant.through}`}</Link>
              ) : (
                THIS[owner.kind]
              ),
          },
          {
            id: "actions",
            header: t({ message: "Actions", context: "what can be done with a row" }),
            cell: (grant) =>
              !grant.through && (
                <Button
                  variant="inline-link"
                  ariaLabel={grant.arn ? t`Detach ${grant.name}` : t`Delete ${grant.name}`}
                  onClick={() => setAsking(grant)}
                >
                  {grant.arn ? t`Detach` : t`Delete`}
                </Button>
              ),
          },
        ]}
      />
      {owner.boundary && <Boundary owner={owner} boundary={owner.boundary} />}
      {asking === "attach" && (
        <AttachPolicies owner={owner} already={(grants.data ?? []).filter((grant) => !grant.through)} onClose={close} />
      )}
      {typeof asking === "object" && <Remove owner={owner} grant={asking} onClose={close} />}
    </SpaceBetween>
  );
}

function nameOf(grant: Grant, owner: Owner) {
  if (grant.arn) {
    return <Link href={to.policy(grant.arn)}>{grant.name}</Link>;
  }
  const [kind, name] = grant.through ? ["group", grant.through] : [owner.kind, owner.name];
  return <Link href={to.inlinePolicy(kind, name, grant.name)}>{grant.name}</Link>;
}

function kindOf(grant: Grant): string {
  if (!grant.arn) {
    return t`Inline`;
  }
  return grant.arn.includes(":iam::aws:") ? t`AWS managed` : t`Customer managed`;
}

function Remove({ owner, grant, onClose }: { owner: Owner; grant: Grant; onClose: () => void }) {
  const removing = useAction({
    does: () => (grant.arn ? owner.detach(grant.arn) : owner.remove(grant.name)),
    says: t`${grant.name} is removed from ${owner.name}.`,
    changes: ["permissions", "policies"],
    then: onClose,
  });
  return (
    <Confirm
      title={grant.arn ? t`Detach ${grant.name}` : t`Delete ${grant.name}`}
      does={grant.arn ? t`Detach` : t`Delete`}
      busy={removing.isPending}
      error={removing.error}
      onConfirm={() => removing.mutate(undefined)}
      onClose={onClose}
    >
      {t`What this policy allows or denies ${owner.name} counts no longer, from the next request on.`}{" "}
      {!grant.arn && t`The inline policy itself is gone: there is no copy of it.`}
    </Confirm>
  );
}
