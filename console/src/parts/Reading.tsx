import Box from "@cloudscape-design/components/box";
import Spinner from "@cloudscape-design/components/spinner";
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Refusal } from "./Refusal";

interface Props<T> {
  of: UseQueryResult<T>;
  children: (value: T) => ReactNode;
  /** What is shown until it is read. */
  loading: string;
}

/** What a query brought; until then that it is loading, or why it cannot be shown. */
export function Reading<T>({ of, children, loading }: Props<T>) {
  if (of.isPending) {
    return (
      <Box padding="s" color="text-status-inactive">
        <Spinner /> {loading}
      </Box>
    );
  }
  if (of.isError) {
    return <Refusal error={of.error} retry={() => void of.refetch()} />;
  }
  return children(of.data);
}
