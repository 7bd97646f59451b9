import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Context } from "../command/context.js";
import { writeWhole } from "../output/write-file.js";
import { cacheFolder } from "./cache-folder.js";
import { codeHash } from "./code-hash.js";

/** The part of a context that keeping work needs. */
export type CacheContext = Pick<Context, "env" | "versions"> & {
  readonly globals: { readonly "no-cache": boolean };
};

/** The name of a piece of work: a hash of its kind, its input, the versions of program, model and data, and the program itself. */
export async function workKey(context: CacheContext, kind: string, input: unknown): Promise<string> {
  const text = JSON.stringify([kind, input, await context.versions(), await codeHash()]);
  return createHash("sha256").update(text).digest("hex");
}

async function readKept(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, "utf8")) as unknown;
  } catch {
    return undefined; // absent, or cut short by a full disk
  }
}

/**
 * Computes a piece of work, or takes it from the cache. `input` holds everything that the result depends on besides the
 * versions, as plain JSON; the result is plain JSON too. A cache that cannot be written is no error. With --no-cache
 * nothing is read or kept.
 */
export async function remember<T>(
  context: CacheContext,
  kind: string,
  input: unknown,
  compute: () => Promise<T>,
): Promise<T> {
  if (context.globals["no-cache"]) return compute();
  const path = join(cacheFolder(context.env), kind, `${await workKey(context, kind, input)}.json`);
  const kept = await readKept(path);
  if (kept !== undefined) return kept as T;
  const result = await compute();
  await writeWhole(path, JSON.stringify(result)).catch(() => undefined);
  return result;
}
