import type { Answer, OutFile } from "../command/answer.js";
import { csvText } from "./csv.js";
import { jsonText, plain } from "./json.js";
import { parquetBytes } from "./parquet.js";

/** What `--out` writes: each table as CSV and Parquet, the document as JSON without durations, the command's own files. */
export async function outFiles(answer: Answer, document: unknown): Promise<OutFile[]> {
  const tables: OutFile[] = [];
  for (const table of answer.tables) {
    tables.push({ name: `${table.name}.csv`, content: csvText(table) });
    tables.push({ name: `${table.name}.parquet`, content: await parquetBytes(table) });
  }
  return [
    ...tables,
    { name: "answer.json", content: jsonText(plain(document, false)) },
    ...(answer.files ?? []),
  ];
}
