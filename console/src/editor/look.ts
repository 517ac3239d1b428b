import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { Compartment, type Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { isDark } from "../shell/theme";

interface Palette {
  text: string;
  ground: string;
  gutter: string;
  dim: string;
  selection: string;
  active: string;
  key: string;
  string: string;
  word: string;
  line: string;
}

const LIGHT: Palette = {
  text: "#16191f",
  ground: "#ffffff",
  gutter: "#f4f4f4",
  dim: "#5f6b7a",
  selection: "#cfe5fb",
  active: "#f2f8fd",
  key: "#0b5394",
  string: "#1a6b2d",
  word: "#8a3a00",
  line: "#d5dbdb",
};

const DARK: Palette = {
  text: "#d1d5db",
  ground: "#0f1b2a",
  gutter: "#192534",
  dim: "#95a5b8",
  selection: "#26466d",
  active: "#162436",
  key: "#89bdee",
  string: "#9bd3a5",
  word: "#f0b37e",
  line: "#414d5c",
};

function styles(palette: Palette, dark: boolean): Extension {
  return [
    EditorView.theme(
      {
        "&": {
          color: palette.text,
          backgroundColor: palette.ground,
          border: `1px solid ${palette.line}`,
          borderRadius: "8px",
        },
        "&.cm-focused": { outline: `2px solid ${palette.key}`, outlineOffset: "1px" },
        ".cm-content": {
          fontFamily: "ui-monospace, monospace",
          fontSize: "14px",
          caretColor: palette.text,
          minHeight: "16rem",
        },
        ".cm-gutters": { backgroundColor: palette.gutter, color: palette.dim, border: "none" },
        ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: palette.active },
        "&.cm-focused .cm-selectionBackground, .cm-selectionBackground, ::selection": {
          backgroundColor: `${palette.selection} !important`,
        },
        ".cm-cursor": { borderLeftColor: palette.text },
        ".cm-tooltip": {
          backgroundColor: palette.gutter,
          color: palette.text,
          border: `1px solid ${palette.line}`,
        },
        ".cm-tooltip-autocomplete ul li[aria-selected]": {
          backgroundColor: palette.selection,
          color: palette.text,
        },
        ".cm-scroller": { overflow: "auto", maxHeight: "70vh" },
      },
      { dark },
    ),
    syntaxHighlighting(
      HighlightStyle.define([
        { tag: tags.propertyName, color: palette.key },
        { tag: tags.string, color: palette.string },
        { tag: [tags.number, tags.bool, tags.null], color: palette.word },
        { tag: [tags.separator, tags.brace, tags.squareBracket], color: palette.dim },
      ]),
    ),
  ];
}

const look = new Compartment();
const chosen = () => (isDark() ? styles(DARK, true) : styles(LIGHT, false));

/** How editors look, in light and in dark. */
export function looks(): Extension {
  return look.of(chosen());
}

/** Lets editors follow the theme; returns what ends it. */
export function followTheme(...views: EditorView[]): () => void {
  const follow = () => views.forEach((view) => view.dispatch({ effects: look.reconfigure(chosen()) }));
  document.addEventListener("theme", follow);
  return () => document.removeEventListener("theme", follow);
}
