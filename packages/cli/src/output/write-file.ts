import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { IssueError } from "@didym/core/errors";
import type { OutFile } from "../command/answer.js";

/** Writes a file whole or not at all. Throws FILE_UNWRITABLE. */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const draft = `${path}.${process.pid}.part`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(draft, content);
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    const reason = (error as Error).message;
    throw new IssueError([{ code: "FILE_UNWRITABLE", found: path, details: { reason } }]);
  }
}

/** Writes documents into a folder. */
export async function writeAll(folder: string, files: readonly OutFile[]): Promise<void> {
  for (const { name, content } of files) await writeWhole(join(folder, name), content);
}
