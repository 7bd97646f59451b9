import { addComtradeRecord, comtradeFields, comtradeRead, type ComtradeRecord } from "./comtrade-record.js";
import { Collector, type ImportContext, type Imported } from "./imported.js";

/**
 * Rare-earth trade from an answer of the UN Comtrade API: `{ count, data: [record], error }`.
 * TRUNCATED where fewer records stand in it than it counts; REMOTE_ERROR where the API reported one. `line` is the record's number.
 */
export function importComtradeJson(text: string, context: ImportContext): Imported {
  const collector = new Collector(context.file);
  const answer = parse(text);
  if (!Array.isArray(answer?.data)) {
    collector.issues.push({
      code: answer === undefined ? "BAD_JSON" : "REQUIRED",
      file: context.file,
      ...(answer === undefined ? {} : { path: "data" }),
    });
    return collector.done("comtrade-json");
  }
  if (typeof answer.error === "string" && answer.error !== "")
    collector.issues.push({ code: "REMOTE_ERROR", file: context.file, found: answer.error });
  if (typeof answer.count === "number" && answer.count > answer.data.length) {
    collector.issues.push({
      code: "TRUNCATED",
      file: context.file,
      found: answer.data.length,
      expected: answer.count,
    });
  }
  answer.data.forEach((record, i) => {
    const cells = (record ?? {}) as Record<string, unknown>;
    const missing = comtradeFields.filter((name) => !(name in cells));
    if (missing.length > 0) collector.problem("MISSING_COLUMN", i + 1, undefined, missing);
    else addComtradeRecord(asText(cells), i + 1, context.places, collector);
  });
  return collector.done("comtrade-json");
}

interface Answer {
  readonly count?: unknown;
  readonly error?: unknown;
  readonly data?: readonly unknown[];
}

function parse(text: string): Answer | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : {};
  } catch {
    return undefined;
  }
}

function asText(cells: Readonly<Record<string, unknown>>): ComtradeRecord {
  const text = (value: unknown): string =>
    typeof value === "string" || typeof value === "number" || typeof value === "boolean"
      ? String(value).trim()
      : "";
  return Object.fromEntries(comtradeRead.map((name) => [name, text(cells[name])])) as ComtradeRecord;
}
