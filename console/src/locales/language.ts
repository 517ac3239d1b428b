import type { I18nProviderProps } from "@cloudscape-design/components/i18n";
import { i18n, type Messages } from "@lingui/core";
import { keepValues } from "./values";

/** One language: how it is written, and the texts of the console and of Cloudscape's components in it. */
interface Language {
  direction: "ltr" | "rtl";
  texts: () => Promise<{ messages: Messages }>;
  components: () => Promise<{ default: I18nProviderProps.Messages }>;
}

/** The languages of the console. Each has a catalogue beside this file. */
export const LANGUAGES: Record<string, Language> = {
  en: {
    direction: "ltr",
    texts: () => import("./en.po"),
    components: () => import("@cloudscape-design/components/i18n/messages/all.en"),
  },
};

const SOURCE = "en";

keepValues(i18n);

/**
 * The first of the wanted languages that exists, with all its subtags or without the last of them (RFC 4647, lookup).
 * English if there is none.
 */
export function bestOf(wanted: readonly string[], existing: readonly string[]): string {
  const found = wanted
    .flatMap(shortened)
    .map((tag) => existing.find((each) => each.toLowerCase() === tag.toLowerCase()))
    .find((tag) => tag !== undefined);
  return found ?? SOURCE;
}

/** A tag, then the tag without its last subtag, and so on. */
function shortened(tag: string): string[] {
  const subtags = tag.split("-");
  return subtags.map((_, count) => subtags.slice(0, subtags.length - count).join("-"));
}

/**
 * Chooses the best of the wanted languages, and shows all texts, numbers and dates in it. Modules with texts are
 * imported after it, because they may ask for them at once. Returns the texts of Cloudscape's components, and how the
 * language is written.
 */
export async function speak(wanted: readonly string[]) {
  const locale = bestOf(wanted, Object.keys(LANGUAGES));
  const language = LANGUAGES[locale] as Language;
  const [{ messages }, components] = await Promise.all([language.texts(), language.components()]);
  i18n.loadAndActivate({ locale, messages });
  return { components: components.default, direction: language.direction };
}
