import type { StudyResult } from "@didym/core/studies";
import type { Table } from "../command/answer.js";
import { defineCommand } from "../command/command.js";
import type { Context } from "../command/context.js";
import { dataWords, type DataWords } from "../data/data-words.js";
import { readEvidence } from "../data/read-evidence.js";
import { numberColumn, textColumn } from "../output/columns.js";
import { runStudies } from "../studies/run-studies.js";
import { agreementWords, noAnswer, publishedText } from "../studies/study-words.js";

function resultTable(results: readonly StudyResult[], words: Context["words"], say: DataWords): Table {
  return {
    name: "studies",
    title: {
      en: "Published figures and what the same experiment gives here",
      zh: "公布值与此处同类实验的结果",
    },
    columns: [
      textColumn("id", "id", "编号"),
      textColumn("figure", "figure", "指标"),
      textColumn("published", "published", "公布值"),
      numberColumn("here", "here", "此处"),
      textColumn("unit", "unit", "单位"),
      textColumn("agreement", "agreement", "对照"),
      textColumn("grade", "grade", "等级"),
      textColumn("sources", "sources", "来源"),
    ],
    rows: results.map(({ id, figure, published, here, agreement }) => [
      id,
      words(figure),
      publishedText(published),
      here,
      say.unit(published.unit),
      words(agreement === null ? noAnswer : agreementWords[agreement]),
      published.grade,
      published.sources.join("; "),
    ]),
  };
}

export const studies = defineCommand({
  name: "studies",
  schema: "didym/studies@1",
  positionals: [
    {
      name: "GROUP",
      optional: true,
      brief: {
        en: "as same-goal, cut-80, lead-times (default: all)",
        zh: "例如 same-goal、cut-80、lead-times（默认全部）",
      },
    },
  ],
  flags: {},
  examples: [
    { args: "studies", does: { en: "every published figure", zh: "全部公布值" } },
    {
      args: "studies same-goal",
      does: { en: "a floor and a subsidy for one goal", zh: "同一目标下的下限与补贴" },
    },
    { args: "studies lead-times --json", does: { en: "for a program", zh: "供程序使用" } },
  ],
  run: async (context, { positionals: [group] }) => {
    const evidence = await readEvidence(context);
    const rows = await runStudies(evidence, group, () => context.signal.aborted);
    context.throwIfStopped();
    const say = await dataWords(context.language);
    return { data: { rows }, tables: [resultTable(rows, context.words, say)] };
  },
});
