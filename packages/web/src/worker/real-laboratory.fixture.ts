import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { ChainFile } from "@didym/core/chain";
import type { StoredBaseline } from "@didym/core/results";
import { parse } from "yaml";
import { createLaboratory, type Laboratory, type Library } from "./laboratory.js";

const root = fileURLToPath(new URL("../../../../", import.meta.url));

/** The shipped figures and the stored baseline, for tests. */
export function realFiles(): { readonly file: ChainFile; readonly stored: StoredBaseline } {
  const file = JSON.parse(
    readFileSync(`${root}packages/data/dist/compiled/rare-earths.json`, "utf8"),
  ) as ChainFile;
  const stored = JSON.parse(
    readFileSync(`${root}packages/data/dist/compiled/baseline.json`, "utf8"),
  ) as StoredBaseline;
  return { file, stored };
}

/** The laboratory of the page over the shipped figures and scenarios, for tests. */
export function realLaboratory(): Laboratory {
  const { file, stored } = realFiles();
  const folder = `${root}data/scenarios/`;
  const library = Object.fromEntries(
    readdirSync(folder)
      .filter((name) => name.endsWith(".yaml"))
      .map((name) => [
        name.replace(/\.yaml$/u, ""),
        parse(readFileSync(folder + name, "utf8")) as Library[string],
      ]),
  );
  return createLaboratory(file, library, "0.0.0", () => 0, stored);
}
