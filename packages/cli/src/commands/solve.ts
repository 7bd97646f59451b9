import { IssueError } from "@didym/core/errors";
import { solveProblem, type ProblemAnswer } from "@didym/core/problem";
import type { Answer, Column, Table } from "../command/answer.js";
import { defineCommand } from "../command/command.js";
import { located, readProblemDocument } from "../input/read-document.js";
import { recordTable } from "../output/record-table.js";

const text = (key: string, en: string, zh: string): Column => ({ key, title: { en, zh }, kind: "text" });
const number = (key: string, en: string, zh: string): Column => ({ key, title: { en, zh }, kind: "number" });

const region = text("region", "region", "地区");
const good = text("good", "good", "产品");
const quantity = number("quantity", "quantity", "数量");

function welfareTable({ welfare, revenue }: ProblemAnswer): Table {
  const parties = [...new Set([...Object.keys(welfare.consumer), ...Object.keys(welfare.producer)])];
  return {
    name: "welfare",
    title: { en: "Surplus and revenue", zh: "剩余与收入" },
    columns: [
      text("party", "party", "主体"),
      number("consumer", "consumers", "消费者"),
      number("producer", "producers", "生产者"),
      number("revenue", "revenue", "公共收入"),
      number("total", "total", "合计"),
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
    columns: [text("item", "item", "项目"), text("value", "value", "值")],
    rows: Object.entries(rows).map(([item, value]) => [item, String(value)]),
  };
}

/** The answer as tables; lists that are empty have none. */
export function problemTables(answer: ProblemAnswer): Table[] {
  const lists = [
    recordTable("prices", { en: "Prices", zh: "价格" }, answer.prices, [
      region,
      good,
      number("supply", "sellers receive", "卖方所得"),
      number("demand", "buyers pay", "买方所付"),
    ]),
    recordTable("supply", { en: "Supply", zh: "供给" }, answer.supply, [region, good, quantity]),
    recordTable("demand", { en: "Demand", zh: "需求" }, answer.demand, [region, good, quantity]),
    recordTable("flows", { en: "Flows", zh: "流量" }, answer.flows, [
      text("from", "from", "自"),
      text("to", "to", "至"),
      good,
      quantity,
      number("cost", "unit cost", "单位成本"),
    ]),
    recordTable("processes", { en: "Processes", zh: "工艺" }, answer.processes, [
      text("id", "process", "工艺"),
      region,
      number("level", "level", "水平"),
    ]),
    recordTable("sales", { en: "Sales", zh: "销售" }, answer.sales, [
      text("seller", "seller", "卖方"),
      region,
      good,
      quantity,
    ]),
    recordTable("rents", { en: "Rents", zh: "租金" }, answer.rents, [
      text("id", "on", "所属"),
      number("perUnit", "per unit", "单位租金"),
      number("total", "total", "合计"),
    ]),
    recordTable("floors", { en: "Floors", zh: "价格下限" }, answer.floors, [
      region,
      good,
      number("payment", "payment", "支付"),
      number("purchased", "purchased", "收购"),
      number("excess", "excess", "过剩"),
    ]),
    recordTable("ceilings", { en: "Ceilings", zh: "价格上限" }, answer.ceilings, [
      region,
      good,
      number("excess", "wanted, not sold", "未满足"),
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
    const answer = solveProblem(source.value, {
      now: () => performance.now(),
      interrupted: () => context.signal.aborted,
      ...(limit === undefined ? {} : { timeLimitSeconds: limit }),
    });
    if (answer.status === "error") throw new IssueError(located(answer.errors, source));
    return { data: answer, tables: problemTables(answer) };
  },
});
