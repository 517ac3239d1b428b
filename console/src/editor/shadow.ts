import { useEffect, useRef } from "react";

/**
 * An element whose content has styles of its own. CodeMirror brings its styles as a style element, which the page's
 * Content-Security-Policy refuses, but in a shadow root as a constructed style sheet, which it allows.
 */
export function useShadow(build: (root: ShadowRoot, parent: HTMLElement) => () => void) {
  const host = useRef<HTMLDivElement>(null);
  const builder = useRef(build);
  useEffect(() => {
    const element = host.current;
    if (!element) {
      return;
    }
    const root = element.shadowRoot ?? element.attachShadow({ mode: "open" });
    const parent = document.createElement("div");
    root.replaceChildren(parent);
    const end = builder.current(root, parent);
    return () => {
      end();
      root.replaceChildren();
    };
  }, []);
  return host;
}
