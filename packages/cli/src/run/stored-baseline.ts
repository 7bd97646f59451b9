import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Chain } from "@didym/core/chain";
import type { StartPoint } from "@didym/core/market";
import { startsFrom, type StoredBaseline } from "@didym/core/results";

/** Where the years of a run begin: the stored baseline beside the compiled figures; undefined where there is none of these figures. */
export async function readStarts(chain: Chain): Promise<ReadonlyMap<number, StartPoint> | undefined> {
  const chainFile = createRequire(import.meta.url).resolve("@didym/data/rare-earths.json");
  const text = await readFile(join(dirname(chainFile), "baseline.json"), "utf8").catch(() => undefined);
  return text === undefined ? undefined : startsFrom(JSON.parse(text) as StoredBaseline, chain);
}
