import type { Issue } from "../../errors/issue.js";
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

/**
 * Reads an official file of any known format, with or without a byte-order mark; UNKNOWN_FORMAT names the formats there are. Text with
 * zero bytes (UTF-16) or with bytes that were no UTF-8 is WRONG_ENCODING, by line.
 */
export function importFile(text: string, context: ImportContext): Imported {
  const plain = text.replace(/^\uFEFF/u, "");
  const format = detectFormat(plain);
  const wrong = wrongBytes(plain, context.file);
  if (format === undefined) {
    const unknown = { code: "UNKNOWN_FORMAT", file: context.file, expected: Object.keys(importers) };
    const issues = plain.includes("\0") ? wrong : [unknown];
    return { format: "usgs-mcs", figures: [], skipped: 0, issues, warnings: [] };
  }
  const imported = importers[format](plain, context);
  const known = imported.issues.some(({ code }) => code === "WRONG_ENCODING");
  return known ? imported : { ...imported, issues: [...wrong, ...imported.issues] };
}

/** The first line with a byte that is none of UTF-8. */
function wrongBytes(text: string, file: string): Issue[] {
  const at = text.search(/[\0\uFFFD]/u);
  if (at < 0) return [];
  return [{ code: "WRONG_ENCODING", file, line: text.slice(0, at).split("\n").length, expected: "UTF-8" }];
}
