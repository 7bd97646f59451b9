import { readFigure } from "./figure-text.js";
import { Collector, type ImportContext, type Imported, type ImportedFigure } from "./imported.js";

/**
 * US rare-earth trade from an answer of USITC DataWeb (`dto.tables[]`, one table for customs or FAS value and one for the first
 * unit of quantity), a year a column, broken out by HTS number and country. Only kilograms are read as mass.
 */
export function importUsitcDataweb(text: string, context: ImportContext): Imported {
  const collector = new Collector(context.file);
  const tables = readTables(text);
  if (tables === undefined) collector.issues.push({ code: "BAD_JSON", file: context.file });
  else if (tables.length === 0)
    collector.issues.push({ code: "REQUIRED", file: context.file, path: "dto.tables" });
  for (const table of tables ?? []) readTable(table, context, collector);
  return collector.done("usitc-dataweb");
}

interface DataTable {
  readonly name: string;
  readonly labels: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

function readTable(table: DataTable, context: ImportContext, collector: Collector): void {
  const at = (label: string): number => table.labels.indexOf(label);
  const [code, country, unit, type] = ["HTS Number", "Country", "Quantity Description", "Data Type"].map(at);
  if (code < 0 || country < 0) {
    collector.issues.push({
      code: "MISSING_COLUMN",
      file: context.file,
      path: table.name,
      expected: ["HTS Number", "Country"],
    });
    return;
  }
  const isMass = unit >= 0;
  const flow = /export/iu.test(type >= 0 ? (table.rows[0]?.[type] ?? "") : table.name)
    ? "exports"
    : "imports";
  table.rows.forEach((cells, i) => {
    const line = i + 1;
    if (cells.length !== table.labels.length) {
      collector.problem("RAGGED_ROW", line, cells.length, table.labels.length);
      return;
    }
    const heading = cells[code].replaceAll(".", "");
    const partner = context.places.get(cells[country].trim());
    if (!/^(?:2846|2805|8505)/u.test(heading)) collector.skipped += 1;
    else if (partner === undefined) collector.problem("UNKNOWN_PLACE", line, cells[country]);
    else if (isMass && cells[unit] !== "kilograms")
      collector.problem("UNKNOWN_UNIT", line, cells[unit], "kilograms");
    else
      for (const figure of figures(table.labels, cells, { heading, partner, flow, isMass, line }, collector))
        collector.join(figure);
  });
}

interface Row {
  readonly heading: string;
  readonly partner: string;
  readonly flow: "imports" | "exports";
  readonly isMass: boolean;
  readonly line: number;
}

function figures(
  labels: readonly string[],
  cells: readonly string[],
  row: Row,
  collector: Collector,
): ImportedFigure[] {
  const [exporter, importer] = row.flow === "exports" ? ["USA", row.partner] : [row.partner, "USA"];
  return labels.flatMap((label, k): ImportedFigure[] => {
    if (!/^(?:19|20)\d{2}$/u.test(label)) return [];
    const figure = readFigure(cells[k]);
    if (figure === "unreadable") collector.problem("WRONG_TYPE", row.line, cells[k], "number");
    if (figure === "unreadable" || figure === "none" || figure.value === 0) return [];
    return [
      {
        table: "trade",
        id: `trade.${row.heading}.${exporter}.${importer}.${label}.${row.flow}.P-USITC`,
        source: "P-USITC",
        year: Number(label),
        period: label,
        value: row.isMass ? figure.value / 1000 : null,
        unit: "t",
        weight: "gross",
        valueUsd: row.isMass ? null : figure.value,
        basis: "measured",
        qualifier: "exact",
        line: row.line,
      },
    ];
  });
}

function readTables(text: string): DataTable[] | undefined {
  let json: Answer;
  try {
    json = JSON.parse(text) as Answer;
  } catch {
    return undefined;
  }
  return (json.dto?.tables ?? []).map((table) => ({
    name: table.tab_name ?? "",
    labels: (table.column_groups ?? []).flatMap((group) =>
      (group.columns ?? []).map((column) => column.label ?? ""),
    ),
    rows: (table.row_groups ?? []).flatMap((group) =>
      (group.rowsNew ?? []).map((row) => (row.rowEntries ?? []).map((entry) => String(entry.value ?? ""))),
    ),
  }));
}

/** The part of a DataWeb answer that we read. */
interface Answer {
  readonly dto?: {
    readonly tables?: readonly {
      readonly tab_name?: string;
      readonly column_groups?: readonly { readonly columns?: readonly { readonly label?: string }[] }[];
      readonly row_groups?: readonly {
        readonly rowsNew?: readonly {
          readonly rowEntries?: readonly { readonly value?: string | number | null }[];
        }[];
      }[];
    }[];
  };
}
