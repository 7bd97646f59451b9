import { baseline, type BalancedFigure } from "@didym/core/baseline";
import { loadChain } from "@didym/core/chain";
import type { Column, Table } from "../command/answer.js";
import { defineCommand } from "../command/command.js";
import type { Context } from "../command/context.js";
import { compiledChain } from "../data/compiled-chain.js";
import { dataWords, type DataWords } from "../data/data-words.js";
import { numberColumn, textColumn } from "../output/columns.js";

const columns: readonly Column[] = [
  textColumn("id", "figure", "数值"),
  textColumn("what", "what", "内容"),
  textColumn("unit", "unit", "单位"),
  numberColumn("found", "found", "原值"),
  numberColumn("implied", "implied by others", "其他数值隐含"),
  numberColumn("balanced", "balanced", "平衡值"),
  numberColumn("moved", "moved", "调整", { unit: "%", decimals: 1 }),
  textColumn("grade", "grade", "等级"),
  textColumn("sources", "sources", "来源"),
  textColumn("reason", "why", "原因"),
];

/** How far a figure moved, in percent of what was found; null where nothing was found. */
function moved({ found, balanced }: BalancedFigure): number | null {
  return found === 0 ? null : (100 * (balanced - found)) / found;
}

function balanceTable(figures: readonly BalancedFigure[], words: Context["words"], say: DataWords): Table {
  return {
    name: "balance",
    title: { en: "The base year: found and balanced", zh: "基年：原值与平衡值" },
    columns,
    rows: figures.map((figure) => [
      figure.id,
      words({ en: figure.what, zh: figure.whatZh }),
      say.unit(figure.unit),
      figure.found,
      figure.implied ?? null,
      figure.balanced,
      moved(figure),
      figure.grade,
      figure.sources.join("; "),
      say.text(figure.reason),
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
  run: async (context) => {
    const { year, figures } = baseline(loadChain(await compiledChain()));
    const say = await dataWords(context.language);
    const rows = figures.map((figure) => ({ ...figure, movedPercent: moved(figure) }));
    return { data: { year, figures: rows }, tables: [balanceTable(figures, context.words, say)] };
  },
});
