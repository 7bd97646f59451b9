import fc from "fast-check";
import highsModule from "highs";
import { describe, expect, it } from "vitest";
import { lemke } from "../equilibrium/exact/lemke.js";
import { answered, type Answer } from "./testing/markets.js";
import { asDocument, asProgramme, convexMarket, type ConvexMarket } from "./testing/random-programme.js";

const numRuns = process.env["DIDYM_DEEP"] === "1" ? 1_000 : 40;

// The types describe an ES default export, NodeNext resolves the CommonJS one.
const load = highsModule as unknown as () => Promise<{
  solve(programme: string): {
    Status: string;
    ObjectiveValue: number;
    Rows: { Name: string; Dual: number }[];
  };
}>;
const highs = await load();

/** A region where something is made or bought: elsewhere any price between its curves will do. */
const trades = (answer: Answer, region: string) => answer.made(region) + answer.bought(region) > 1e-6;

/** Cost less gross surplus at an answer's quantities: the objective of the programme. */
function objective({ supply, demand, transport }: ConvexMarket, answer: Answer): number {
  const area = (intercept: number, slope: number, q: number) => intercept * q + 0.5 * slope * q * q;
  const made = supply.reduce((sum, row) => sum + area(row.intercept, row.slope, answer.made(row.region)), 0);
  const moved = transport.reduce((sum, { from, to, cost, slope, duty }) => {
    return sum + area(cost + duty, slope, answer.flow(from, to));
  }, 0);
  const valued = demand.reduce((sum, row) => {
    return "quantity" in row ? sum : sum + area(row.intercept, row.slope, answer.bought(row.region));
  }, 0);
  return made + moved - valued;
}

/**
 * The equilibrium as a linear complementarity problem by hand: z = quantities supplied, bought and moved, two halves of
 * each price, and rents. Ends are rows of M·z + q.
 */
function priceByLemke(market: ConvexMarket): Map<string, number> | undefined {
  const { regions, supply, demand, transport, quota } = market;
  const curves = demand.filter((row) => "slope" in row);
  const into = transport.flatMap(({ to }, k) => (to === regions[0] ? [k] : []));
  const limits = [
    ...transport.flatMap(({ capacity }, k) => (capacity === undefined ? [] : [{ of: [k], limit: capacity }])),
    ...(quota === undefined || into.length === 0 ? [] : [{ of: into, limit: quota }]),
  ];
  const [s, d, f, p] = [
    0,
    supply.length,
    supply.length + curves.length,
    supply.length + curves.length + transport.length,
  ];
  const l = p + 2 * regions.length;
  const size = l + limits.length;
  const m = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  const q = new Array<number>(size).fill(0);
  /** Row `at` sees the price with a factor, and its quantity enters the balance with the opposite one. */
  const price = (at: number, region: string, factor: number) => {
    const plus = p + regions.indexOf(region);
    const minus = plus + regions.length;
    m[at][plus] += factor;
    m[at][minus] -= factor;
    m[plus][at] -= factor;
    m[minus][at] += factor;
  };
  supply.forEach(({ region, intercept, slope }, k) => {
    q[s + k] = intercept;
    m[s + k][s + k] = slope;
    price(s + k, region, -1);
  });
  curves.forEach(({ region, intercept, slope }, k) => {
    q[d + k] = -intercept;
    m[d + k][d + k] = -slope;
    price(d + k, region, 1);
  });
  transport.forEach(({ from, to, cost, slope, duty }, k) => {
    q[f + k] = cost + duty;
    m[f + k][f + k] = slope;
    price(f + k, from, 1);
    price(f + k, to, -1);
  });
  for (const row of demand) {
    if (!("quantity" in row)) continue;
    q[p + regions.indexOf(row.region)] = -row.quantity;
    q[p + regions.length + regions.indexOf(row.region)] = row.quantity;
  }
  limits.forEach(({ of, limit }, k) => {
    q[l + k] = limit;
    for (const flow of of) {
      m[l + k][f + flow] -= 1;
      m[f + flow][l + k] += 1;
    }
  });
  const z = lemke(m, q);
  if (z === undefined) return undefined;
  return new Map(regions.map((region, r) => [region, z[p + r] - z[p + regions.length + r]]));
}

describe("random convex markets against others' methods", () => {
  it("have the objective of the HiGHS solver to a millionth and its prices to a thousandth", () => {
    fc.assert(
      fc.property(convexMarket(), (market) => {
        const answer = answered(asDocument(market));
        const oracle = highs.solve(asProgramme(market));
        expect(oracle.Status).toBe("Optimal");
        const wanted = oracle.ObjectiveValue;
        expect(Math.abs(objective(market, answer) - wanted)).toBeLessThanOrEqual(
          1e-6 * Math.abs(wanted) + 1e-9,
        );
        if (!answer.figures.unique.prices) return;
        for (const row of oracle.Rows) {
          if (!market.regions.includes(row.Name) || !trades(answer, row.Name)) continue;
          const gap = Math.abs(answer.buyers(row.Name) - row.Dual);
          expect(gap, row.Name).toBeLessThanOrEqual(1e-3 * Math.max(1, Math.abs(row.Dual)));
        }
      }),
      { seed: 21, numRuns },
    );
  });

  it("have the prices of Lemke's method to 1e-8 wherever it ends with a solution", () => {
    let compared = 0;
    fc.assert(
      fc.property(convexMarket(), (market) => {
        const answer = answered(asDocument(market));
        const prices = priceByLemke(market);
        if (prices === undefined || !answer.figures.unique.prices) return;
        compared += 1;
        for (const [region, price] of prices)
          if (trades(answer, region))
            expect(Math.abs(answer.buyers(region) - price), region).toBeLessThanOrEqual(
              1e-8 * Math.max(1, price),
            );
      }),
      { seed: 22, numRuns },
    );
    expect(compared).toBeGreaterThan(numRuns / 2);
  });
});
