import type { Collector, TradeFigure } from "./imported.js";

/** The fields of a UN Comtrade record that we read, as its CSV and its API both name them. */
export const comtradeFields = [
  "freqCode",
  "period",
  "reporterISO",
  "flowCode",
  "partnerISO",
  "cmdCode",
  "netWgt",
  "isNetWgtEstimated",
  "primaryValue",
] as const;

/** Fields that break a flow down further, each with its value for the whole; a file may lack them. */
export const comtradeParts = { partner2ISO: "W00", customsCode: "C00", motCode: "0" } as const;

export type ComtradeRecord = Readonly<Record<(typeof comtradeFields)[number], string>> &
  Readonly<Partial<Record<keyof typeof comtradeParts, string>>>;

/** Every field that is read, whole or part. */
export const comtradeRead = [...comtradeFields, ...Object.keys(comtradeParts)] as const;

/** Whether a record is a part of another by second partner, customs procedure or means of transport. */
function isPart(record: ComtradeRecord): boolean {
  return Object.entries(comtradeParts).some(([name, whole]) => {
    const found = record[name as keyof typeof comtradeParts] ?? "";
    return found !== "" && found !== whole;
  });
}

/** Headings of the rare-earth chain: compounds, metals, magnets, ores that hold rare earths. */
const headings = /^(?:2846|284610|284690|280530|850511|253090)$/u;

/**
 * Maps one record to a row of `trade`. Net weight is the gross weight of the product, never its oxide content.
 * Totals by partner `W00` are kept as `world`; other headings, re-exports, and parts of a flow by second partner, customs procedure or means
 * of transport are skipped.
 */
export function addComtradeRecord(
  record: ComtradeRecord,
  line: number,
  places: ReadonlyMap<string, string>,
  collector: Collector,
): void {
  if (!headings.test(record.cmdCode) || !["M", "X"].includes(record.flowCode) || isPart(record)) {
    collector.skipped += 1;
    return;
  }
  const reporter = economy(record.reporterISO, places);
  const partner = economy(record.partnerISO, places);
  if (reporter === undefined || partner === undefined) {
    collector.problem("UNKNOWN_PLACE", line, reporter === undefined ? record.reporterISO : record.partnerISO);
    return;
  }
  const period = readPeriod(record.period);
  const kilograms = amount(record.netWgt);
  const value = amount(record.primaryValue);
  if (period === undefined) collector.problem("OUT_OF_RANGE", line, record.period, "year or month");
  else if (Number.isNaN(kilograms)) collector.problem("WRONG_TYPE", line, record.netWgt, "number");
  else if (Number.isNaN(value)) collector.problem("WRONG_TYPE", line, record.primaryValue, "number");
  else if ((kilograms ?? 0) < 0 || (value ?? 0) < 0)
    collector.problem("OUT_OF_RANGE", line, [kilograms, value], "not negative");
  else collector.add(tradeFigure(record, line, { reporter, partner, period, kilograms, value }));
}

/** Our code of a Comtrade area; an economy that is new to us keeps its ISO code. */
function economy(iso: string, places: ReadonlyMap<string, string>): string | undefined {
  return places.get(iso) ?? (/^[A-Z]{3}$/u.test(iso) ? iso : undefined);
}

interface Read {
  readonly reporter: string;
  readonly partner: string;
  readonly period: string;
  readonly kilograms: number | null;
  readonly value: number | null;
}

function tradeFigure(record: ComtradeRecord, line: number, read: Read): TradeFigure {
  const [exporter, importer] =
    record.flowCode === "M" ? [read.partner, read.reporter] : [read.reporter, read.partner];
  const flow = record.flowCode === "M" ? "imports" : "exports";
  return {
    table: "trade",
    id: `trade.${record.cmdCode}.${exporter}.${importer}.${read.period}.${flow}.COMTRADE`,
    heading: record.cmdCode,
    reporter: read.reporter,
    partner: read.partner,
    flow,
    source: "COMTRADE_CHN",
    year: Number(read.period.slice(0, 4)),
    period: read.period,
    value: read.kilograms === null || read.kilograms === 0 ? null : read.kilograms / 1000,
    unit: "t",
    weight: "gross",
    valueUsd: read.value,
    basis: /^true$/iu.test(record.isNetWgtEstimated) ? "estimated" : "measured",
    qualifier: "exact",
    line,
  };
}

/** `2024` or `202405` to `2024` or `2024-05`. */
function readPeriod(text: string): string | undefined {
  const match = /^((?:19|20)\d{2})(?:(0[1-9]|1[0-2]))?$/u.exec(text);
  if (match === null) return undefined;
  return (match[2] as string | undefined) === undefined ? match[1] : `${match[1]}-${match[2]}`;
}

/** An empty cell is null, a wrong one NaN. */
function amount(text: string): number | null {
  if (text === "" || text === "null") return null;
  return /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/iu.test(text) ? Number(text) : NaN;
}
