import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { ChainFile } from "@didym/core/chain";

/** The compiled rare-earth chain as shipped: all figures the model uses, with their hash. */
export async function compiledChain(): Promise<ChainFile> {
  const path = createRequire(import.meta.url).resolve("@didym/data/rare-earths.json");
  return JSON.parse(await readFile(path, "utf8")) as ChainFile;
}
