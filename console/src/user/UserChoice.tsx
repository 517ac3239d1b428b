import { ListUsersCommand } from "@aws-sdk/client-iam";
import Multiselect from "@cloudscape-design/components/multiselect";
import { t } from "@lingui/core/macro";
import { useInfiniteQuery } from "@tanstack/react-query";
import { iam } from "../aws/clients";

interface Props {
  chosen: string[];
  onChange: (users: string[]) => void;
}

/** Users of the account, read further as the list is scrolled. */
export function UserChoice({ chosen, onChange }: Props) {
  const users = useInfiniteQuery({
    queryKey: ["users", "choice"],
    queryFn: ({ pageParam }) => iam.send(new ListUsersCommand({ Marker: pageParam, MaxItems: 1000 })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.Marker,
  });
  const names = users.data?.pages.flatMap((page) => page.Users ?? []).map((user) => user.UserName ?? "") ?? [];
  return (
    <Multiselect
      selectedOptions={chosen.map((name) => ({ label: name, value: name }))}
      options={names.map((name) => ({ label: name, value: name }))}
      onChange={({ detail }) => onChange(detail.selectedOptions.flatMap((option) => option.value ?? []))}
      onLoadItems={({ detail }) => {
        if (!detail.firstPage && users.hasNextPage) {
          void users.fetchNextPage();
        }
      }}
      filteringType="auto"
      virtualScroll
      placeholder={t`Choose users`}
      empty={t`There are no users`}
      statusType={
        users.isPending || users.isFetchingNextPage
          ? "loading"
          : users.isError
            ? "error"
            : users.hasNextPage
              ? "pending"
              : "finished"
      }
      loadingText={t`Loading users`}
      errorText={users.error?.message ?? ""}
      deselectAriaLabel={(option) => t`Take ${option.label ?? ""} away`}
    />
  );
}
