import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { PackedEvidence } from "@didym/core";
import type { ChainTables } from "./compile-data.js";

/** Folder of the compiled data that ships with this package. */
export const compiledFolder = fileURLToPath(new URL("../dist/compiled/", import.meta.url));

/** The figures as shipped, the flows of trade among them. */
export function readEvidence(folder = compiledFolder): PackedEvidence {
  const [evidence, trade] = ["evidence", "trade"].map(
    (name) => JSON.parse(readFileSync(`${folder}/${name}.json`, "utf8")) as PackedEvidence,
  );
  return { ...evidence, tables: { ...evidence.tables, ...trade.tables } };
}

/** The tables of one chain as shipped. */
export function readChainTables(id = "rare-earths", folder = compiledFolder): ChainTables {
  return JSON.parse(readFileSync(`${folder}/${id}/chain.json`, "utf8")) as ChainTables;
}
