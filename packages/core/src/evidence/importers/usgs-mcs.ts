import type { Issue } from "../../errors/issue.js";
import { Collector, type ImportContext, type Imported, type ImportedFigure } from "./imported.js";
import { readFigure } from "./figure-text.js";
import { namedRows, type NamedRow } from "./named-rows.js";

const long = [
  "Section",
  "Commodity",
  "Country",
  "Statistics",
  "Statistics_detail",
  "Unit",
  "Year",
  "Value",
  "Notes",
];
const wide = ["SOURCE", "COMMODITY", "COUNTRY", "TYPE", "UNIT_MEAS"];

/**
 * Rare-earth mine output and reserves from the data release of the USGS Mineral Commodity Summaries: the long table of 2026
 * and later, or the world table of 2025 and before. Masses are oxide equivalent by the release's own definition.
 *
 * @returns figures keyed as rows of `mine_production` and `reserves`; issues for wrong columns, units, numbers and totals.
 */
export function importUsgsMcs(text: string, context: ImportContext): Imported {
  const isWide = /^[^\n]*\bUNIT_MEAS\b/u.test(text);
  const { rows, header, issues } = namedRows(text, context.file, isWide ? wide : long);
  const collector = new Collector(context.file);
  collector.issues.push(...issues);
  if (issues.some((issue) => issue.code === "MISSING_COLUMN")) return collector.done("usgs-mcs");
  const cells = isWide ? rows.flatMap((row) => wideCells(row, header)) : longCells(rows);
  for (const cell of cells) readCell(cell, context, collector);
  const imported = collector.done("usgs-mcs");
  return { ...imported, issues: [...imported.issues, ...totalIssues(imported.figures, context.file)] };
}

interface Cell {
  readonly line: number;
  readonly source: string;
  readonly commodity: string;
  readonly economy: string;
  readonly statistic: "output" | "reserves" | "other";
  readonly unit: string;
  readonly year: number;
  readonly text: string;
  readonly estimated: boolean;
}

function longCells(rows: readonly NamedRow[]): Cell[] {
  const years = rows.map((row) => Number(/^\d{4}/u.exec(row.get("Year"))?.[0] ?? NaN));
  const edition = years.reduce((latest, year) => (year > latest ? year : latest), 0) + 1;
  return rows.map((row, i) => {
    const mine =
      row.get("Statistics") === "Production" && row.get("Statistics_detail").startsWith("Mine production");
    const world = row.get("Section").startsWith("World");
    return {
      line: row.line,
      source: `USGS_MCS${String(edition)}`,
      commodity: row.get("Commodity"),
      economy: row.get("Country").trim(),
      statistic:
        world && mine ? "output" : world && row.get("Statistics") === "Reserves" ? "reserves" : "other",
      unit: row.get("Unit"),
      year: years[i],
      text: row.get("Value"),
      estimated: row.get("Notes").startsWith("Estimated") || row.get("Year").includes("estimated"),
    };
  });
}

function wideCells(row: NamedRow, header: readonly string[]): Cell[] {
  return header.flatMap((name): Cell[] => {
    const match = /^(PROD|PROD_EST|RESERVES)_\s*(\d{4})$/u.exec(name);
    if (match === null) return [];
    const mine = row.get("TYPE").startsWith("Mine production");
    return [
      {
        line: row.line,
        source: `USGS_${row.get("SOURCE")}`,
        commodity: row.get("COMMODITY"),
        economy: row.get("COUNTRY").trim(),
        statistic: !mine ? "other" : match[1] === "RESERVES" ? "reserves" : "output",
        unit: row.get("UNIT_MEAS"),
        year: Number(match[2]),
        text: row.get(name),
        estimated: match[1] === "PROD_EST" || row.get("PROD_NOTES").startsWith("Estimated"),
      },
    ];
  });
}

function readCell(cell: Cell, context: ImportContext, collector: Collector): void {
  if (
    cell.commodity.toLowerCase() !== "rare earths" ||
    cell.statistic === "other" ||
    cell.economy.toLowerCase() === "other countries"
  ) {
    collector.skipped += 1;
    return;
  }
  const region = context.places.get(cell.economy);
  const figure = readFigure(cell.text);
  if (figure === "none") collector.skipped += 1;
  else if (figure === "unreadable") collector.problem("WRONG_TYPE", cell.line, cell.text, "number");
  else if (region === undefined) collector.problem("UNKNOWN_PLACE", cell.line, cell.economy);
  else if (cell.unit !== "metric tons")
    collector.problem("UNKNOWN_UNIT", cell.line, cell.unit, "metric tons");
  else if (!(cell.year > 1900 && cell.year < 2100))
    collector.problem("OUT_OF_RANGE", cell.line, cell.year, "year");
  else {
    const isMine = cell.statistic === "output";
    collector.add({
      table: isMine ? "mine_production" : "reserves",
      id: isMine
        ? `mine.${region}.${String(cell.year)}.REO.${cell.source}`
        : `reserves.${region}.${String(cell.year)}.${cell.source}`,
      source: cell.source,
      year: cell.year,
      period: String(cell.year),
      value: figure.value,
      unit: "t REO",
      weight: "REO",
      valueUsd: null,
      basis: isMine && cell.estimated ? "estimated" : "reported",
      qualifier: figure.qualifier,
      line: cell.line,
    });
  }
}

/**
 * REQUIRED where the world total of mine output, which stands in every release, is not there; TOTAL_MISMATCH where the economies do not
 * add up to a printed total within its rounding: rows are missing or doubled.
 */
function totalIssues(figures: readonly ImportedFigure[], file: string): Issue[] {
  const isWorld = (figure: ImportedFigure): boolean => /^(?:mine|reserves)\.world\./u.test(figure.id);
  if (!figures.some((figure) => isWorld(figure) && figure.table === "mine_production"))
    return [{ code: "REQUIRED", file, expected: "World total" }];
  return figures.filter(isWorld).flatMap((total) => {
    const parts = figures.filter(
      (figure) => figure.table === total.table && figure.year === total.year && !isWorld(figure),
    );
    const sum = parts.reduce((part, figure) => part + (figure.value ?? 0), 0);
    const expected = total.value ?? 0;
    const within = Math.abs(sum - expected) <= 0.05 * expected;
    return within ? [] : [{ code: "TOTAL_MISMATCH", file, path: total.id, found: sum, expected }];
  });
}
