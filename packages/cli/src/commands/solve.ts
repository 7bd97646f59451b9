import { IssueError } from "@didym/core/errors";
import { solveProblem, type ProblemAnswer } from "@didym/core/problem";
import type { Answer, Table } from "../command/answer.js";
import { defineCommand } from "../command/command.js";
import { located, readProblemDocument } from "../input/read-document.js";
import { recordTable } from "../output/record-table.js";
import { numberColumn, textColumn } from "../output/columns.js";

const region = textColumn("region", "region", "地区");
const good = textColumn("good", "good", "产品");
const quantity = numberColumn("quantity", "quantity", "数量");

function welfareTable({ welfare, revenue }: ProblemAnswer): Table {
  const parties = [...new Set([...Object.keys(welfare.consumer), ...Object.keys(welfare.producer)])];
  return {
    name: "welfare",
    title: { en: "Surplus and revenue", zh: "剩余与收入" },
    columns: [
      textColumn("party", "party", "主体"),
      numberColumn("consumer", "consumers", "消费者"),
      numberColumn("producer", "producers", "生产者"),
      numberColumn("revenue", "revenue", "公共收入"),
      numberColumn("total", "total", "合计"),
    ],
    rows: [
      ...parties.map((id) => [id, welfare.consumer[id] ?? null, welfare.producer[id] ?? null, null, null]),
      ["total", null, null, revenue.duties + revenue.exportTaxes, welfare.total],
    ],
  };
}

function summaryTable({ status, residual, iterations, unique }: ProblemAnswer): Table {
  const rows = { status, residual, iterations, "unique prices": unique.prices, "unique flows": unique.flows };
  return {
    name: "summary",
    columns: [textColumn("item", "item", "项目"), textColumn("value", "value", "值")],
    rows: Object.entries(rows).map(([item, value]) => [item, String(value)]),
  };
}

/** The answer as tables; lists that are empty have none. */
export function problemTables(answer: ProblemAnswer): Table[] {
  const lists = [
    recordTable("prices", { en: "Prices", zh: "价格" }, answer.prices, [
      region,
      good,
      numberColumn("supply", "sellers receive", "卖方所得"),
      numberColumn("demand", "buyers pay", "买方所付"),
    ]),
    recordTable("supply", { en: "Supply", zh: "供给" }, answer.supply, [region, good, quantity]),
    recordTable("demand", { en: "Demand", zh: "需求" }, answer.demand, [region, good, quantity]),
    recordTable("flows", { en: "Flows", zh: "流量" }, answer.flows, [
      textColumn("from", "from", "自"),
      textColumn("to", "to", "至"),
      good,
      quantity,
      numberColumn("cost", "unit cost", "单位成本"),
    ]),
    recordTable("processes", { en: "Processes", zh: "工艺" }, answer.processes, [
      textColumn("id", "process", "工艺"),
      region,
      numberColumn("level", "level", "水平"),
    ]),
    recordTable("sales", { en: "Sales", zh: "销售" }, answer.sales, [
      textColumn("seller", "seller", "卖方"),
      region,
      good,
      quantity,
    ]),
    recordTable("rents", { en: "Rents", zh: "租金" }, answer.rents, [
      textColumn("id", "on", "所属"),
      numberColumn("perUnit", "per unit", "单位租金"),
      numberColumn("total", "total", "合计"),
    ]),
    recordTable("floors", { en: "Floors", zh: "价格下限" }, answer.floors, [
      region,
      good,
      numberColumn("payment", "payment", "支付"),
      numberColumn("purchased", "purchased", "收购"),
      numberColumn("excess", "excess", "过剩"),
    ]),
    recordTable("ceilings", { en: "Ceilings", zh: "价格上限" }, answer.ceilings, [
      region,
      good,
      numberColumn("excess", "wanted, not sold", "未满足"),
    ]),
  ];
  return [...lists.filter((table) => table.rows.length > 0), welfareTable(answer), summaryTable(answer)];
}

export const solve = defineCommand({
  name: "solve",
  schema: "didym/solution@1",
  positionals: [
    {
      name: "PROBLEM.json",
      brief: { en: "a didym/problem@1 file, or - for stdin", zh: "didym/problem@1 文件，- 为标准输入" },
    },
  ],
  flags: {},
  examples: [
    {
      args: "solve problem.json",
      does: { en: "prices, flows, rents and surplus", zh: "价格、流量、租金与剩余" },
    },
    {
      args: "solve - --json < problem.json",
      does: { en: "from stdin, for a program", zh: "从标准输入读取，供程序使用" },
    },
    {
      args: "solve problem.json --out results",
      does: { en: "every table as a file", zh: "将每张表写为文件" },
    },
  ],
  run: async (context, { positionals: [file] }): Promise<Answer> => {
    const source = await readProblemDocument(file, context);
    const limit = context.globals["time-limit"];
    context.throwIfStopped();
    const answer = solveProblem(source.value, {
      now: () => performance.now(),
      interrupted: () => context.signal.aborted,
      ...(limit === undefined ? {} : { timeLimitSeconds: limit }),
    });
    if (answer.status === "error") throw new IssueError(located(answer.errors, source));
    return { data: answer, tables: problemTables(answer) };
  },
});
