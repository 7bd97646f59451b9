import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { cacheFolder } from "../cache/cache-folder.js";
import { workKey, type CacheContext } from "../cache/result-cache.js";
import { writeWhole } from "../output/write-file.js";
import type { DrawAnswer, SweepJob } from "./sweep-job.js";

/** Where the draws of a sweep are kept, so that an interrupted one goes on where it stopped. */
export interface DrawStore {
  readonly read: (draw: number) => Promise<DrawAnswer | undefined>;
  readonly keep: (draw: number, answer: DrawAnswer) => Promise<void>;
}

/** A folder of its own for each input, program and data; nothing is read or kept with --no-cache. */
export async function drawStore(job: SweepJob, context: CacheContext): Promise<DrawStore> {
  if (context.globals["no-cache"])
    return { read: () => Promise.resolve(undefined), keep: () => Promise.resolve() };
  const folder = join(cacheFolder(context.env), "sweep", await workKey(context, "sweep", job));
  const fileOf = (draw: number): string => join(folder, `${draw}.json`);
  return {
    async read(draw) {
      try {
        return JSON.parse(await readFile(fileOf(draw), "utf8")) as DrawAnswer;
      } catch {
        return undefined; // not solved yet, or cut short
      }
    },
    keep: (draw, answer) => writeWhole(fileOf(draw), JSON.stringify(answer)).catch(() => undefined),
  };
}
