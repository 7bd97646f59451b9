import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

const folder = fileURLToPath(new URL("../bands/", import.meta.url));

const files = (): string[] => (existsSync(folder) ? readdirSync(folder) : []);

/** Puts the bands of built-in scenarios, made by `npm run bands`, beside the page; each is fetched when its scenario is opened. */
export function pageBands(): Plugin {
  return {
    name: "didym-page-bands",
    config: () => ({
      define: { __DIDYM_BANDS__: JSON.stringify(files().map((name) => name.replace(/\.json$/u, ""))) },
    }),
    generateBundle() {
      for (const name of files())
        this.emitFile({
          type: "asset",
          fileName: `bands/${name}`,
          source: readFileSync(join(folder, name), "utf8"),
        });
    },
  };
}
