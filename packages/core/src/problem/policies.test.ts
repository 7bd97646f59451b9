import { describe, expect, it } from "vitest";
import { solveProblem, type ProblemAnswer } from "./index.js";

const at = (region: string) => ({ region, good: "x" });
const supply = (region: string, intercept: number, slope: number, more = {}) => ({
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
  return answer;
}

const price = (answer: ProblemAnswer, region: string) => answer.prices.find((row) => row.region === region)!;
const flow = (answer: ProblemAnswer, from: string, to: string) =>
  answer.flows.find((row) => row.from === from && row.to === to)?.quantity ?? 0;

describe("floors and ceilings of one market: supply p = q, demand p = 12 − q, price 6 and quantity 6 alone", () => {
  const market = { regions: ["a"], supply: [supply("a", 0, 1)], demand: [supply("a", 12, -1)] };
  const floor = (mechanism: string) => ({ ...market, floors: [{ ...at("a"), price: 8, mechanism }] });

  it("a deficiency payment lets buyers pay less than sellers get", () => {
    const answer = solve(floor("deficiency-payment"));
    expect(price(answer, "a").supply).toBeCloseTo(8, 9);
    expect(price(answer, "a").demand).toBeCloseTo(4, 9);
    expect(answer.floors[0].payment).toBeCloseTo(32, 9);
    expect(answer.welfare.total).toBeCloseTo(36 - 4, 9);
  });

  it("purchases hold the price", () => {
    const answer = solve(floor("purchase"));
    expect(price(answer, "a")).toMatchObject({ supply: expect.closeTo(8, 9), demand: expect.closeTo(8, 9) });
    expect(answer.floors[0]).toMatchObject({
      purchased: expect.closeTo(4, 9),
      payment: expect.closeTo(32, 9),
    });
  });

  it("a regulated floor leaves an excess supply", () => {
    const answer = solve(floor("regulated"));
    expect(answer.demand[0].quantity).toBeCloseTo(4, 9);
    expect(answer.floors[0].excess).toBeCloseTo(4, 9);
    expect(answer.welfare.producer["a"]).toBeCloseTo(8 * 4 - 8, 9);
  });

  it("a ceiling leaves an excess demand, served by value", () => {
    const answer = solve({ ...market, ceilings: [{ ...at("a"), price: 4 }] });
    expect(price(answer, "a").demand).toBeCloseTo(4, 9);
    expect(answer.ceilings[0].excess).toBeCloseTo(4, 9);
    expect(answer.welfare.consumer["a"]).toBeCloseTo(12 * 4 - 8 - 16, 9);
  });

  it("a border floor taxes imports up to it", () => {
    const demand = [supply("b", 12, -1)];
    const floors = [{ ...at("b"), price: 8, mechanism: "border" }];
    const answer = solve({ supply: [supply("a", 3, 0)], demand, transport: [arc("a", "b", 1)], floors });
    expect(price(answer, "b").demand).toBeCloseTo(8, 9);
    expect(answer.revenue.duties).toBeCloseTo(4 * 4, 9);
  });
});

describe("a tariff-rate quota of 4 at 10% and 50%, world price 10, supply at home none", () => {
  const regime = (choke: number) =>
    solve({
      supply: [supply("a", 10, 0)],
      demand: [supply("b", choke, -1)],
      transport: [arc("a", "b")],
      tariffRateQuotas: [
        {
          id: "t",
          arcs: [["a", "b", "x"]],
          limit: 4,
          inQuota: { adValorem: 0.1 },
          overQuota: { adValorem: 0.5 },
        },
      ],
    });

  it.each([
    ["under the quota", 13, 11, 2, 0, 2],
    ["at the quota", 17, 13, 4, 2, 4],
    ["over the quota", 21, 15, 6, 4, 4 + 2 * 5],
  ])("%s", (_, choke, wanted, quantity, rent, duties) => {
    const answer = regime(choke);
    expect(price(answer, "b").demand).toBeCloseTo(wanted, 9);
    expect(flow(answer, "a", "b")).toBeCloseTo(quantity, 9);
    expect(answer.rents[0].perUnit).toBeCloseTo(rent, 9);
    expect(answer.revenue.duties).toBeCloseTo(duties, 9);
  });
});

describe("market power", () => {
  it("two Cournot sellers share two markets over a transit node with congestion", () => {
    const regions = ["a", "b", "t", "m", "n"];
    const transport = [
      arc("a", "t", 1),
      arc("b", "t", 2),
      arc("t", "m", 0, { slope: 0.5 }),
      arc("t", "n", 1),
    ];
    const conduct = ["a", "b"].map((seller) => ({ seller, good: "x", kind: "cournot" }));
    const demand = [supply("m", 40, -1), supply("n", 30, -1)];
    const answer = solve({
      regions,
      supply: [supply("a", 2, 0), supply("b", 2, 0)],
      demand,
      transport,
      conduct,
    });
    const sale = (seller: string, region: string) =>
      answer.sales.find((row) => row.seller === seller && row.region === region)!.quantity;
    const total = flow(answer, "t", "m");
    expect(40 - total - sale("a", "m")).toBeCloseTo(3 + 0.5 * total, 8);
    expect(40 - total - sale("b", "m")).toBeCloseTo(4 + 0.5 * total, 8);
    expect(sale("a", "n")).toBeCloseTo((30 - 2 * 4 + 5) / 3, 8);
    expect(sale("b", "n")).toBeCloseTo((30 - 2 * 5 + 4) / 3, 8);
  });

  it("a leader knows how its competitive fringe answers", () => {
    const firms = [
      { id: "big", ...at("a"), cost: 2 },
      { id: "fringe", ...at("a"), cost: 0, costSlope: 1 },
    ];
    const conduct = [{ seller: "big", good: "x", kind: "leader" }];
    const answer = solve({ regions: ["a"], firms, demand: [supply("a", 20, -1)], conduct });
    expect(answer.sales[0].quantity).toBeCloseTo(8, 8);
    expect(price(answer, "a").demand).toBeCloseTo(6, 8);
  });

  it("a leader who does best by just keeping the fringe out stands at the kink of its answer", () => {
    const firms = [
      { id: "big", ...at("a"), cost: 0 },
      { id: "fringe", ...at("a"), cost: 9, costSlope: 0.1 },
    ];
    const conduct = [{ seller: "big", good: "x", kind: "leader" }];
    const answer = solve({ regions: ["a"], firms, demand: [supply("a", 20, -1)], conduct });
    expect(price(answer, "a").demand).toBeCloseTo(9, 6);
    expect(answer.sales[0].quantity).toBeCloseTo(11, 6);
  });

  it("a leader keeps its advantage over Cournot followers in two markets", () => {
    const regions = ["a", "b", "m", "n"];
    const conduct = [
      { seller: "a", good: "x", kind: "leader" },
      { seller: "b", good: "x", kind: "cournot" },
    ];
    const transport = [arc("a", "m", 1), arc("b", "m", 1), arc("a", "n", 2), arc("b", "n", 2)];
    const demand = [supply("m", 31, -1), supply("n", 32, -1)];
    const answer = solve({
      regions,
      supply: [supply("a", 0, 0), supply("b", 0, 0)],
      demand,
      transport,
      conduct,
    });
    const sold = (seller: string, region: string) =>
      answer.sales.find((row) => row.seller === seller && row.region === region)?.quantity;
    for (const region of ["m", "n"]) {
      expect(sold("a", region)).toBeCloseTo(15, 8);
      expect(sold("b", region)).toBeCloseTo(7.5, 8);
    }
  });

  it("a monopoly that owns its transport counts congestion, one that does not takes it as given", () => {
    const monopoly = (transport: string) =>
      solve({
        supply: [supply("a", 0, 0)],
        demand: [supply("b", 12, -1)],
        transport: [arc("a", "b", 0, { slope: 1 })],
        conduct: [{ seller: "a", good: "x", kind: "monopoly", transport }],
      });
    expect(flow(monopoly("given"), "a", "b")).toBeCloseTo(4, 9);
    expect(flow(monopoly("owned"), "a", "b")).toBeCloseTo(3, 9);
  });
});

it("a chain with joint products: the by-product is worthless and thrown away where that is free", () => {
  const answer = solve({
    regions: ["a"],
    goods: ["x", "y", "z"],
    supply: [supply("a", 1, 0)],
    processes: [{ id: "mill", region: "a", inputs: { x: 1 }, outputs: { y: 0.5, z: 0.5 }, cost: 1 }],
    demand: [
      { region: "a", good: "y", form: "inverse-linear", intercept: 10, slope: -1 },
      { region: "a", good: "z", form: "inverse-linear", intercept: 1, slope: -1 },
    ],
    disposal: { z: "free" },
  });
  const of = (good: string) => answer.prices.find((row) => row.good === good)!.demand;
  expect(of("y")).toBeCloseTo(4, 9);
  expect(of("z")).toBeCloseTo(0, 9);
  expect(answer.processes[0].level).toBeCloseTo(12, 9);
});

it("dispersed trade tends to the exact answer as θ falls", () => {
  const market = {
    supply: [supply("a", 1, 0.5), supply("b", 4, 0.5)],
    demand: [supply("a", 20, -1), supply("b", 30, -1)],
    transport: [arc("a", "b", 1), arc("b", "a", 1)],
  };
  const exact = solve(market);
  const gaps = [1, 0.1, 0.01].map((x) =>
    Math.abs(flow(solve({ ...market, dispersion: { x } }), "a", "b") - flow(exact, "a", "b")),
  );
  expect(gaps[1]).toBeLessThan(gaps[0]);
  expect(gaps[2]).toBeLessThan(0.05);
});
