import { readFile } from "node:fs/promises";
import { compiledChain } from "./data/compiled-chain.js";

/** What made an answer: this program, the model it implements, the figures it rests on (version and hash). */
export interface Versions {
  readonly didym: string;
  readonly model: string;
  readonly data: string;
}

async function programVersion(): Promise<string> {
  const text = await readFile(new URL("../package.json", import.meta.url), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}

/** Reads the versions. The model is versioned with the program. */
export async function readVersions(): Promise<Versions> {
  const [didym, { version, hash }] = await Promise.all([programVersion(), compiledChain()]);
  return { didym, model: didym, data: `${version}+${hash}` };
}
