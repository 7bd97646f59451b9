import { basename, isAbsolute } from "node:path";
import type { Answer, OutFile } from "../command/answer.js";
import { csvText } from "./csv.js";
import { jsonText, plain } from "./json.js";
import { parquetBytes } from "./parquet.js";

/** A document without the places of this machine: files that warnings point at keep their names only. */
function placeless(document: unknown): unknown {
  if (typeof document !== "object" || document === null || !("warnings" in document)) return document;
  const { warnings } = document;
  if (!Array.isArray(warnings)) return document;
  const shortened = warnings.map((warning: unknown) => {
    if (typeof warning !== "object" || warning === null || !("file" in warning)) return warning;
    const { file } = warning;
    return typeof file === "string" && isAbsolute(file) ? { ...warning, file: basename(file) } : warning;
  });
  return { ...document, warnings: shortened };
}

/** What `--out` writes: each table as CSV and Parquet, the document as JSON without durations, the command's own files. */
export async function outFiles(answer: Answer, document: unknown): Promise<OutFile[]> {
  const tables: OutFile[] = [];
  for (const table of answer.tables) {
    tables.push({ name: `${table.name}.csv`, content: csvText(table) });
    tables.push({ name: `${table.name}.parquet`, content: await parquetBytes(table) });
  }
  return [
    ...tables,
    { name: "answer.json", content: jsonText(plain(placeless(document), false)) },
    ...(answer.files ?? []),
  ];
}
