import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { compileChain } from "./chain.js";
import { compileData, type CompiledData } from "./compile-data.js";
import { readDataFolder } from "./read-data-folder.js";
import { compileStudies } from "./studies-file.js";

/** Compiles the folder `data` into `out`: `evidence.json`, `trade.json`, `translations.json` and `studies.json` once, `CHAIN/chain.json` (its tables as text) and `CHAIN.json` (what `loadChain` reads) for each chain. */
export function writeCompiled(data: string, out: string): CompiledData {
  const files = readDataFolder(data);
  const compiled = compileData(files);
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, "evidence.json"), JSON.stringify(compiled.evidence));
  writeFileSync(join(out, "trade.json"), JSON.stringify(compiled.trade));
  writeFileSync(join(out, "translations.json"), JSON.stringify(compiled.translations));
  writeFileSync(join(out, "studies.json"), JSON.stringify(compileStudies(files)));
  for (const chain of compiled.chains) {
    mkdirSync(join(out, chain.id), { recursive: true });
    writeFileSync(join(out, chain.id, "chain.json"), JSON.stringify(chain));
    writeFileSync(join(out, `${chain.id}.json`), JSON.stringify(compileChain(chain, files)));
  }
  return compiled;
}
