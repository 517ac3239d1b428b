import AppLayoutToolbar from "@cloudscape-design/components/app-layout-toolbar";
import Box from "@cloudscape-design/components/box";
import Spinner from "@cloudscape-design/components/spinner";
import { t } from "@lingui/core/macro";
import { Suspense, useRef, useState } from "react";
import { useLocation } from "react-router";
import { keep, kept } from "../parts/kept";
import { Broken } from "./Broken";
import { Navigation } from "./Navigation";
import { NoticeBar } from "./notices";
import { Pages } from "./Pages";
import { Top } from "./Top";

/** The frame around every page. */
export default function Shell() {
  const [open, setOpen] = useState(() => kept("navigation", innerWidth > 900));
  const { pathname } = useLocation();
  const place = useRef<HTMLDivElement>(null);
  return (
    <>
      <div id="top">
        <a
          className="skip"
          href="#page"
          onClick={(event) => {
            // Addresses that begin with # are those of pages.
            event.preventDefault();
            place.current?.focus();
          }}
        >
          {t`Skip to the page`}
        </a>
        <Top />
      </div>
      <AppLayoutToolbar
        headerSelector="#top"
        navigation={<Navigation />}
        navigationOpen={open}
        onNavigationChange={({ detail }) => {
          setOpen(detail.open);
          if (innerWidth > 900) {
            keep("navigation", detail.open);
          }
        }}
        toolsHide
        notifications={<NoticeBar />}
        stickyNotifications
        maxContentWidth={1800}
        ariaLabels={{
          navigation: t`Pages`,
          navigationClose: t`Close the pages`,
          navigationToggle: t`Open the pages`,
          notifications: t`Notices`,
        }}
        content={
          // A page that broke does not take the others with it.
          <div id="page" ref={place} tabIndex={-1} className="place">
            <Broken key={pathname}>
              <Suspense fallback={<Loading />}>
                <Pages />
              </Suspense>
            </Broken>
          </div>
        }
      />
    </>
  );
}

function Loading() {
  return (
    <Box padding="xl" color="text-status-inactive">
      <Spinner /> {t`Loading the page`}
    </Box>
  );
}
