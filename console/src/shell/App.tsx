import Modal from "@cloudscape-design/components/modal";
import Spinner from "@cloudscape-design/components/spinner";
import Box from "@cloudscape-design/components/box";
import { t } from "@lingui/core/macro";
import { useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useEffect } from "react";
import { freshSession } from "../aws/calls";
import { beSignedIn, beSignedOut, useSignedIn } from "../aws/session";
import { Broken } from "./Broken";
import { SignIn } from "../signin/SignIn";

const Shell = lazy(() => import("./Shell"));

/** Signing in, or the pages. If a session ends while a page is open, signing in comes above it and the page stays. */
export function App() {
  const present = useSignedIn();
  const queries = useQueryClient();
  const { state } = present;

  useEffect(() => {
    if (state === "unknown") {
      freshSession().then(beSignedIn, beSignedOut);
    }
  }, [state]);

  switch (present.state) {
    case "unknown":
      return <Waiting />;
    case "out":
      return (
        <main className="signin">
          <SignIn onSignedIn={beSignedIn} />
        </main>
      );
    default:
      return (
        <Suspense fallback={<Waiting />}>
          <Broken>
            <Shell />
          </Broken>
          {present.state === "lost" && (
            <Modal visible header={t`Your session has ended`}>
              <SignIn
                person={present.person}
                onSignedIn={(session) => {
                  beSignedIn(session);
                  void queries.invalidateQueries();
                }}
              />
            </Modal>
          )}
        </Suspense>
      );
  }
}

function Waiting() {
  return (
    <Box textAlign="center" padding="xxxl">
      <Spinner size="large" />
      <Box color="text-body-secondary">{t`Loading the console`}</Box>
    </Box>
  );
}
