import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { IssueError } from "@didym/core/errors";
import { readData, type DataRead } from "@didym/core/evidence";
import { readDataFolder } from "@didym/data";
import type { Context } from "../command/context.js";
import { dataFolder } from "./data-folder.js";

/** The files of a data folder, by path; by default the folder this program ships with. Throws FILE_NOT_FOUND. */
export async function evidenceFiles(
  context: Context,
  folder?: string,
): Promise<Readonly<Record<string, string>>> {
  const path = folder === undefined ? dataFolder() : resolve(context.cwd, folder);
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory() !== true)
    throw new IssueError([{ code: "FILE_NOT_FOUND", found: folder ?? path }]);
  return readDataFolder(path);
}

/** The evidence tables, typed. */
export async function readEvidence(context: Context): Promise<DataRead> {
  return readData(await evidenceFiles(context));
}
