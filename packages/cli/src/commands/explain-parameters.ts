import type { Answer, Column } from "../command/answer.js";
import type { Context } from "../command/context.js";
import { compiledChain } from "../data/compiled-chain.js";
import { dataWords } from "../data/data-words.js";
import { numberColumn, textColumn } from "../output/columns.js";

const columns: readonly Column[] = [
  textColumn("id", "parameter", "参数"),
  numberColumn("value", "value", "值"),
  numberColumn("low", "low", "下限"),
  numberColumn("high", "high", "上限"),
  textColumn("unit", "unit", "单位"),
  textColumn("grade", "grade", "等级"),
  textColumn("source", "source", "来源"),
  textColumn("reason", "reason", "理由"),
];

/** Every parameter with value, range, grade, source and reason. */
export async function parameterPage({ language }: Pick<Context, "language">): Promise<Answer> {
  const say = await dataWords(language);
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
    say.unit(row.unit),
    row.grade,
    row.source,
    say.text(row.reason),
  ]);
  return { data: { parameters }, tables: [{ name: "parameters", columns, rows }] };
}
