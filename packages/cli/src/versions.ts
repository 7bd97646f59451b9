import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { dataFolder } from "./data/data-folder.js";

/** What made an answer: this program, the model it implements, the figures it rests on. */
export interface Versions {
  readonly didym: string;
  readonly model: string;
  readonly data: string;
}

interface Versioned {
  readonly version: string;
}

async function versionIn(path: string | URL): Promise<string> {
  return (JSON.parse(await readFile(path, "utf8")) as Versioned).version;
}

/** Reads the versions from the package and the figures' own description. The model is versioned with the program. */
export async function readVersions(env: Readonly<Record<string, string | undefined>>): Promise<Versions> {
  const didym = await versionIn(new URL("../package.json", import.meta.url));
  return { didym, model: didym, data: await versionIn(join(dataFolder(env), "datapackage.json")) };
}
