import { importComtradeCsv } from "./comtrade-csv.js";
import { importComtradeJson } from "./comtrade-json.js";
import type { ImportContext, Imported, ImportFormat } from "./imported.js";
import { importUsgsMcs } from "./usgs-mcs.js";
import { importUsitcDataweb } from "./usitc-dataweb.js";

const importers: Readonly<Record<ImportFormat, (text: string, context: ImportContext) => Imported>> = {
  "usgs-mcs": importUsgsMcs,
  "comtrade-csv": importComtradeCsv,
  "comtrade-json": importComtradeJson,
  "usitc-dataweb": importUsitcDataweb,
};

/** The official format that a text has by its first lines; nothing where it has none of them. */
export function detectFormat(text: string): ImportFormat | undefined {
  const head = text.slice(0, 4000);
  if (/^\s*\{/u.test(head)) {
    if (/"dto"\s*:/u.test(head)) return "usitc-dataweb";
    return /"(?:data|count|elapsedTime)"\s*:/u.test(head) ? "comtrade-json" : undefined;
  }
  const header = head.split("\n")[0];
  if (/\b(?:MCS chapter|UNIT_MEAS|Statistics_detail)\b/u.test(header)) return "usgs-mcs";
  return /\b(?:reporterISO|refPeriodId|cmdCode)\b/u.test(header) ? "comtrade-csv" : undefined;
}

/** Reads an official file of any known format; UNKNOWN_FORMAT names the formats there are. */
export function importFile(text: string, context: ImportContext): Imported {
  const format = detectFormat(text);
  if (format !== undefined) return importers[format](text, context);
  const issue = { code: "UNKNOWN_FORMAT", file: context.file, expected: Object.keys(importers) };
  return { format: "usgs-mcs", figures: [], skipped: 0, issues: [issue], warnings: [] };
}
