import type { Answer, Column } from "../command/answer.js";
import { compiledChain } from "../data/compiled-chain.js";

const columns: readonly Column[] = [
  { key: "id", title: { en: "parameter", zh: "参数" }, kind: "text" },
  { key: "value", title: { en: "value", zh: "值" }, kind: "number" },
  { key: "low", title: { en: "low", zh: "下限" }, kind: "number" },
  { key: "high", title: { en: "high", zh: "上限" }, kind: "number" },
  { key: "unit", title: { en: "unit", zh: "单位" }, kind: "text" },
  { key: "grade", title: { en: "grade", zh: "等级" }, kind: "text" },
  { key: "source", title: { en: "source", zh: "来源" }, kind: "text" },
  { key: "reason", title: { en: "reason", zh: "理由" }, kind: "text" },
];

/** Every parameter with value, range, grade, source and reason. */
export async function parameterPage(): Promise<Answer> {
  const { tables } = await compiledChain();
  const parameters = tables.assumptions.map(({ id, value, low, high, unit, grade, source_id, reason }) => ({
    id,
    value,
    low,
    high,
    unit,
    grade,
    source: source_id,
    reason,
  }));
  const rows = parameters.map((row) => [
    row.id,
    row.value,
    row.low,
    row.high,
    row.unit,
    row.grade,
    row.source,
    row.reason,
  ]);
  return { data: { parameters }, tables: [{ name: "parameters", columns, rows }] };
}
