import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ChainFile } from "@didym/core/chain";
import { compiledFolder } from "./read-compiled.js";

/** A compiled chain as shipped, for `loadChain`. */
export function readChainFile(id: string, folder = compiledFolder): ChainFile {
  return JSON.parse(readFileSync(join(folder, `${id}.json`), "utf8")) as ChainFile;
}

/** The rare-earth chain as shipped. In a browser use `fetchChainFile` of `@didym/data/browser`. */
export function rareEarths(): ChainFile {
  return readChainFile("rare-earths");
}
