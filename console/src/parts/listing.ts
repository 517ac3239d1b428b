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

/** While all are read, parts are handed on when there are so many times more: nobody searches a million a thousand times. */
const GROWTH = 1.25;

/** How many parts are read again by themselves when the person comes back to the window. */
const FEW_PARTS = 5;

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
    // To find what is equal in all parts that were there before would cost more with each further one.
    structuralSharing: false,
    // All parts would be read again.
    refetchOnWindowFocus: ({ state }) => (state.data?.pages.length ?? 0) <= FEW_PARTS,
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
  const [handedOn, handOn] = useState(pages);
  const before = handedOn?.length ?? 0;
  const now = pages?.length ?? 0;
  if (pages !== handedOn && (!wanted || now < before || now >= before * GROWTH)) {
    handOn(pages);
  }
  const items = useMemo(() => handedOn?.flatMap((page) => page.items) ?? [], [handedOn]);
  return {
    items,
    /** How many have been read; not all of them need be among the items yet. */
    read: pages?.reduce((sum, page) => sum + page.items.length, 0) ?? 0,
    query,
    more: hasNextPage,
    /** Whether parts are being read because all are wanted. */
    reading: wanted,
    stop: () => setStopped(true),
  };
}
