import type { I18nProviderProps } from "@cloudscape-design/components/i18n";
import { i18n, type Messages } from "@lingui/core";

/** The texts of the console and those of Cloudscape's components, in one language. */
interface Language {
  texts: () => Promise<{ messages: Messages }>;
  components: () => Promise<{ default: I18nProviderProps.Messages }>;
}

/** The languages of the console. Each has a catalogue beside this file. */
const LANGUAGES: Record<string, Language> = {
  en: {
    texts: () => import("./en.po"),
    components: () => import("@cloudscape-design/components/i18n/messages/all.en"),
  },
};

const SOURCE = "en";

/** The first of the wanted languages that exists: itself, or without its region. English if there is none. */
export function bestOf(wanted: readonly string[], existing: readonly string[]): string {
  const found = wanted
    .flatMap((tag) => [tag, tag.replace(/-.*/, "")])
    .map((tag) => existing.find((each) => each.toLowerCase() === tag.toLowerCase()))
    .find((tag) => tag !== undefined);
  return found ?? SOURCE;
}

/**
 * Makes the best of the wanted languages that of all texts, numbers and dates. Modules with texts are imported after
 * it, because they may ask for them at once. Returns the texts of Cloudscape's components.
 */
export async function speak(wanted: readonly string[]): Promise<I18nProviderProps.Messages> {
  const locale = bestOf(wanted, Object.keys(LANGUAGES));
  const language = LANGUAGES[locale] as Language;
  const [{ messages }, components] = await Promise.all([language.texts(), language.components()]);
  i18n.loadAndActivate({ locale, messages });
  return components.default;
}
