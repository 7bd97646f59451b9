import type { Issue } from "../../errors/issue.js";
import { itemsOf } from "../keys.js";
import type { Row, Table } from "../table.js";
import type { Imported, ImportedFigure } from "./imported.js";
import { baseYearRows } from "./base-year-rows.js";
import { deriveTrade } from "./derive-trade.js";
import { massRatio } from "./weight-basis.js";

/** What an imported figure would do to the row of the same id. */
export interface Change {
  readonly id: string;
  readonly table: string;
  readonly kind: "new" | "changed" | "same";
  readonly before: number | null;
  readonly after: number | null;
  /** after / before, where both are positive masses of one kind. */
  readonly ratio: number | null;
  readonly unit: string;
  /** True where the figure is one of the base year. */
  readonly baseYear: boolean;
  /** Rows of the base year that rest on its source and economy; none in other years. */
  readonly baseYearRows: readonly string[];
  /** False where terms of use keep the row out of the shipped data. */
  readonly shippable: boolean;
  /** Conflicts in which the row is named. */
  readonly conflicts: readonly string[];
}

/** A figure that moves by more than this factor is more likely a slip of units than news. */
const implausibleFactor = 100;

/** Shares are kept to a tenth of a per cent, other derived figures to three digits, the rest as printed. */
function roundingOf(figure: ImportedFigure, before: number): number {
  if (figure.table !== "derived") return 1e-6 * Math.max(Math.abs(before), 1);
  return figure.unit === "%" ? 0.0501 : 5e-3 * Math.abs(before);
}

/**
 * What would change if an import were taken in: each figure beside the row it meets, and what stands against it.
 * Of a table under terms of use, what would change are the figures derived from it. Nothing is written.
 * IMPLAUSIBLE_CHANGE and MIXED_WEIGHT are issues; NEW_SOURCE and INCOMPLETE_PARTNERS are warnings.
 */
export function compareImport(
  imported: Imported,
  tables: ReadonlyMap<string, Table>,
  baseYear: number,
): {
  readonly changes: readonly Change[];
  readonly issues: readonly Issue[];
  readonly warnings: readonly Issue[];
} {
  const rows = new Map(
    [...tables.values()].flatMap((table) => table.rows.map((row) => [String(row["id"]), row] as const)),
  );
  const sources = new Map((tables.get("sources")?.rows ?? []).map((row) => [String(row["source_id"]), row]));
  const conflicts = tables.get("conflicts")?.rows ?? [];
  const issues: Issue[] = [...imported.issues];
  const derived = deriveTrade(imported.figures);
  const changes = [...imported.figures, ...derived.figures].map((figure): Change => {
    const change = compareFigure(figure, rows.get(figure.id), issues);
    return {
      ...change,
      baseYear: figure.year === baseYear,
      baseYearRows: figure.year === baseYear ? baseYearRows(figure, tables) : [],
      shippable:
        figure.table === "derived" || sources.get(figure.source)?.["redistribution"] !== "derived-only",
      conflicts: conflicts
        .filter((row) => itemsOf(row["rows"] ?? null).includes(figure.id))
        .map((row) => String(row["id"])),
    };
  });
  const unknown = new Set(imported.figures.map((figure) => figure.source).filter((id) => !sources.has(id)));
  const warnings = [
    ...imported.warnings,
    ...[...unknown].map((id): Issue => ({ code: "NEW_SOURCE", found: id })),
  ];
  return { changes, issues, warnings };
}

function compareFigure(
  figure: ImportedFigure,
  row: Row | undefined,
  issues: Issue[],
): Pick<Change, "id" | "table" | "kind" | "before" | "after" | "ratio" | "unit"> {
  const field = figure.table === "trade" ? "quantity" : "value";
  const found = row?.[field];
  const before = typeof found === "number" ? found : null;
  const after = figure.value;
  const kind = row === undefined ? "new" : isNear(before, figure) ? "same" : "changed";
  let ratio: number | null = null;
  if (before !== null && before > 0 && after !== null) {
    const isOxide = row?.["unit"] === "t REO";
    const weight = isOxide ? "REO" : "gross";
    const result = massRatio(
      { id: figure.id, tonnes: after, weight: figure.weight },
      { id: figure.id, tonnes: before, weight },
    );
    if ("issue" in result) issues.push(result.issue);
    else ratio = result.value;
  }
  if (ratio !== null && (ratio > implausibleFactor || ratio < 1 / implausibleFactor)) {
    issues.push({
      code: "IMPLAUSIBLE_CHANGE",
      path: figure.id,
      line: figure.line,
      found: after,
      expected: before,
    });
  }
  return { id: figure.id, table: figure.table, kind, before, after, ratio, unit: figure.unit };
}

/** Equal but for the rounding of the row that stands. */
function isNear(before: number | null, figure: ImportedFigure): boolean {
  if (before === null || figure.value === null) return before === figure.value;
  return Math.abs(figure.value - before) <= roundingOf(figure, before);
}
