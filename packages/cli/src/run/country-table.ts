import { metricOf, presentValue, seriesOf, type RunResult } from "@didym/core/results";
import type { Text } from "@didym/messages";
import type { Cell, Column, Table } from "../command/answer.js";

const money = ["consumer-surplus", "producer-surplus", "revenue", "fiscal-cost", "welfare"] as const;

const titles: Readonly<Record<(typeof money)[number], Column["title"]>> = {
  "consumer-surplus": { en: "users", zh: "用户" },
  "producer-surplus": { en: "producers", zh: "生产者" },
  revenue: { en: "public revenue", zh: "公共收入" },
  "fiscal-cost": { en: "paid by the treasury", zh: "财政支出" },
  welfare: { en: "welfare", zh: "福利" },
};

const groups: readonly { readonly id: string; readonly name: Text }[] = [
  { id: "members", name: { en: "the members", zh: "成员" } },
  { id: "non-members", name: { en: "the others", zh: "非成员" } },
  { id: "world", name: { en: "the world", zh: "全球" } },
];

/** Who gains and who pays: present values of the differences from the compared run, MUSD, region by region, then by group. */
export function countryTable(result: RunResult, against: RunResult, words: (text: Text) => string): Table {
  const { chain } = result.frame.calibration;
  const { discountRate: rate, valuationYear: asOf } = result.frame.parameters;
  const valueOf = (id: string, region: string): number => {
    const metric = metricOf(id)!;
    const [own, other] = [result, against].map((run) => seriesOf(run, metric, { region }).values);
    const differences = own.map((value, i) => (value - other[i]) / 1000);
    return presentValue(differences, result.years, rate, asOf);
  };
  const percent = `${+(100 * rate).toFixed(2)}%`;
  return {
    name: "countries",
    title: {
      en: `Who gains, who pays: present value ${asOf} at ${percent}, MUSD, against ${against.scenario}`,
      zh: `谁得益、谁付出：${asOf} 年现值，贴现率 ${percent}，百万美元，相对 ${against.scenario}`,
    },
    columns: [
      { key: "region", title: { en: "region", zh: "地区" }, kind: "text" },
      { key: "name", title: { en: "name", zh: "名称" }, kind: "text" },
      ...money.map((key): Column => ({ key, title: titles[key], kind: "number", unit: "MUSD" })),
    ],
    rows: [...chain.regions, ...groups].map(({ id: region, name }): Cell[] => [
      region,
      words(name),
      ...money.map((id) => valueOf(id, region)),
    ]),
  };
}
