import BreadcrumbGroup from "@cloudscape-design/components/breadcrumb-group";
import ContentLayout from "@cloudscape-design/components/content-layout";
import Header from "@cloudscape-design/components/header";
import Tabs, { type TabsProps } from "@cloudscape-design/components/tabs";
import { t } from "@lingui/core/macro";
import type { UseQueryResult } from "@tanstack/react-query";
import { type ReactNode, useEffect } from "react";
import { useSearchParams } from "react-router";
import { isNothing, Refusal } from "./Refusal";

interface Props {
  title: string;
  description?: ReactNode;
  /** The pages above this one: their names and addresses. */
  above?: { text: string; href: string }[];
  actions?: ReactNode;
  /** What the page is about: if it is not there, the page says so and nothing else. */
  of?: UseQueryResult;
  children: ReactNode;
}

/** A page with its title, which the browser shows too. */
export function Page({ title, description, above, actions, of, children }: Props) {
  useEffect(() => {
    document.title = `${title} – Claviger`;
  }, [title]);
  const missing = of && isNothing(of.error) ? of : undefined;
  return (
    <ContentLayout
      breadcrumbs={
        above && (
          <BreadcrumbGroup items={[...above, { text: title, href: location.hash }]} ariaLabel={t`Where this page is`} />
        )
      }
      header={
        <Header variant="h1" description={description} actions={missing ? undefined : actions}>
          {title}
        </Header>
      }
    >
      {missing ? <Refusal error={missing.error} retry={() => void missing.refetch()} /> : children}
    </ContentLayout>
  );
}

/** Tabs whose choice is part of the address. */
export function AddressedTabs({ tabs, label }: { tabs: TabsProps.Tab[]; label: string }) {
  const [search, setSearch] = useSearchParams();
  const chosen = search.get("tab") ?? tabs[0]?.id;
  return (
    <Tabs
      ariaLabel={label}
      tabs={tabs}
      activeTabId={chosen ?? ""}
      onChange={({ detail }) => setSearch({ tab: detail.activeTabId }, { replace: true })}
    />
  );
}
