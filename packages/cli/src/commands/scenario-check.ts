import { scenarioHash } from "@didym/core/scenario";
import type { Table } from "../command/answer.js";
import { defineCommand } from "../command/command.js";
import { issueJson, issueLines } from "../errors/issue-text.js";
import { readScenario, type ReadScenario } from "../scenario/read-scenario.js";
import { flagColumn, textColumn, yearColumn } from "../output/columns.js";
import { scenarioArgument } from "../scenario/scenario-arguments.js";

function leverTable({ scenario }: ReadScenario): Table {
  return {
    name: "levers",
    columns: [
      textColumn("id", "lever", "政策工具"),
      textColumn("kind", "kind", "种类"),
      yearColumn("from", "from", "起"),
      yearColumn("to", "to", "止"),
      flagColumn("response", "response", "应对"),
    ],
    rows: scenario.levers.map(({ id, kind, from, to, response }) => [id, kind, from, to, response]),
  };
}

export const scenarioCheck = defineCommand({
  name: "scenario check",
  schema: "didym/scenario-check@1",
  positionals: [scenarioArgument],
  flags: {
    set: {
      kind: "list",
      value: "ID.FIELD=VALUE",
      brief: { en: "change a field, as price-floor.at=130", zh: "修改一个字段，例如 price-floor.at=130" },
    },
  },
  examples: [
    {
      args: "scenario check my.yaml",
      does: { en: "every problem, with line and nearest name", zh: "列出每个问题的行号与最接近的名称" },
    },
    {
      args: "scenario check my.yaml --set tariff.rate=30%",
      does: { en: "with a field changed", zh: "修改一个字段后检查" },
    },
    {
      args: "scenario check - --json < my.yaml",
      does: { en: "from stdin, for a program", zh: "从标准输入读取，供程序使用" },
    },
  ],
  run: async (context, { positionals: [name], flags: { set } }) => {
    const read = await readScenario(name, context, set);
    const { scenario, warnings } = read;
    return {
      data: {
        name: scenario.name,
        scenarioHash: scenarioHash(scenario),
        levers: scenario.levers.map(({ id, kind, from, to }) => ({ id, kind, from, to })),
        warnings: warnings.map((issue) => issueJson(issue, context.messages)),
      },
      tables: [leverTable(read)],
      notes: warnings.map((issue) => issueLines(issue, context.messages, "warning").trimEnd()),
    };
  },
});
