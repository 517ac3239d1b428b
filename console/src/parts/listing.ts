import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";

export interface PageOf<T> {
  items: T[];
  /** Where the next page begins; absent on the last. */
  marker?: string | undefined;
}

/** How many a first look brings, and how many each further one. AWS allows 1,000. */
export const FIRST = 200;
export const FURTHER = 1000;

export type ReadPage<T> = (marker: string | undefined, max: number) => Promise<PageOf<T>>;

/**
 * A list that is read by markers and never counted: a first part at once, further parts when they are needed. While
 * `all` is wanted (to search or to sort), parts are read until there are no more.
 */
export function useListing<T>(queryKey: unknown[], read: ReadPage<T>, all: boolean) {
  const [stopped, setStopped] = useState(false);
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => read(pageParam, pageParam === undefined ? FIRST : FURTHER),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.marker,
  });
  const { hasNextPage, isFetching, isError, fetchNextPage } = query;
  const wanted = all && !stopped && hasNextPage;

  useEffect(() => {
    if (wanted && !isFetching && !isError) {
      void fetchNextPage();
    }
  }, [wanted, isFetching, isError, fetchNextPage]);

  useEffect(() => {
    if (!all) {
      setStopped(false);
    }
  }, [all]);

  const pages = query.data?.pages;
  const items = useMemo(() => pages?.flatMap((page) => page.items) ?? [], [pages]);
  return {
    items,
    query,
    more: hasNextPage,
    /** Whether parts are being read because all are wanted. */
    reading: wanted,
    stop: () => setStopped(true),
  };
}
