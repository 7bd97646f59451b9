import { describe, expect, it } from "vitest";
import { solveProblem, type ProblemAnswer } from "./index.js";

const at = (region: string, good = "x") => ({ region, good });
const line = (region: string, intercept: number, slope: number, more = {}) => ({
  ...at(region),
  form: "inverse-linear",
  intercept,
  slope,
  ...more,
});
const arc = (from: string, to: string, cost = 0, more = {}) => ({ from, to, good: "x", cost, ...more });

function solve(more: Record<string, unknown>): ProblemAnswer {
  const answer = solveProblem({ schema: "didym/problem@1", regions: ["a", "b"], goods: ["x"], ...more });
  if (answer.status === "error") throw new Error(JSON.stringify(answer.errors));
  const { consumer, producer, total } = answer.welfare;
  expect(Number.isFinite(total)).toBe(true);
  expect(Object.values({ ...consumer, ...producer }).every(Number.isFinite)).toBe(true);
  return answer;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const price = (answer: ProblemAnswer, region: string, good = "x") =>
  answer.prices.find((row) => row.region === region && row.good === good)!;
const flow = (answer: ProblemAnswer, from: string, to: string) =>
  answer.flows.find((row) => row.from === from && row.to === to)?.quantity ?? 0;
const bought = (answer: ProblemAnswer, region: string, good = "x") =>
  answer.demand.find((row) => row.region === region && row.good === good)?.quantity ?? 0;
const rent = (answer: ProblemAnswer, id: string) => answer.rents.find((row) => row.id === id);

describe("duties: supply price 10 in a, demand p = 30 − q in b, transport 2, export tax 1", () => {
  const market = {
    supply: [line("a", 10, 0)],
    demand: [line("b", 30, -1)],
    transport: [arc("a", "b", 2)],
    exportTaxes: [{ from: "a", to: "*", good: "x", specific: 1 }],
  };
  const duty = (base?: string) => [{ ...arc("a", "b"), cost: undefined, adValorem: 0.5, specific: 0, base }];
  const clean = (base?: string) => JSON.parse(JSON.stringify(duty(base))) as unknown[];

  it.each([
    ["cif, the default, counts origin price, export tax and transport", undefined, 13 * 1.5],
    ["cif by name", "cif", 13 * 1.5],
    ["fob leaves transport out", "fob", 11 * 1.5 + 2],
  ])("%s", (_, base, delivered) => {
    const answer = solve({ ...market, duties: clean(base) });
    const quantity = 30 - delivered;
    expect(price(answer, "b").demand).toBeCloseTo(delivered, 9);
    expect(flow(answer, "a", "b")).toBeCloseTo(quantity, 9);
    expect(answer.revenue.duties).toBeCloseTo((delivered - 13) * quantity, 8);
    expect(answer.revenue.exportTaxes).toBeCloseTo(quantity, 8);
    expect(answer.welfare.total).toBeCloseTo(quantity ** 2 / 2 + (delivered - 12) * quantity, 8);
  });

  it("an ad-valorem export tax is on the origin price", () => {
    const exportTaxes = [{ from: "a", to: "b", good: "x", adValorem: 0.2 }];
    const answer = solve({ ...market, exportTaxes });
    expect(price(answer, "b").demand).toBeCloseTo(14, 9);
    expect(answer.revenue.exportTaxes).toBeCloseTo(32, 8);
  });

  it.each([
    ["exporter", 10, 1],
    ["importer", 10, 0],
    ["split", 10, 0.5],
  ])("a quota whose rent goes to the %s", (rentTo, limit, exporters) => {
    const quotas = [{ id: "q", arcs: [["a", "b", "x"]], limit, rentTo }];
    const answer = solve({ ...market, duties: clean("fob"), quotas });
    // price in b 20; rent r: (11 + e·r)·1.5 + 2 + (1 − e)·r = 20
    const perUnit = (20 - 18.5) / (1.5 * exporters + 1 - exporters);
    expect(price(answer, "b").demand).toBeCloseTo(20, 9);
    expect(rent(answer, "q")!.perUnit).toBeCloseTo(perUnit, 8);
    expect(rent(answer, "q")!.total).toBeCloseTo(perUnit * limit, 7);
    expect(answer.revenue.duties).toBeCloseTo(0.5 * (11 + exporters * perUnit) * limit, 7);
    expect(answer.welfare.total).toBeCloseTo(limit ** 2 / 2 + (20 - 12) * limit, 7);
  });
});

describe("rents of capacities", () => {
  it("stand under the arc, the curve and the process", () => {
    const of = (more: Record<string, unknown>) =>
      solve({
        goods: ["x", "y"],
        supply: [line("a", 2, 0, more["supply"] as object)],
        transport: [arc("a", "b", 1, more["arc"] as object)],
        processes: [
          {
            id: "mill",
            region: "b",
            inputs: { x: 1 },
            outputs: { y: 1 },
            cost: 3,
            ...(more["mill"] as object),
          },
        ],
        demand: [{ ...line("b", 20, -1), good: "y" }],
      });
    for (const [where, id] of [
      ["supply", "supply:a:x"],
      ["arc", "arc:a:b:x"],
      ["mill", "mill"],
    ]) {
      const answer = of({ [where]: { capacity: 5 } });
      expect(rent(answer, id)!.perUnit, id).toBeCloseTo(20 - 5 - 6, 8);
      expect(rent(answer, id)!.total, id).toBeCloseTo(45, 8);
      expect(answer.welfare.total, id).toBeCloseTo(12.5 + 45, 8);
    }
    expect(of({}).rents.filter((row) => row.perUnit > 1e-9)).toEqual([]);
  });

  it("a shipper pays the average cost of a congested arc, to a power", () => {
    const answer = solve({
      supply: [line("a", 1, 0)],
      demand: [line("b", 16, -1)],
      transport: [arc("a", "b", 3, { slope: 1, power: 2 })],
    });
    expect(flow(answer, "a", "b")).toBeCloseTo(3, 9); // 1 + 3 + q² = 16 − q
    expect(answer.flows[0].cost).toBeCloseTo(12, 8);
  });

  it("goods pass through a node that neither makes nor uses them", () => {
    const answer = solve({
      regions: ["a", "t", "b"],
      supply: [line("a", 1, 1)],
      demand: [line("b", 10, -1)],
      transport: [arc("a", "t", 1), arc("t", "b", 2)],
    });
    expect(flow(answer, "t", "b")).toBeCloseTo(3, 9);
    expect(price(answer, "t").demand).toBeCloseTo(5, 9);
  });
});

describe("curve forms in one market", () => {
  const alone = (supply: object, demand: object) =>
    solve({ regions: ["a"], supply: [{ ...at("a"), ...supply }], demand: [{ ...at("a"), ...demand }] });

  it("linear: q = 2p against q = 12 − p", () => {
    const answer = alone(
      { form: "linear", intercept: 0, slope: 2 },
      { form: "linear", intercept: 12, slope: -1 },
    );
    expect(price(answer, "a").demand).toBeCloseTo(4, 9);
    expect(bought(answer, "a")).toBeCloseTo(8, 9);
  });

  it.each([1e-6, 1, 1e9])("isoelastic at scale %s: 100·p against 400/p", (scale) => {
    const answer = alone(
      { form: "isoelastic", quantity: 100 * scale, price: scale, elasticity: 1 },
      { form: "isoelastic", quantity: 400 * scale, price: scale, elasticity: -1 },
    );
    expect(price(answer, "a").demand / scale).toBeCloseTo(2, 8);
    expect(bought(answer, "a") / scale).toBeCloseTo(200, 6);
  });

  it("golombek: the price at half the capacity is a + b·q + c·ln ½", () => {
    const curve = { form: "golombek", a: 1, b: 0.5, c: -2, capacity: 20 };
    const answer = alone(curve, { form: "fixed", quantity: 10 });
    expect(price(answer, "a").supply).toBeCloseTo(1 + 5 + 2 * Math.LN2, 9);
  });

  it("steps: the marginal block sets the price, or demand does between two blocks", () => {
    const steps = [
      [10, 2],
      [10, 5],
      [10, 9],
    ];
    expect(price(alone({ form: "steps", steps }, { form: "fixed", quantity: 15 }), "a").supply).toBeCloseTo(
      5,
    );
    const between = alone({ form: "steps", steps }, { form: "inverse-linear", intercept: 13.5, slope: -1 });
    expect(price(between, "a").supply).toBeCloseTo(3.5, 8);
    expect(bought(between, "a")).toBeCloseTo(10, 8);
  });

  it("a curve stops at quantity 0", () => {
    const answer = alone(
      { form: "inverse-linear", intercept: 10, slope: 1 },
      { form: "inverse-linear", intercept: 8, slope: -1 },
    );
    expect(bought(answer, "a")).toBeCloseTo(0, 9);
  });
});

describe("systems over the goods of a region", () => {
  const flat = (good: string, intercept: number) => ({ ...line("a", intercept, 0), good });

  it("linear-system with a good priced out is one condition, not a clamp", () => {
    const demand = [
      {
        region: "a",
        goods: ["x", "y"],
        form: "linear-system",
        intercept: { x: 10, y: 4 },
        slope: { x: { x: -1, y: 0.5 }, y: { x: 0.5, y: -1 } },
      },
    ];
    const answer = solve({
      regions: ["a"],
      goods: ["x", "y"],
      supply: [flat("x", 2), flat("y", 20)],
      demand,
    });
    // y is not bought: 4 + 0.5·2 − p = 0 gives p_y = 5, so x = 10 − 2 + 2.5
    expect(bought(answer, "a", "x")).toBeCloseTo(10.5, 8);
    expect(bought(answer, "a", "y")).toBeCloseTo(0, 8);
  });

  it("inverse-linear-system", () => {
    const demand = [
      {
        region: "a",
        goods: ["x", "y"],
        form: "inverse-linear-system",
        intercept: { x: 10, y: 8 },
        slope: { x: { x: -1, y: -0.5 }, y: { x: -0.5, y: -1 } },
      },
    ];
    const answer = solve({ regions: ["a"], goods: ["x", "y"], supply: [flat("x", 4), flat("y", 5)], demand });
    expect(bought(answer, "a", "x")).toBeCloseTo(6, 8); // 6 = x + y/2, 3 = x/2 + y
    expect(bought(answer, "a", "y")).toBeCloseTo(0, 8);
  });

  it("ces over two origins with a tariff on one of them", () => {
    const demand = [
      {
        region: "b",
        goods: ["x", "y"],
        form: "ces",
        quantity: { x: 60, y: 40 },
        price: { x: 1, y: 1 },
        sigma: 2,
        elasticity: -1,
      },
    ];
    const duties = [{ from: "a", to: "b", good: "x", adValorem: 0.25 }];
    const transport = [arc("a", "b"), { ...arc("a", "b"), good: "y" }];
    const answer = solve({
      goods: ["x", "y"],
      supply: [flat("x", 1), flat("y", 1)],
      demand,
      transport,
      duties,
    });
    const index = 1 / (0.6 / 1.25 + 0.4);
    expect(bought(answer, "b", "x")).toBeCloseTo((60 / 1.25 ** 2) * index, 7);
    expect(bought(answer, "b", "y")).toBeCloseTo(40 * index, 7);
    expect(answer.revenue.duties).toBeCloseTo(0.25 * bought(answer, "b", "x"), 7);
  });
});

describe("firms, uniqueness and subsidies", () => {
  it("several firms of a node keep their own key in producers' surplus", () => {
    const firms = [
      { id: "one", ...at("a"), cost: 1, capacity: 4 },
      { id: "two", ...at("a"), cost: 0, costSlope: 1 },
    ];
    const answer = solve({ regions: ["a"], firms, demand: [line("a", 12, -1)] });
    expect(price(answer, "a").demand).toBeCloseTo(4, 9);
    expect(answer.welfare.producer["two"]).toBeCloseTo(8, 8);
    expect(answer.welfare.producer["one"] + rent(answer, "one")!.total).toBeCloseTo(12, 8);
  });

  it("says that flows over two equal routes are not unique, and prices are", () => {
    const answer = solve({
      regions: ["a", "s", "t", "b"],
      supply: [line("a", 0, 1)],
      demand: [line("b", 12, -1)],
      transport: [arc("a", "s", 1), arc("a", "t", 1), arc("s", "b", 1), arc("t", "b", 1)],
    });
    expect(answer.unique).toEqual({ prices: true, flows: false });
    expect(sum(["s", "t"].map((node) => flow(answer, node, "b")))).toBeCloseTo(5, 9);
  });

  it.each(["supply", "demand"])("a subsidy on %s lies between the two prices and is an outlay", (on) => {
    const subsidies = [{ ...at("a"), on, specific: 2 }];
    const market = { regions: ["a"], supply: [line("a", 0, 1)], demand: [line("a", 12, -1)], subsidies };
    const answer = solve(market);
    expect(bought(answer, "a")).toBeCloseTo(7, 9);
    expect(answer.welfare.total).toBeCloseTo(24.5 + 24.5 - 14, 8);
  });
});

describe("dispersion", () => {
  const market = {
    supply: [line("a", 10, 0), line("b", 10, 0)],
    demand: [line("b", 30, -1)],
    transport: [arc("a", "b", 1)],
    dispersion: { x: 1 },
  };

  it("without a benchmark shares are a logit of delivered costs, own supply among them", () => {
    const answer = solve(market);
    expect(flow(answer, "b", "b") / flow(answer, "a", "b")).toBeCloseTo(Math.E, 7);
    expect(price(answer, "b").demand).toBeCloseTo(10 - Math.log(1 + Math.exp(-1)), 8);
  });

  it("with a benchmark the flows seen are found again", () => {
    const benchmark = [
      { ...arc("a", "b"), flow: 15, price: 10 },
      { ...arc("b", "b"), flow: 5, price: 10 },
    ].map(({ from, to, good, flow: seen, price: paid }) => ({ from, to, good, flow: seen, price: paid }));
    const answer = solve({ ...market, demand: [{ ...at("b"), form: "fixed", quantity: 20 }], benchmark });
    expect(flow(answer, "a", "b")).toBeCloseTo(15, 7);
    expect(flow(answer, "b", "b")).toBeCloseTo(5, 7);
  });
});
