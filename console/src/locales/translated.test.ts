import { i18n, type Messages } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ComponentType, createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { MemoryRouter } from "react-router";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { messages } from "./en.po";

const OPEN = "⟦";
const CLOSE = "⟧";

/** A language whose every text stands in brackets, so that what stands outside is seen. Its dates are German. */
const BRACKETED: Messages = Object.fromEntries(
  Object.entries(messages).map(([id, message]) => [
    id,
    [OPEN, ...(typeof message === "string" ? [message] : message), CLOSE],
  ]),
);

const PAGES: Record<string, () => Promise<ComponentType>> = {
  navigation: async () => (await import("../shell/Navigation")).Navigation,
  "a wrong address": async () => (await import("../shell/NotFound")).NotFound,
  "signing in": async () => (await import("../signin/SignIn")).SignIn as ComponentType,
  users: async () => (await import("../user/Users")).default,
  groups: async () => (await import("../group/Groups")).default,
  policies: async () => (await import("../policy/Policies")).default,
  "who can do this": async () => (await import("../access/WhoCan")).default,
};

/** What a page shows and says to readers of screens. */
function textsOf(page: ComponentType): string {
  const markup = renderToStaticMarkup(
    createElement(
      I18nProvider,
      { i18n },
      createElement(
        QueryClientProvider,
        { client: new QueryClient() },
        createElement(MemoryRouter, null, createElement(page)),
      ),
    ),
  );
  const labels = [...markup.matchAll(/ (?:aria-label|placeholder|title)="([^"]*)"/g)].map(([, label]) => label);
  return [markup.replace(/<[^>]*>/g, ""), ...labels].join("\n");
}

function outside(text: string): string {
  const inner = text.replace(new RegExp(`${OPEN}[^${OPEN}${CLOSE}]*${CLOSE}`, "g"), "");
  return inner === text ? text : outside(inner);
}

describe("in another language", () => {
  beforeAll(() => {
    const nothing = { getItem: () => null };
    vi.stubGlobal("localStorage", nothing);
    vi.stubGlobal("sessionStorage", nothing);
    vi.stubGlobal("location", new URL("https://iam.example/console/"));
    vi.stubGlobal("matchMedia", () => ({ matches: false }));
    i18n.loadAndActivate({ locale: "de", messages: BRACKETED });
  });

  it.each(Object.entries(PAGES))("no text of %s is in English", async (_, load) => {
    // Where the API is comes from the document. Components that find one would draw into it.
    vi.stubGlobal("document", { baseURI: "https://iam.example/console/" });
    const page = await load();
    vi.stubGlobal("document", undefined);
    const texts = textsOf(page);
    expect(texts).toContain(OPEN);
    expect(outside(texts)).not.toMatch(/[A-Za-z]{2}/);
  });

  it("dates and numbers are in it", async () => {
    const { ago, exactly } = await import("../parts/time");
    const moment = new Date(2026, 0, 15, 12);
    expect(exactly(moment)).toContain("15.01.2026");
    expect(ago(moment, moment.getTime() + 3 * 86_400_000)).toBe("vor 3 Tagen");
    expect(i18n.number(1234)).toBe("1.234");
  });
});
