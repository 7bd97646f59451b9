import { addComtradeRecord, comtradeFields, comtradeRead, type ComtradeRecord } from "./comtrade-record.js";
import { Collector, type ImportContext, type Imported } from "./imported.js";
import { namedRows } from "./named-rows.js";

/** Rare-earth trade from a CSV file downloaded from UN Comtrade (47 columns, in any order). The table stays with its user: see `source`. */
export function importComtradeCsv(text: string, context: ImportContext): Imported {
  const { rows, issues } = namedRows(text, context.file, comtradeFields);
  const collector = new Collector(context.file);
  collector.issues.push(...issues);
  if (issues.some((issue) => issue.code === "MISSING_COLUMN")) return collector.done("comtrade-csv");
  for (const row of rows) {
    const record = Object.fromEntries(
      comtradeRead.map((name) => [name, row.get(name).trim()]),
    ) as ComtradeRecord;
    addComtradeRecord(record, row.line, context.places, collector);
  }
  return collector.done("comtrade-csv");
}
