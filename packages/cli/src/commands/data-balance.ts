import { baseline, type BalancedFigure } from "@didym/core/baseline";
import { loadChain } from "@didym/core/chain";
import type { Column, Table } from "../command/answer.js";
import { defineCommand } from "../command/command.js";
import { compiledChain } from "../data/compiled-chain.js";

const columns: readonly Column[] = [
  { key: "id", title: { en: "figure", zh: "数值" }, kind: "text" },
  { key: "what", title: { en: "what", zh: "内容" }, kind: "text" },
  { key: "unit", title: { en: "unit", zh: "单位" }, kind: "text" },
  { key: "found", title: { en: "found", zh: "原值" }, kind: "number" },
  { key: "implied", title: { en: "implied by others", zh: "其他数值隐含" }, kind: "number" },
  { key: "balanced", title: { en: "balanced", zh: "平衡值" }, kind: "number" },
  { key: "moved", title: { en: "moved", zh: "调整" }, kind: "number", unit: "%", decimals: 1 },
  { key: "grade", title: { en: "grade", zh: "等级" }, kind: "text" },
  { key: "sources", title: { en: "sources", zh: "来源" }, kind: "text" },
  { key: "reason", title: { en: "why", zh: "原因" }, kind: "text" },
];

/** How far a figure moved, in percent of what was found; null where nothing was found. */
function moved({ found, balanced }: BalancedFigure): number | null {
  return found === 0 ? null : (100 * (balanced - found)) / found;
}

function balanceTable(figures: readonly BalancedFigure[]): Table {
  return {
    name: "balance",
    title: { en: "The base year: found and balanced", zh: "基年：原值与平衡值" },
    columns,
    rows: figures.map((figure) => [
      figure.id,
      figure.what,
      figure.unit,
      figure.found,
      figure.implied ?? null,
      figure.balanced,
      moved(figure),
      figure.grade,
      figure.sources.join("; "),
      figure.reason,
    ]),
  };
}

export const dataBalance = defineCommand({
  name: "data balance",
  schema: "didym/data-balance@1",
  positionals: [],
  flags: {},
  examples: [
    {
      args: "data balance",
      does: { en: "every figure: found, balanced, moved, why", zh: "每个数值：原值、平衡值、调整与原因" },
    },
    { args: "data balance --output balance.csv", does: { en: "as CSV", zh: "写为 CSV" } },
    { args: "data balance --json", does: { en: "for a program", zh: "供程序使用" } },
  ],
  run: async () => {
    const { year, figures } = baseline(loadChain(await compiledChain()));
    const rows = figures.map((figure) => ({ ...figure, movedPercent: moved(figure) }));
    return { data: { year, figures: rows }, tables: [balanceTable(figures)] };
  },
});
