import { getCatalogs } from "@lingui/cli/api";
import { getConfig } from "@lingui/conf";
import { describe, expect, it } from "vitest";
import { LANGUAGES } from "./language";

const { locales, sourceLocale = "" } = getConfig();
const [catalogues] = await getCatalogs(getConfig());
const texts = await catalogues?.collect();

/** The texts of a language's catalogue by the names of their messages. */
const kept = async (locale: string) => (await catalogues?.read(locale)) ?? {};

it("is that of a language of the console, and each language has one", () => {
  expect(Object.keys(LANGUAGES).sort()).toEqual([...locales].sort());
});

describe.each(locales)("the catalogue %s", (locale) => {
  it("has the texts of the code, each and no other; if not, run `npm run texts`", async () => {
    expect(Object.keys(await kept(locale)).sort()).toEqual(Object.keys(texts as object).sort());
  });
});

describe("the catalogue of the code's language", () => {
  it("says what the code says; if not, change the code and run `npm run texts`", async () => {
    const wrong = Object.values(await kept(sourceLocale)).filter(({ message, translation }) => message !== translation);
    expect(wrong).toEqual([]);
  });
});
