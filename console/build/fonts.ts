import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import type { Plugin } from "vite";

const EMBEDDED = /url\(["']?data:(?:application|font)\/[\w-]+;(?:charset=utf-8;)?base64,([^"')]+)["']?\)/g;
const FOLDER = resolve("target/fonts");

/**
 * Takes the fonts that Cloudscape's style sheet carries inside it out into files: the Content-Security-Policy allows
 * files only, and a page is there before its fonts are.
 */
export function fonts(): Plugin {
  return {
    name: "fonts",
    enforce: "pre",
    transform: (code, id) =>
      id.includes("global-styles/index.css")
        ? code
            .replace(EMBEDDED, (_, base64: string) => `url("${relative(dirname(id), write(base64))}")`)
            .replaceAll("@font-face {", "@font-face {\n  font-display: swap;")
        : undefined,
  };
}

function write(base64: string): string {
  const bytes = Buffer.from(base64, "base64");
  const file = resolve(FOLDER, `${createHash("sha256").update(bytes).digest("hex").slice(0, 8)}.woff2`);
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(file, bytes);
  return file;
}
