import { existsSync, readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";
import { parseCsv } from "@didym/core";
import type { ChainFile } from "@didym/core/chain";
import { parse } from "yaml";
import { pageEvidence, pageLedger } from "./page-evidence.js";
import { summitFiles } from "./page-summit.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const require = createRequire(import.meta.url);

/** Scenarios by name as they stand in their files; the page reads JSON only. */
function scenarios(): string {
  const folder = join(root, "data", "scenarios");
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".yaml")) : [];
  const library = files.sort().map((name) => {
    const document = parse(readFileSync(join(folder, name), "utf8")) as { name?: string };
    return [document.name ?? name.replace(/\.yaml$/u, ""), document] as const;
  });
  return JSON.stringify(Object.fromEntries(library));
}

/** The sources that the built-in scenarios cite, in words. */
function sources(): string {
  const cited = new Set(scenarios().match(/(?<=["[,])[A-Z][A-Z0-9]*[-_][A-Z0-9_-]+(?=[",\]])/gu) ?? []);
  const { header, records } = parseCsv(
    readFileSync(join(root, "data", "sources.csv"), "utf8"),
    "sources.csv",
  );
  const names = header?.cells ?? [];
  const found = records.flatMap(({ cells }) => {
    const row = Object.fromEntries(names.map((name, k) => [name, cells[k] ?? ""]));
    const ids = [row["source_id"] ?? "", ...(row["aliases"] ?? "").split(";")].filter((id) => cited.has(id));
    const words = [row["publisher"], row["title"], row["date"], row["url"]].filter((part) => part).join(", ");
    return ids.map((id) => [id, words] as const);
  });
  return JSON.stringify(Object.fromEntries(found));
}

const compiled = (name: string): string =>
  readFileSync(join(root, "packages/data/dist/compiled", name), "utf8");
const translations = (): string => compiled("translations.json");

/** Of the Chinese words, the reasons of the assumptions: those that the Lab shows. */
function assumptions(): string {
  const words = JSON.parse(translations()) as Readonly<Record<string, string>>;
  const { tables } = JSON.parse(compiled("rare-earths.json")) as ChainFile;
  return JSON.stringify(Object.fromEntries(tables.assumptions.map(({ reason }) => [reason, words[reason]])));
}

const schema = (name: string): string => readFileSync(join(root, "schemas", name), "utf8");

const files: Readonly<Record<string, () => string>> = {
  "data/rare-earths.json": () =>
    readFileSync(join(root, "packages/data/dist/compiled/rare-earths.json"), "utf8"),
  "data/baseline.json": () => readFileSync(join(root, "packages/data/dist/compiled/baseline.json"), "utf8"),
  "data/scenarios.json": scenarios,
  "data/sources.json": sources,
  "data/evidence.json": () => pageEvidence("evidence"),
  "data/trade.json": () => pageEvidence("trade"),
  "data/translations.json": translations,
  "data/assumptions-zh.json": assumptions,
  "data/ledger.json": pageLedger,
  "schemas/scenario.schema.json": () => schema("scenario.schema.json"),
  "schemas/problem.schema.json": () => schema("problem.schema.json"),
  "schemas/game.schema.json": () => schema("game.schema.json"),
  "data/land.json": () => readFileSync(require.resolve("world-atlas/land-110m.json"), "utf8"),
};

/** Puts the model's figures, the built-in scenarios and the land mask beside the page, in the build and in development. */
export function pageData(): Plugin {
  return {
    name: "didym-page-data",
    generateBundle() {
      for (const [fileName, read] of Object.entries({ ...files, ...summitFiles() }))
        this.emitFile({ type: "asset", fileName, source: read() });
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const read = { ...files, ...summitFiles() }[
          (request.url ?? "").replace(/^\//u, "").replace(/\?.*$/u, "")
        ];
        if (read === undefined) next();
        else response.setHeader("content-type", "application/json").end(read());
      });
    },
  };
}

/** Version of the program, as the command line prints it. */
export function programVersion(): string {
  const file = readFileSync(join(root, "packages/cli/package.json"), "utf8");
  return (JSON.parse(file) as { version: string }).version;
}

/** The page publishes no JSON Schema of its readers: that part of the schema library stays out of the worker. */
export function withoutJsonSchema(): Plugin {
  return {
    name: "didym-without-json-schema",
    enforce: "pre",
    load(id) {
      if (!/zod[\\/]v4[\\/]core[\\/]json-schema-processors\.js$/u.test(id)) return null;
      const names = readFileSync(id, "utf8").matchAll(/^export (?:const|function) (\w+)/gmu);
      return [...names].map(([, name]) => `export const ${name ?? ""} = undefined;`).join("\n");
    },
  };
}
