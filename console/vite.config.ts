import { lingui } from "@lingui/vite-plugin";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { compressed } from "./build/compressed";
import { fonts } from "./build/fonts";
import { macros } from "./build/macros";

/** The pages go to `target/pages`, whence the server's jar takes them. All URLs are relative: any path prefix will do. */
export default defineConfig(({ command }) => ({
  base: command === "serve" ? "/console/" : "./",
  plugins: [macros(), lingui({ failOnCompileError: true }), react(), fonts(), compressed()],
  build: {
    outDir: "target/pages",
    emptyOutDir: true,
    // The Content-Security-Policy allows fonts and scripts from files only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
    license: { fileName: "licenses.md" },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // What many pages need is one file. Otherwise the first page would ask for three times as many.
            { name: "common", test: /node_modules/, minShareCount: 12 },
            // The first module needs it, and is not to wait for that file: it says so if the file is missing.
            { name: "preload", test: /vite\/preload-helper/, priority: 1 },
          ],
        },
      },
    },
  },
  server: {
    port: 7081,
    proxy: {
      // A running `./claviger start`: everything but the pages themselves.
      "^/console/(sign-in|sign-out|session|providers|single-sign-on|explain|who-can|findings|catalog)": backend(),
      "^/$": backend(),
    },
  },
  test: {
    include: ["src/**/*.test.ts"],
    setupFiles: ["build/english.ts"],
    // A page is drawn whole, which takes its time beside other work.
    testTimeout: 60_000,
    // Cloudscape's modules import style sheets, which Node does not know.
    server: { deps: { inline: [/@cloudscape-design/] } },
  },
}));

function backend() {
  return { target: process.env["CLAVIGER"] ?? "http://127.0.0.1:7080" };
}
