import { transformAsync } from "@babel/core";
import type { Plugin } from "vite";

const SOURCE = /\.tsx?$/;
const USES_MACROS = /from "@lingui\/(core|react)\/macro"/;

/** Turns the texts of the sources (`t`, `plural`, `select`, `Trans`) into calls of Lingui that name a message of the catalogue. */
export function macros(): Plugin {
  return {
    name: "macros",
    enforce: "pre",
    transform: {
      filter: { id: SOURCE, code: USES_MACROS },
      async handler(code, id) {
        const done = await transformAsync(code, {
          filename: id,
          babelrc: false,
          configFile: false,
          parserOpts: { plugins: ["typescript", "jsx"] },
          plugins: ["@lingui/babel-plugin-lingui-macro"],
          sourceMaps: true,
        });
        return done?.code ? { code: done.code, map: done.map } : undefined;
      },
    },
  };
}
