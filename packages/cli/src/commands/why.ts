import { why as explainWhy, type Why } from "@didym/core/why";
import { causeLinks, causeText, whyWords } from "@didym/messages";
import type { Answer, Cell, Table } from "../command/answer.js";
import { defineCommand } from "../command/command.js";
import type { Context } from "../command/context.js";
import { laboratory } from "../run/laboratory.js";
import { readScenario } from "../scenario/read-scenario.js";
import { scenarioArgument, setFlag } from "../scenario/scenario-arguments.js";

function contributionTable(
  { metric, unit, contributions, total, without, ...rest }: Why,
  { words }: Context,
): Table {
  return {
    name: "contributions",
    title: { en: `${metric}, ${unit}`, zh: `${metric}，${unit}` },
    columns: [
      { key: "lever", title: { en: "lever", zh: "政策工具" }, kind: "text" },
      { key: "value", title: { en: "contribution", zh: "贡献" }, kind: "number" },
    ],
    rows: [
      [words({ en: "(without)", zh: "（无政策工具）" }), without],
      ...contributions.map(({ lever, value }): Cell[] => [lever, value]),
      [words({ en: "(total change)", zh: "（变化合计）" }), total],
      [words({ en: "(with)", zh: "（全部政策工具）" }), rest.with],
    ],
  };
}

export const why = defineCommand({
  name: "why",
  schema: "didym/why@1",
  positionals: [scenarioArgument],
  flags: {
    metric: {
      kind: "text",
      required: true,
      value: "METRIC",
      brief: {
        en: "the figure, as price[oxide.NdPr,JPN,2030]",
        zh: "要解释的数字，例如 price[oxide.NdPr,JPN,2030]",
      },
    },
    against: {
      kind: "text",
      value: "SCENARIO",
      brief: {
        en: "levers it shares with this scenario are taken as given, or none (default: status-quo)",
        zh: "与该情景共有的工具视为既定，none 为从无政策算起（默认 status-quo）",
      },
    },
    set: setFlag,
  },
  examples: [
    {
      args: "why washington-2026 --metric price[oxide.NdPr,JPN,2030]",
      does: { en: "why Japan's price is what it is", zh: "日本的价格为何如此" },
    },
    {
      args: "why washington-2026 --metric welfare[members,2035] --json",
      does: { en: "who brought the gain or loss, for a program", zh: "得失由何而来，供程序使用" },
    },
    {
      args: "why status-quo --against none --metric production[magnet.*,USA,2030]",
      does: { en: "every policy in force, by sampled orders", zh: "全部现行政策，按抽样次序计算" },
    },
  ],
  run: async (context, { positionals: [name], flags }): Promise<Answer> => {
    const { scenario } = await readScenario(name, context, flags.set);
    const other = flags.against ?? "status-quo";
    const against =
      other === "none" || other === scenario.name ? undefined : (await readScenario(other, context)).scenario;
    const lab = await laboratory(scenario.parameters);
    const answer = explainWhy(
      {
        scenario,
        metric: flags.metric,
        seed: context.globals.seed ?? 1,
        ...(against !== undefined && { against }),
      },
      (asked) => {
        context.throwIfStopped();
        return lab.run(asked, { stop: () => context.signal.aborted });
      },
    );
    const chains = answer.causes.map((cause) => ({
      ...cause,
      text: { en: causeText(cause, lab.chain, "en"), zh: causeText(cause, lab.chain, "zh") },
    }));
    const links = answer.causes.flatMap((cause) =>
      causeLinks(cause, lab.chain, context.language).map((link, i): Cell[] => [
        i === 0 ? cause.lever : "",
        link,
      ]),
    );
    return {
      data: { scenario: scenario.name, against: other, ...answer, causes: chains },
      tables: [contributionTable(answer, context), causeTable(links)],
      notes: links.length > 0 ? [whyWords(context.language).alone] : [],
    };
  },
});

function causeTable(rows: readonly (readonly Cell[])[]): Table {
  return {
    name: "causes",
    title: { en: "Chain of causes", zh: "因果链" },
    columns: [
      { key: "lever", title: { en: "lever", zh: "政策工具" }, kind: "text" },
      { key: "link", title: { en: "what changes", zh: "变化" }, kind: "text" },
    ],
    rows,
  };
}
