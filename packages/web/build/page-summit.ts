import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../summit/", import.meta.url));
const stored = /^(?<name>[a-z0-9-]+)\.json$/u;

/** Stored scans of the summit (`node scripts/summit-preset.mjs NAME`), by address beside the page, and the list of their names: an empty one where none was made. */
export function summitFiles(): Readonly<Record<string, () => string>> {
  const names = (existsSync(folder) ? readdirSync(folder) : [])
    .flatMap((file) => stored.exec(file)?.groups?.["name"] ?? [])
    .sort();
  return {
    "summit/presets.json": () => JSON.stringify(names),
    ...Object.fromEntries(
      names.map((name) => [`summit/${name}.json`, () => readFileSync(join(folder, `${name}.json`), "utf8")]),
    ),
  };
}
