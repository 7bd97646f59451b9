import type { Text } from "../chain/chain.js";
import { IssueError } from "../errors/issue.js";
import type { Row, Table } from "../evidence/table.js";

/** How a row of the evidence is brought to the model's units. */
export type Reading = "tonnes" | "tonnes-month" | "with-vat" | "as-quoted" | "unit-value";

export interface Observation {
  readonly case: string;
  readonly series: string;
  readonly what: Text;
  readonly date: string;
  /** The control that the year is solved under; none = policies in force. */
  readonly control: string | undefined;
  readonly reference: string;
  /** Mean of the rows named. */
  readonly observed: number;
  readonly unit: "USD/kg" | "t/y";
  readonly sources: readonly string[];
  /** The lowest of the rows named. */
  readonly grade: string;
}

/** A volume of exports, t/y, over goods together, that a year is solved under; several may make up one control. */
export interface Control {
  readonly id: string;
  readonly goods: readonly string[];
  readonly year: number;
  readonly volume: number;
  readonly sources: readonly string[];
}

/** A stop of China's exports to everybody, from a row that records what was shipped, solved month by month with users' stores. */
export interface ObservedStop {
  readonly id: string;
  readonly goods: readonly string[];
  readonly year: number;
  readonly months: number;
  /** Levers in force that the stop is seen without, since the market before it did not know them. */
  readonly without: readonly string[];
}

/** Constants of quotations: CNY per USD and the value-added tax inside Chinese quotes. */
export interface QuoteTerms {
  readonly cnyPerUsd: number;
  readonly vat: number;
}

type Tables = ReadonlyMap<string, Pick<Table, "rows">>;

/**
 * What is compared, with the observed values taken from the evidence.
 *
 * @param termsOf the terms of quotations in the time of a case.
 * @throws IssueError `UNKNOWN_REFERENCE` where a row is not in the evidence.
 */
export function readObservations(tables: Tables, termsOf: (name: string) => QuoteTerms): Observation[] {
  const evidence = rowsById(tables);
  return rowsOf(tables, "backtest-observations").map((row) => {
    const found = list(row["row"]).map((id) => rowAt(evidence, id));
    const reading = text(row["reading"]) as Reading;
    const terms = termsOf(text(row["case"]));
    const values = found.map((one) =>
      reading === "unit-value"
        ? number(one["value_usd"]) / number(one["quantity"]) / 1000
        : readValue(number(one["value"] ?? one["quantity"]), text(one["unit"]), reading, terms),
    );
    return {
      case: text(row["case"]),
      series: text(row["series"]),
      what: { en: text(row["what"]), zh: text(row["what_zh"]) },
      date: text(row["date"]),
      control: row["control"] === null ? undefined : text(row["control"]),
      reference: text(row["reference"]),
      observed: values.reduce((sum, value) => sum + value, 0) / values.length,
      unit: reading === "tonnes" || reading === "tonnes-month" ? "t/y" : "USD/kg",
      sources: [...new Set(found.flatMap((one) => list(one["source_id"])))],
      grade:
        found
          .map((one) => text(one["grade"]))
          .sort()
          .at(-1) ?? "",
    };
  });
}

const MONTHS = 12;

/** Tonnes a year, or USD/kg without tax (`with-vat`) or as quoted; the value of a kilogram shipped (`unit-value`) needs two figures and is read above. */
export function readValue(value: number, unit: string, reading: Reading, terms: QuoteTerms): number {
  const { cnyPerUsd, vat } = terms;
  if (reading === "tonnes") return value;
  if (reading === "tonnes-month") return value * MONTHS;
  const dollars = unit.startsWith("CNY") ? value / cnyPerUsd : value;
  return reading === "with-vat" ? dollars / (1 + vat) : dollars;
}

/** @throws IssueError `UNKNOWN_REFERENCE`. */
export function readControls(tables: Tables): Control[] {
  const evidence = rowsById(tables);
  return rowsOf(tables, "backtest-controls").map((row) => {
    const found = rowAt(evidence, text(row["row"]));
    return {
      id: text(row["control"]),
      goods: list(row["goods"]),
      year: number(found["year"]),
      volume: (number(found["quantity"]) * MONTHS) / number(row["months"]),
      sources: list(found["source_id"]),
    };
  });
}

export function readStops(tables: Tables): ObservedStop[] {
  return rowsOf(tables, "backtest-stops").map((row) => ({
    id: text(row["id"]),
    goods: list(row["goods"]),
    year: number(row["year"]),
    months: number(row["months"]),
    without: list(row["without"]),
  }));
}

function rowsOf(tables: Tables, name: string): readonly Row[] {
  const table = tables.get(name);
  if (table === undefined) throw new IssueError([{ code: "UNKNOWN_TABLE", found: name }]);
  return table.rows;
}

function rowsById(tables: Tables): ReadonlyMap<string, Row> {
  const wanted = ["prices", "trade", "mine_production", "derived"];
  return new Map(
    wanted.flatMap((name) => (tables.get(name)?.rows ?? []).map((row) => [text(row["id"]), row] as const)),
  );
}

function rowAt(evidence: ReadonlyMap<string, Row>, id: string): Row {
  const row = evidence.get(id);
  if (row === undefined) throw new IssueError([{ code: "UNKNOWN_REFERENCE", path: "row", found: id }]);
  return row;
}

const text = (value: Row[string] | undefined): string => (typeof value === "string" ? value : "");
const number = (value: Row[string] | undefined): number => (typeof value === "number" ? value : Number.NaN);
const list = (value: Row[string] | undefined): readonly string[] =>
  Array.isArray(value) ? (value as readonly string[]) : typeof value === "string" ? [value] : [];
