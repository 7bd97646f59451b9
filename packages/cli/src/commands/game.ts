import { IssueError, type Issue } from "@didym/core/errors";
import { solveGame, type GameAnswer } from "@didym/core/games";
import type { Answer, Cell, Table } from "../command/answer.js";
import { defineCommand } from "../command/command.js";
import type { Context } from "../command/context.js";
import { issueLines } from "../errors/issue-text.js";
import { located, readProblemDocument } from "../input/read-document.js";
import { flagColumn, numberColumn, textColumn } from "../output/columns.js";

function payoffTable({ coalitions, stable }: Extract<GameAnswer, { coalitions: unknown }>): Table {
  const stableNames = new Set(stable.map((members) => members.join(",")));
  return {
    name: "coalitions",
    title: { en: "Coalitions", zh: "联盟" },
    columns: [
      textColumn("members", "members", "成员"),
      flagColumn("stable", "stable", "稳定"),
      flagColumn("profitable", "profitable", "有利"),
      flagColumn("internal", "internal", "内部稳定"),
      flagColumn("external", "external", "外部稳定"),
      flagColumn("potentiallyInternal", "potentially internal", "潜在内部稳定"),
    ],
    rows: coalitions.map((row) => {
      const members = row.members.join(",");
      return [
        members,
        stableNames.has(members),
        row.profitable,
        row.internal,
        row.external,
        row.potentiallyInternal,
      ];
    }),
  };
}

function shareTable(answer: Exclude<GameAnswer, { coalitions: unknown }>): Table {
  const shapley = answer.shapley ?? {};
  const nucleolus = "nucleolus" in answer ? answer.nucleolus : undefined;
  return {
    name: "shares",
    title: { en: "Shares", zh: "分配" },
    columns: [
      textColumn("player", "player", "参与者"),
      numberColumn("shapley", "Shapley value", "沙普利值"),
      ...(nucleolus ? [numberColumn("nucleolus", "nucleolus", "核仁")] : []),
    ],
    rows: Object.entries(shapley).map(([player, share]) => [
      player,
      share,
      ...(nucleolus ? [nucleolus[player] ?? null] : []),
    ]),
  };
}

function measureTable(answer: GameAnswer, { words }: Context): Table[] {
  if (!("convex" in answer)) return [];
  const { coreEmpty, leastCoreExcess, convex } = answer;
  const yesNo = (holds: boolean | undefined): Cell =>
    holds === undefined ? null : words(holds ? { en: "yes", zh: "是" } : { en: "no", zh: "否" });
  return [
    {
      name: "measures",
      columns: [textColumn("measure", "measure", "度量"), textColumn("value", "value", "值")],
      rows: [
        [words({ en: "core is empty", zh: "核为空" }), yesNo(coreEmpty)],
        [words({ en: "excess of the least core", zh: "最小核的超额" }), leastCoreExcess?.toString() ?? null],
        [words({ en: "game is convex", zh: "博弈为凸" }), yesNo(convex)],
      ],
    },
  ];
}

function warningNotes(answer: GameAnswer, context: Context): string[] {
  const warnings: readonly Issue[] = "warnings" in answer ? (answer.warnings ?? []) : [];
  return warnings.map((issue) => issueLines(issue, context.messages, "warning").trimEnd());
}

export const game = defineCommand({
  name: "game",
  schema: "didym/game-answer@1",
  positionals: [
    {
      name: "GAME.json",
      brief: { en: "a didym/game@1 file, or - for stdin", zh: "didym/game@1 文件，- 为标准输入" },
    },
  ],
  flags: {},
  examples: [
    {
      args: "game game.json",
      does: {
        en: "Shapley value, nucleolus, core, or stable coalitions",
        zh: "沙普利值、核仁、核，或稳定联盟",
      },
    },
    {
      args: "game - --json < game.json",
      does: { en: "from stdin, for a program", zh: "从标准输入读取，供程序使用" },
    },
    {
      args: "game game.json --output shares.csv",
      does: { en: "the first table as CSV", zh: "将第一张表写为 CSV" },
    },
  ],
  run: async (context, { positionals: [file] }): Promise<Answer> => {
    const source = await readProblemDocument(file, context);
    const answer = solveGame(source.value);
    if ("errors" in answer) throw new IssueError(located(answer.errors as [Issue, ...Issue[]], source));
    const tables =
      "coalitions" in answer ? [payoffTable(answer)] : [shareTable(answer), ...measureTable(answer, context)];
    return { data: answer, tables, notes: warningNotes(answer, context) };
  },
});
