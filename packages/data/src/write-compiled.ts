import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { compileData, type CompiledData } from "./compile-data.js";
import { readDataFolder } from "./read-data-folder.js";

/** Compiles the folder `data` into `out`: `evidence.json` and `trade.json` once, `CHAIN/chain.json` for each chain. */
export function writeCompiled(data: string, out: string): CompiledData {
  const compiled = compileData(readDataFolder(data));
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, "evidence.json"), JSON.stringify(compiled.evidence));
  writeFileSync(join(out, "trade.json"), JSON.stringify(compiled.trade));
  for (const chain of compiled.chains) {
    mkdirSync(join(out, chain.id), { recursive: true });
    writeFileSync(join(out, chain.id, "chain.json"), JSON.stringify(chain));
  }
  return compiled;
}
