import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";
import { pageBands } from "./build/page-bands.js";
import { pageHistory } from "./build/page-history.js";
import { pageData, programVersion, withoutJsonSchema } from "./build/page-data.js";

/** Relative addresses, so that the page works from any folder of a plain file server. */
export default defineConfig({
  base: "./",
  plugins: [svelte(), pageData(), pageBands(), pageHistory()],
  define: { __DIDYM_VERSION__: JSON.stringify(programVersion()) },
  worker: { format: "es", plugins: () => [withoutJsonSchema()] },
  build: {
    target: "es2022",
    sourcemap: false,
    chunkSizeWarningLimit: 800,
    rolldownOptions: { checks: { bundlerTimings: false } },
  },
});
