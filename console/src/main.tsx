import "@cloudscape-design/global-styles/index.css";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { I18nProvider } from "@cloudscape-design/components/i18n";
import messages from "@cloudscape-design/components/i18n/messages/all.en";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { HashRouter } from "react-router";
import { draft, keepDraft } from "./parts/kept";
import { App } from "./shell/App";
import { Notices } from "./shell/notices";
import { applyTheme } from "./shell/theme";
import "./shell/console.css";

/** If the files are gone after a reload too, the page says so instead of loading again and again. */
const RELOAD_AGAIN_MS = 30_000;

applyTheme();

// The server was upgraded under the page, and the page's files are gone. The address stays, and so does the session.
addEventListener("vite:preloadError", () => {
  const now = Date.now();
  if (now - draft("reloaded", 0) > RELOAD_AGAIN_MS) {
    keepDraft("reloaded", now);
    location.reload();
  }
});

const queries = new QueryClient({
  defaultOptions: { queries: { retry: false, staleTime: 10_000, refetchOnWindowFocus: true } },
});

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <I18nProvider locale="en" messages={[messages]}>
        <QueryClientProvider client={queries}>
          <HashRouter>
            <Notices>
              <App />
            </Notices>
          </HashRouter>
        </QueryClientProvider>
      </I18nProvider>
    </StrictMode>,
  );
}
