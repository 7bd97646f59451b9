import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../../data/dist/compiled/", import.meta.url));
const stored = /^summit-(?<name>[a-z0-9-]+)\.json$/u;

/** Stored scans of the summit, by address beside the page, and the list of their names: an empty one where none was made. */
export function summitFiles(): Readonly<Record<string, () => string>> {
  const names = (existsSync(folder) ? readdirSync(folder) : [])
    .flatMap((file) => stored.exec(file)?.groups?.["name"] ?? [])
    .sort();
  return {
    "summit/presets.json": () => JSON.stringify(names),
    ...Object.fromEntries(names.map((name) => [`summit/${name}.json`, () => answerOf(name)])),
  };
}

/** The answer alone: the page solves the tables that a reader sets by itself. */
function answerOf(name: string): string {
  const { schema, answer } = JSON.parse(readFileSync(join(folder, `summit-${name}.json`), "utf8")) as {
    schema: string;
    answer: object;
  };
  return JSON.stringify({ schema, answer });
}
