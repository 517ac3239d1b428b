import "@cloudscape-design/global-styles/index.css";
import { i18n } from "@lingui/core";
import { speak } from "./locales/language";
import { draft, keepDraft } from "./parts/kept";
import { applyTheme } from "./shell/theme";
import { showUnloaded } from "./shell/unloaded";
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

const root = document.getElementById("root");
if (root) {
  begin(root).catch((error: unknown) => showUnloaded(root, error));
}

async function begin(place: HTMLElement) {
  const { components, direction } = await speak(navigator.languages);
  document.documentElement.lang = i18n.locale;
  document.documentElement.dir = direction;
  const { start } = await import("./shell/start");
  start(place, components);
}
