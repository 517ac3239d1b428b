import { ListRolesCommand, ListUsersCommand } from "@aws-sdk/client-iam";
import { t } from "@lingui/core/macro";
import { useQuery } from "@tanstack/react-query";
import { iam } from "../aws/clients";

/** The first users and roles of the account, to choose from. Others are typed. */
export function usePrincipals(enabled: boolean) {
  const found = useQuery({
    queryKey: ["users", "principals"],
    queryFn: async () => {
      const [users, roles] = await Promise.all([
        iam.send(new ListUsersCommand({ MaxItems: 1000 })),
        iam.send(new ListRolesCommand({ MaxItems: 1000 })),
      ]);
      return [
        ...(users.Users ?? []).map((user) => ({
          value: user.Arn ?? "",
          label: user.UserName ?? "",
          tag: t`User`,
        })),
        ...(roles.Roles ?? []).map((role) => ({
          value: role.Arn ?? "",
          label: role.RoleName ?? "",
          tag: t`Role`,
        })),
      ];
    },
    enabled,
  });
  const options = (found.data ?? []).map(({ value, label, tag }) => ({ value, description: label, labelTag: tag }));
  return { options, pending: enabled && found.isPending };
}
