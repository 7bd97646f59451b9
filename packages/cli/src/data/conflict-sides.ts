import type { DataRead, Row, Value } from "@didym/core/evidence";
import type { Language, Text } from "@didym/messages";
import type { Table } from "../command/answer.js";
import { numberText } from "../output/cell-text.js";
import { textColumn } from "../output/columns.js";

/** One side of a conflict: what a source says. */
export interface ConflictSide {
  readonly conflict: string;
  readonly row: string;
  /** As the row has it: a number, a range, what is claimed, or where a mine's output goes. */
  readonly value: string | number | null;
  readonly unit: string;
  readonly period: string;
  readonly sources: readonly string[];
  readonly grade: string;
  /** Whether the model uses it. */
  readonly used: boolean;
}

/** The rows that contradict each other, conflict by conflict, with what each says; claims in the language asked for. */
export function conflictSides({ tables }: DataRead, language: Language = "en"): ConflictSide[] {
  const rows = new Map([...tables.values()].flatMap((table) => table.rows.map((row) => [row["id"], row])));
  return (tables.get("conflicts")?.rows ?? []).flatMap((conflict) => {
    const used = list(conflict["used"]);
    return list(conflict["rows"]).flatMap((id) => {
      const row = rows.get(id);
      return row === undefined ? [] : [side(word(conflict["id"]), row, used.includes(id), language)];
    });
  });
}

function side(conflict: string, row: Row, used: boolean, language: Language): ConflictSide {
  const { value, share } = valueOf(row, language);
  return {
    conflict,
    row: word(row["id"]),
    value,
    unit: share ? "%" : word(row["unit"]),
    period: word(row["period"] ?? row["year"]),
    sources: list(row["source_id"]),
    grade: word(row["grade"] ?? row["verdict"]),
    used,
  };
}

/** A share where the row has one: that is what its sides disagree about. */
function valueOf(
  row: Row,
  language: Language,
): { readonly value: string | number | null; readonly share: boolean } {
  const fields = ["share_pct", "share_low", "value", "quantity", "claimed", "best", "destination"];
  const field = fields.find((name) => (row[name] ?? null) !== null);
  if (field === undefined) return { value: null, share: false };
  const range = field === "share_low" ? `${word(row[field])}–${word(row["share_high"])}` : undefined;
  const found = (language === "zh" ? row[`${field}_zh`] : undefined) ?? row[field];
  return {
    value: range ?? (typeof found === "number" ? found : word(found)),
    share: field.startsWith("share"),
  };
}

const word = (value: Value | undefined): string =>
  typeof value === "string" || typeof value === "number" ? String(value) : "";
const list = (value: Value | undefined): readonly string[] =>
  typeof value === "object" && value !== null ? value : word(value) === "" ? [] : [word(value)];

export function sidesTable(sides: readonly ConflictSide[], words: (text: Text) => string): Table {
  const yes = words({ en: "yes", zh: "是" });
  return {
    name: "sides",
    title: { en: "What each side says", zh: "各方数值" },
    columns: [
      textColumn("conflict", "conflict", "冲突"),
      textColumn("row", "row", "数据行"),
      textColumn("value", "value", "数值"),
      textColumn("unit", "unit", "单位"),
      textColumn("period", "period", "时期"),
      textColumn("used", "used by the model", "模型采用"),
      textColumn("grade", "grade", "等级"),
      textColumn("sources", "sources", "来源"),
    ],
    rows: sides.map(({ conflict, row, value, unit, period, used, grade, sources }) => [
      conflict,
      row,
      typeof value === "number" ? numberText(value) : value,
      unit,
      period,
      used ? yes : "",
      grade,
      sources.join("; "),
    ]),
  };
}
