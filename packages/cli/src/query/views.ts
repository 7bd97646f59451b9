import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { IssueError } from "@didym/core/errors";

interface Resource {
  readonly name: string;
  readonly path: string;
}

/** Tables by name: those that `datapackage.json` names, else every Parquet and CSV file by its own name, Parquet where there are both. */
async function tablesOf(folder: string): Promise<ReadonlyMap<string, string>> {
  const described = await readFile(join(folder, "datapackage.json"), "utf8").catch(() => undefined);
  if (described !== undefined) {
    const { resources } = JSON.parse(described) as { resources: readonly Resource[] };
    return new Map(resources.map(({ name, path }) => [name, join(folder, path)]));
  }
  const entries = await readdir(folder).catch(() => {
    throw new IssueError([{ code: "FILE_NOT_FOUND", found: folder }]);
  });
  const tables = new Map<string, string>();
  for (const ending of [".csv", ".parquet"])
    for (const entry of entries.filter((name) => name.endsWith(ending)).sort())
      tables.set(basename(entry, ending), join(folder, entry));
  return tables;
}

/** One statement a table of a folder, which makes it a view of its name, - written as _. Throws FILE_NOT_FOUND. */
export async function viewsOf(folder: string): Promise<string[]> {
  return [...(await tablesOf(folder))].map(([name, path]) => {
    const literal = `'${path.replaceAll("'", "''")}'`;
    const read = path.endsWith(".csv") ? `read_csv(${literal})` : `read_parquet(${literal})`;
    return `create view "${name.replaceAll("-", "_").replaceAll('"', '""')}" as select * from ${read}`;
  });
}
