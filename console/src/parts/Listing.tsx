import { useCollection } from "@cloudscape-design/collection-hooks";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import CollectionPreferences from "@cloudscape-design/components/collection-preferences";
import Header from "@cloudscape-design/components/header";
import Pagination from "@cloudscape-design/components/pagination";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Table, { type TableProps } from "@cloudscape-design/components/table";
import TextFilter from "@cloudscape-design/components/text-filter";
import { i18n } from "@lingui/core";
import { t } from "@lingui/core/macro";
import { type ReactNode, useState } from "react";
import { useSearchParams } from "react-router";
import { keep, kept } from "./kept";
import { type ReadPage, useListing } from "./listing";
import { Refusal } from "./Refusal";

export type Column<T> = TableProps.ColumnDefinition<T> & { id: string; header: string; hidden?: boolean };

interface Props<T> {
  /** The first word of the query's key, and what preferences are kept by. */
  id: string;
  queryKey: unknown[];
  title: string;
  description?: ReactNode;
  names: Names;
  columns: Column<T>[];
  read: ReadPage<T>;
  trackBy: (item: T) => string;
  /** The texts that are searched. */
  texts: (item: T) => (string | undefined)[];
  actions?: ReactNode;
  /** What to do if there are none. */
  empty?: ReactNode;
  filters?: ReactNode;
  keeps?: (item: T) => boolean;
  level?: "h1" | "h2";
}

/** What is said of the things that are listed. */
export interface Names {
  loading: string;
  find: string;
  none: string;
  noMatch: string;
  /** So many of them, such as "3 users". */
  counted: (count: number) => string;
}

interface Preferences {
  pageSize: number;
  wrapLines: boolean;
  contentDisplay: { id: string; visible: boolean }[];
}

/** A table of entities: searched, sorted, in pages, with the columns that the person chose. */
export function Listing<T>(props: Props<T>) {
  const { id, columns, names, texts } = props;
  const [search, setSearch] = useSearchParams();
  const [sorted, setSorted] = useState(false);
  const find = search.get("find") ?? "";
  const { items, read, query, more, reading, stop } = useListing<T>(props.queryKey, props.read, find !== "" || sorted);
  const [preferences, setPreferences] = useState<Preferences>(() => ({
    pageSize: 20,
    wrapLines: false,
    contentDisplay: columns.map((column) => ({ id: column.id, visible: !column.hidden })),
    ...kept<Partial<Preferences>>(`table.${id}`, {}),
  }));

  const address = (change: Record<string, string>) =>
    setSearch(
      (before) => {
        const after = new URLSearchParams({ ...Object.fromEntries(before), ...change });
        [...after].filter(([, value]) => value === "").forEach(([name]) => after.delete(name));
        return after;
      },
      { replace: true },
    );

  const collection = useCollection(props.keeps ? items.filter(props.keeps) : items, {
    filtering: {
      defaultFilteringText: find,
      filteringFunction: (item, text) => {
        const words = text.toLowerCase();
        return texts(item).some((each) => each?.toLowerCase().includes(words));
      },
      noMatch: (
        <Box padding="s">{reading ? t`None of the first ${i18n.number(items.length)} matches` : names.noMatch}</Box>
      ),
      empty: <Box padding="s">{props.empty ?? names.none}</Box>,
    },
    pagination: { pageSize: preferences.pageSize },
    sorting: {},
  });
  const { pagesCount, currentPageIndex } = collection.paginationProps;
  const label = `${i18n.number(read)}${more ? "+" : ""}`;

  return (
    <Table<T>
      {...collection.collectionProps}
      onSortingChange={(event) => {
        setSorted(true);
        collection.collectionProps.onSortingChange?.(event);
      }}
      variant={props.level === "h2" ? "container" : "full-page"}
      items={[...collection.items]}
      columnDefinitions={columns}
      columnDisplay={preferences.contentDisplay}
      wrapLines={preferences.wrapLines}
      trackBy={props.trackBy}
      loading={query.isPending}
      loadingText={names.loading}
      stickyHeader
      enableKeyboardNavigation
      ariaLabels={{ tableLabel: props.title }}
      empty={
        query.isError ? (
          <Refusal error={query.error} retry={() => void query.refetch()} />
        ) : (
          collection.collectionProps.empty
        )
      }
      header={
        <Header
          variant={props.level ?? "h1"}
          counter={query.isPending || query.isError ? undefined : reading ? t`(searching, ${label})` : `(${label})`}
          description={props.description}
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              <Button iconName="refresh" ariaLabel={t`Read again`} onClick={() => void query.refetch()} />
              {props.actions}
            </SpaceBetween>
          }
        >
          {props.title}
        </Header>
      }
      filter={
        <SpaceBetween direction="horizontal" size="xs">
          <TextFilter
            {...collection.filterProps}
            filteringPlaceholder={names.find}
            filteringAriaLabel={names.find}
            countText={collection.filteredItemsCount === undefined ? "" : names.counted(collection.filteredItemsCount)}
            onChange={(event) => {
              collection.filterProps.onChange(event);
              address({ find: event.detail.filteringText });
            }}
          />
          {props.filters}
          {reading && <Button onClick={stop}>{t`Stop searching`}</Button>}
        </SpaceBetween>
      }
      pagination={
        <Pagination
          currentPageIndex={currentPageIndex}
          pagesCount={pagesCount}
          openEnd={more}
          onChange={(event) => {
            if (event.detail.currentPageIndex > pagesCount) {
              void query.fetchNextPage().then(() => collection.paginationProps.onChange(event));
            } else {
              collection.paginationProps.onChange(event);
            }
          }}
        />
      }
      preferences={
        <CollectionPreferences
          title={t`Preferences`}
          confirmLabel={t`Apply`}
          cancelLabel={t`Cancel`}
          preferences={preferences}
          pageSizePreference={{
            options: [10, 20, 50, 100].map((value) => ({ value, label: names.counted(value) })),
          }}
          wrapLinesPreference={{}}
          contentDisplayPreference={{
            options: columns.map((column, index) => ({
              id: column.id,
              label: column.header,
              alwaysVisible: index === 0,
            })),
          }}
          onConfirm={({ detail }) => {
            const chosen = { ...preferences, ...(detail as Partial<Preferences>) };
            setPreferences(chosen);
            keep(`table.${id}`, chosen);
          }}
        />
      }
    />
  );
}
