import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import type { Entry, Executor, Profile } from "@didym/core/summit";
import { writeWhole } from "../output/write-file.js";

const fileOf = (folder: string, { commit, deal }: Profile): string => join(folder, `${commit}-${deal}.bin`);

async function readEntry(path: string): Promise<Entry | undefined> {
  try {
    return deserialize(await readFile(path)) as Entry;
  } catch {
    return undefined; // not solved yet, or cut short
  }
}

/** Keeps each solved profile; the same values come back byte for byte. */
export async function keepEntry(folder: string, entry: Entry): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeWhole(fileOf(folder, entry.account.profile), serialize(entry)).catch(() => undefined);
}

/** Solves only what the folder does not hold; what an interrupted scan solved is found again. `execute` keeps its own entries. */
export function resuming(folder: string, execute: Executor): Executor {
  return async (summit, profiles, done) => {
    const kept = await Promise.all(profiles.map((profile) => readEntry(fileOf(folder, profile))));
    const open = profiles.filter((_, i) => kept[i] === undefined);
    const before = profiles.length - open.length;
    if (open.length === 0) return kept as Entry[];
    const solved = await execute(summit, open, (count) => {
      done(before + count);
    });
    let next = 0;
    return kept.map((entry) => entry ?? solved[next++]);
  };
}
