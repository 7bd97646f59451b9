import { describe, expect, it } from "vitest";
import { answered, arc, line, market } from "./testing/markets.js";

const supply: Record<string, readonly [intercept: number, slope: number]> = {
  a: [2, 0.5],
  b: [4, 1],
  c: [3, 0.7],
};
const demand: Record<string, readonly [intercept: number, slope: number]> = {
  a: [20, -1],
  b: [30, -1],
  c: [15, -2],
};
const ways = [
  ["a", "b", 1],
  ["c", "b", 1.5],
  ["b", "a", 1],
  ["a", "c", 2],
  ["c", "a", 1],
] as const;
const freight = (from: string, to: string) => ways.find(([i, j]) => i === from && j === to)?.[2] ?? 0;
const theta = 1;

const floor = (mechanism: string, price = 15) => ({ floors: [{ region: "b", good: "x", price, mechanism }] });
const ceiling = (region: string, price: number) => ({ ceilings: [{ region, good: "x", price }] });
const seen = [
  { from: "a", flow: 10, price: 7 },
  { from: "b", flow: 6, price: 10 },
  { from: "c", flow: 4, price: 6 },
];
const benchmark = { benchmark: seen.map((row) => ({ ...row, to: "b", good: "x" })) };

const policies: Record<string, object> = {
  none: {},
  "a deficiency payment": floor("deficiency-payment"),
  purchases: floor("purchase"),
  "a regulated floor": floor("regulated"),
  "a border floor": floor("border"),
  "a ceiling": ceiling("b", 10),
  "a border floor and a ceiling elsewhere": { ...floor("border"), ...ceiling("a", 8) },
  "a tariff-rate quota": {
    tariffRateQuotas: [
      {
        id: "t",
        arcs: [
          ["a", "b", "x"],
          ["c", "b", "x"],
        ],
        limit: 8,
        inQuota: { specific: 1 },
        overQuota: { specific: 4 },
      },
    ],
  },
  "a benchmark": benchmark,
  "a benchmark and a border floor": { ...benchmark, ...floor("border") },
  "a benchmark and a ceiling": { ...benchmark, ...ceiling("b", 10) },
};

/** Weights on routes into b that make the benchmark's flows the answer at its prices. */
function benchmarkWeight(from: string): number {
  const total = seen.reduce((sum, row) => sum + row.flow, 0);
  const cost = (row: { from: string; price: number }) => row.price + freight(row.from, "b");
  const mean = seen.reduce((sum, row) => sum + (row.flow / total) * cost(row), 0);
  const row = seen.find((each) => each.from === from)!;
  return (row.flow / total) * Math.exp((cost(row) - mean) / theta);
}

const area = ([intercept, slope]: readonly [number, number], q: number) =>
  intercept * q + (slope * q * q) / 2;

// welfare is reported from prices (surpluses, rents, money); here it is what quantities are worth and cost
describe("welfare with dispersion is benefit less cost, freight and θ·Σ q·ln(share / weight)", () => {
  it.each(Object.entries(policies))("under %s", (name, more) => {
    const { figures } = answered(
      market(["a", "b", "c"], {
        supply: Object.entries(supply).map(([region, [p, slope]]) => line(region, p, slope)),
        demand: Object.entries(demand).map(([region, [p, slope]]) => line(region, p, slope)),
        transport: ways.map(([from, to, cost]) => arc(from, to, cost)),
        dispersion: { x: theta },
        ...more,
      }),
    );
    const benefit = figures.demand.reduce((sum, row) => sum + area(demand[row.region], row.quantity), 0);
    const cost = figures.supply.reduce((sum, row) => sum + area(supply[row.region], row.quantity), 0);
    const flows = figures.flows.filter((row) => row.quantity > 0);
    const into = (to: string) => flows.reduce((sum, row) => sum + (row.to === to ? row.quantity : 0), 0);
    const spread = flows.map(({ from, to, quantity }) => {
      const weight = to === "b" && name.startsWith("a benchmark") ? benchmarkWeight(from) : 1;
      return quantity * (freight(from, to) + theta * Math.log(quantity / into(to) / weight));
    });
    const primal = benefit - cost - spread.reduce((sum, each) => sum + each, 0);
    expect(figures.welfare.total).toBeCloseTo(primal, 6);
  });
});
