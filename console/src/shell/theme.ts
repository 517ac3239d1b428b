import { applyMode, Mode } from "@cloudscape-design/global-styles";
import { keep, kept } from "../parts/kept";

export type Theme = "system" | "light" | "dark";

const dark = matchMedia("(prefers-color-scheme: dark)");

export function chosenTheme(): Theme {
  return kept<Theme>("theme", "system");
}

export function chooseTheme(theme: Theme) {
  keep("theme", theme);
  applyTheme();
}

/** Follows the system unless the person chose. */
export function applyTheme() {
  dark.onchange = applyTheme;
  applyMode(isDark() ? Mode.Dark : Mode.Light);
  document.documentElement.style.colorScheme = isDark() ? "dark" : "light";
  document.dispatchEvent(new Event("theme"));
}

export function isDark(): boolean {
  const theme = chosenTheme();
  return theme === "dark" || (theme === "system" && dark.matches);
}
