import { I18nProvider as ComponentTexts, type I18nProviderProps } from "@cloudscape-design/components/i18n";
import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { HashRouter } from "react-router";
import { App } from "./App";
import { Notices } from "./notices";

const queries = new QueryClient({
  defaultOptions: { queries: { retry: false, staleTime: 10_000, refetchOnWindowFocus: true } },
});

/** Shows the console in its place on the page. */
export function start(place: HTMLElement, components: I18nProviderProps.Messages) {
  createRoot(place).render(
    <StrictMode>
      <I18nProvider i18n={i18n}>
        <ComponentTexts locale={i18n.locale} messages={[components]}>
          <QueryClientProvider client={queries}>
            <HashRouter>
              <Notices>
                <App />
              </Notices>
            </HashRouter>
          </QueryClientProvider>
        </ComponentTexts>
      </I18nProvider>
    </StrictMode>,
  );
}
