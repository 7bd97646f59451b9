import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { IssueError } from "@didym/core/errors";

/** The folder of the evidence tables: `data` of the clone or package this program is part of. Throws FILE_NOT_FOUND. */
export function dataFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const data = join(folder, "data");
    if (existsSync(join(data, "datapackage.json"))) return data;
    const parent = dirname(folder);
    if (parent === folder) throw new IssueError([{ code: "FILE_NOT_FOUND", found: "data/datapackage.json" }]);
    folder = parent;
  }
}
