import { defineConfig } from "@lingui/conf";
import { formatter } from "@lingui/format-po";
import { readdirSync } from "node:fs";

/** A language has texts if it has a catalogue. English stands in the code, and is shown where a translation is missing. */
export default defineConfig({
  sourceLocale: "en",
  locales: readdirSync(new URL("src/locales", import.meta.url))
    .filter((file) => file.endsWith(".po"))
    .map((file) => file.slice(0, -".po".length)),
  fallbackLocales: { default: "en" },
  catalogs: [{ path: "src/locales/{locale}", include: ["src"], exclude: ["**/*.test.ts"] }],
  // Without line numbers, a catalogue changes only if a text does, or its file.
  format: formatter({ lineNumbers: false }),
});
