import { ListEntitiesForPolicyCommand } from "@aws-sdk/client-iam";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import Table from "@cloudscape-design/components/table";
import { t } from "@lingui/core/macro";
import { useQuery } from "@tanstack/react-query";
import { iam } from "../aws/clients";
import { useAction } from "../parts/actions";
import { Refusal } from "../parts/Refusal";
import { type OwnerKind, ownerOf } from "../permission/owners";
import { to } from "../shell/paths";

const USES = { permissions: t`Permissions policy`, boundary: t`Boundary` };

interface Entity {
  kind: OwnerKind;
  name: string;
  as: keyof typeof USES;
}

async function read(PolicyArn: string): Promise<Entity[]> {
  const found = async (PolicyUsageFilter: "PermissionsPolicy" | "PermissionsBoundary", as: Entity["as"]) => {
    const answer = await iam.send(new ListEntitiesForPolicyCommand({ PolicyArn, PolicyUsageFilter, MaxItems: 1000 }));
    return [
      ...(answer.PolicyUsers ?? []).map((user) => ({ kind: "user" as const, name: user.UserName ?? "", as })),
      ...(answer.PolicyGroups ?? []).map((group) => ({
        kind: "group" as const,
        name: group.GroupName ?? "",
        as,
      })),
      ...(answer.PolicyRoles ?? []).map((role) => ({ kind: "role" as const, name: role.RoleName ?? "", as })),
    ];
  };
  return (
    await Promise.all([found("PermissionsPolicy", "permissions"), found("PermissionsBoundary", "boundary")])
  ).flat();
}

const PAGES = { user: to.user, group: to.group, role: to.role };

/** The users, groups and roles for which a policy counts. */
export function Usage({ arn }: { arn: string }) {
  const entities = useQuery({ queryKey: ["policies", "usage", arn], queryFn: () => read(arn) });
  const detaching = useAction<Entity>({
    does: (entity) => {
      const owner = ownerOf(entity.kind, entity.name);
      return entity.as === "boundary" ? (owner.boundary?.remove() ?? Promise.resolve()) : owner.detach(arn);
    },
    says: (entity) => t`The policy no longer counts for ${entity.name}.`,
    changes: ["policies", "permissions"],
  });
  return (
    <>
      <Refusal error={detaching.error} />
      <Table<Entity>
        ariaLabels={{ tableLabel: t`Attached to` }}
        header={
          <Header variant="h2" counter={entities.data && `(${entities.data.length})`}>
            {t`Attached to`}
          </Header>
        }
        loading={entities.isPending}
        loadingText={t`Loading`}
        items={entities.data ?? []}
        empty={
          entities.isError ? (
            <Refusal error={entities.error} />
          ) : (
            <Box>{t`It is attached to nobody, so it does not count.`}</Box>
          )
        }
        columnDefinitions={[
          {
            id: "name",
            header: t`Name`,
            isRowHeader: true,
            cell: (entity) => <Link href={PAGES[entity.kind](entity.name)}>{entity.name}</Link>,
          },
          {
            id: "kind",
            header: t`Kind`,
            cell: (entity) => ({ user: t`User`, group: t`Group`, role: t`Role` })[entity.kind],
          },
          { id: "as", header: t`As`, cell: (entity) => USES[entity.as] },
          {
            id: "actions",
            header: t({ message: "Actions", context: "what can be done with a row" }),
            cell: (entity) => (
              <Button
                variant="inline-link"
                ariaLabel={t`Detach from ${entity.name}`}
                onClick={() => detaching.mutate(entity)}
              >
                {t`Detach`}
              </Button>
            ),
          },
        ]}
      />
    </>
  );
}
