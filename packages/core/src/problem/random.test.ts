import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withOwnSupply } from "./dispersed-arcs.js";
import { readProblem, solveProblem } from "./index.js";
import { mostCollected, type Shortage } from "./testing/certificate.js";
import { between, forms, mixedProblem, randomProblem } from "./testing/random-problem.js";

/** A thousand markets of a kind take seconds of a processor, and many times that on a busy machine. */
const timeout = 600_000;
const numRuns = process.env["DIDYM_DEEP"] === "1" ? 1_000 : 40;
type Problem = Record<string, unknown> & {
  regions: string[];
  supply: { form: string; capacity?: number }[];
  demand: { form: string; quantity?: number }[];
  transport: { from: string; to: string; good: string }[];
};

/** Solved to 1e-8 by the verifier, or refused with a proof that is checked here. */
function solvedOrProven(problem: unknown) {
  const answer = solveProblem(problem);
  if (answer.status === "solved") {
    expect(answer.residual).toBeLessThanOrEqual(1e-8);
    return;
  }
  // a number that is not finite would be lost
  expect(JSON.parse(JSON.stringify(answer.error))).toEqual(answer.error);
  expect(answer.error.code, JSON.stringify({ problem, error: answer.error })).toBe("INFEASIBLE");
  const { certificate } = answer.error.details as { certificate: Certificate };
  const reading = readProblem(problem);
  if (!("problem" in reading)) throw new Error("read before");
  if ("market" in certificate) {
    expect(-certificate.elasticity * certificate.sellers.length).toBeLessThan(1);
    return;
  }
  expect(certificate.shortfall).toBeGreaterThan(0);
  const most = mostCollected(withOwnSupply(reading.problem), certificate);
  expect(most, JSON.stringify({ problem, certificate })).toBeLessThan(0);
}

type Certificate =
  | (Shortage & { readonly shortfall: number })
  | { readonly market: string; elasticity: number; sellers: string[] };

const arcsOf = (problem: Problem) => problem.transport.map(({ from, to, good }) => [from, to, good]);
/** Where nobody buys, a good that may be thrown away costs nothing, and supply of constant elasticity ends in a cusp. */
const everybodyBuys = (problem: Problem) =>
  problem.demand.every((row) => row.form !== "fixed" || row.quantity !== 0) ? problem : undefined;
const where = (problem: Problem) => (problem.transport.length > 0 ? problem : undefined);

describe("random problems are solved or proven infeasible", () => {
  it.each(forms.flatMap((form) => [[form, "supply", 1] as const, [form, "demand", -1] as const]))(
    "%s %s",
    (form, _, side) => {
      fc.assert(fc.property(randomProblem(form, side), solvedOrProven), { seed: 3, numRuns });
    },
  );

  it("at extreme scales of quantity and of price", () => {
    const power = fc.integer({ min: -6, max: 9 }).map((exponent) => Number(`1e${exponent}`));
    const scaled = fc.tuple(power, power, fc.constantFrom(...forms)).chain(([quantity, price, form]) => {
      return randomProblem(form, 1, { quantity, price });
    });
    fc.assert(fc.property(scaled, solvedOrProven), { seed: 4, numRuns });
  });

  const policies: Record<string, (problem: Problem, level: number) => unknown> = {
    congestion: (p, level) => ({
      ...p,
      transport: p.transport.map((arc) => ({ ...arc, slope: level, power: 1 + 2 * level })),
    }),
    capacity: (p, level) => ({
      ...p,
      transport: p.transport.map((arc) => ({ ...arc, capacity: 5 * level })),
    }),
    "supply that can make just what its region needs": (p, level) => ({
      ...p,
      supply: p.supply.map((row, k) =>
        row.form === "golombek" ? row : { ...row, capacity: p.demand[k].quantity ?? 1 + 5 * level },
      ),
    }),
    "identical costs": (p) => ({ ...p, transport: p.transport.map((arc) => ({ ...arc, cost: 1 })) }),
    duties: (p, level) => ({
      ...p,
      duties: p.transport.map(({ from, to, good }) => ({
        from,
        to,
        good,
        adValorem: level,
        specific: 0.2,
        base: level > 0.5 ? "fob" : "cif",
      })),
    }),
    "export taxes": (p, level) => ({
      ...p,
      exportTaxes: [{ from: "r0", to: "*", good: "x", adValorem: level, specific: 0.1 }],
    }),
    "supply subsidy": (p, level) => ({
      ...p,
      subsidies: [{ region: "r0", good: "x", on: "supply", specific: level }],
    }),
    "demand subsidy": (p, level) => ({
      ...p,
      subsidies: [{ region: "r0", good: "x", on: "demand", specific: level }],
    }),
    quota: (p, level) =>
      where(p) && { ...p, quotas: [{ id: "q", arcs: arcsOf(p), limit: 4 * level, rentTo: "split" }] },
    "tariff-rate quota": (p, level) =>
      where(p) && {
        ...p,
        tariffRateQuotas: [
          {
            id: "t",
            arcs: arcsOf(p),
            limit: 4 * level,
            inQuota: { adValorem: 0.05 },
            overQuota: { adValorem: 0.4 },
          },
        ],
      },
    "deficiency payment": (p, level) => ({
      ...p,
      floors: [{ region: "r0", good: "x", price: 2 + 6 * level, mechanism: "deficiency-payment" }],
    }),
    purchases: (p, level) => ({
      ...p,
      floors: [{ region: "r0", good: "x", price: 2 + 6 * level, mechanism: "purchase" }],
    }),
    "regulated floor": (p, level) => ({
      ...p,
      floors: [{ region: "r0", good: "x", price: 2 + 6 * level, mechanism: "regulated" }],
    }),
    "border floor": (p, level) => ({
      ...p,
      floors: [{ region: "r0", good: "x", price: 2 + 6 * level, mechanism: "border" }],
    }),
    ceiling: (p, level) => ({ ...p, ceilings: [{ region: "r0", good: "x", price: 2 + 6 * level }] }),
    dispersion: (p, level) => ({ ...p, dispersion: { x: 0.1 + 2 * level } }),
    "free disposal": (p) => everybodyBuys(p) && { ...p, disposal: "free" },
    "duties and a deficiency payment": (p, level) =>
      // below 0 an ad-valorem duty pays, and a round trip may gain without end
      everybodyBuys(p) &&
      policies["deficiency payment"](
        { ...(policies["duties"](p, level / 3) as Problem), disposal: "free" },
        level,
      ),
    "a ceiling and a quota": (p, level) =>
      where(p) && policies["quota"](policies["ceiling"](p, level) as Problem, 1 - level),
  };
  for (const name of [
    "quota",
    "tariff-rate quota",
    "deficiency payment",
    "purchases",
    "regulated floor",
    "border floor",
    "ceiling",
  ])
    policies[`${name} with dispersion`] = (p, level) =>
      policies[name]({ ...p, dispersion: { x: 0.02 + 2 * level * level } }, level);

  it.each(Object.entries(policies))(
    "%s",
    (_, apply) => {
      fc.assert(
        fc.property(mixedProblem(), between(0, 1), (problem, level) => {
          const applied = apply(problem, level);
          if (applied !== undefined) solvedOrProven(applied);
        }),
        { seed: 5, numRuns },
      );
    },
    timeout,
  );

  const powers: Record<string, (problem: Problem) => unknown> = {
    "Cournot sellers": (p) => ({
      ...p,
      conduct: p.regions.slice(0, 2).map((seller) => ({ seller, good: "x", kind: "cournot" })),
    }),
    "a Cournot seller and a fringe": (p) => ({
      ...p,
      conduct: [{ seller: "r0", good: "x", kind: "cournot" }],
    }),
    "a Cournot seller under duties": (p) => ({
      ...(policies["duties"](p, 0.3) as Problem),
      conduct: [{ seller: "r0", good: "x", kind: "cournot" }],
    }),
    monopoly: (p) => ({ ...p, conduct: [{ seller: "*", good: "x", kind: "monopoly", transport: "owned" }] }),
    "a leader": (p) => ({ ...p, conduct: [{ seller: "r0", good: "x", kind: "leader" }] }),
  };

  // a leader's moves are answered by solving anew: hundreds of solves each
  const runs = (name: string) => (name === "a leader" && numRuns < 1_000 ? Math.ceil(numRuns / 10) : numRuns);

  it.each(Object.entries(powers))(
    "%s",
    (name, apply) => {
      const form = fc.constantFrom("inverse-linear", "linear", "golombek", "isoelastic", "steps");
      const market = form.chain((of) => randomProblem(of, 1));
      fc.assert(
        fc.property(market, (problem) => {
          solvedOrProven(apply(problem));
        }),
        { seed: 6, numRuns: runs(name) },
      );
    },
    timeout,
  );
});

describe("corner cases", () => {
  const market = (more: Record<string, unknown>) => ({
    schema: "didym/problem@1",
    regions: ["a", "b"],
    goods: ["x"],
    ...more,
  });
  const solved = (problem: unknown) => {
    const answer = solveProblem(problem);
    if (answer.status === "error") throw new Error(JSON.stringify(answer.error));
    return answer;
  };
  const arc = { from: "a", to: "b", good: "x", cost: 1 };
  const flat = (region: string, price: number, more = {}) => ({
    region,
    good: "x",
    form: "inverse-linear",
    intercept: price,
    slope: 0,
    ...more,
  });
  const fixed = (quantity: number) => ({ region: "b", good: "x", form: "fixed", quantity });

  it("zero demand", () => {
    const answer = solved(market({ supply: [flat("a", 2)], demand: [fixed(0)], transport: [arc] }));
    expect(answer.flows).toEqual([]);
  });

  it("capacity exactly at demand: an answer whose price is not unique", () => {
    const answer = solved(
      market({ supply: [flat("a", 2, { capacity: 5 })], demand: [fixed(5)], transport: [arc] }),
    );
    expect(answer.flows[0].quantity).toBeCloseTo(5, 9);
    expect(answer.unique).toEqual({ prices: false, flows: true });
  });

  it("identical costs: one valid answer whose flows are not unique", () => {
    const regions = ["a", "b", "c"];
    const transport = [arc, { ...arc, from: "c" }];
    const answer = solved({
      ...market({ supply: [flat("a", 2), flat("c", 2)], demand: [fixed(5)], transport }),
      regions,
    });
    expect(answer.flows.reduce((sum, flow) => sum + flow.quantity, 0)).toBeCloseTo(5, 9);
    expect(answer.unique).toEqual({ prices: true, flows: false });
  });

  it("disconnected regions keep their own prices", () => {
    const demand = [{ region: "b", good: "x", form: "inverse-linear", intercept: 10, slope: -1 }];
    const answer = solved(market({ supply: [flat("a", 2)], demand }));
    expect(answer.prices.find((row) => row.region === "b")?.demand).toBeGreaterThanOrEqual(10 - 1e-9);
    expect(answer.demand).toEqual([]);
  });

  it("a quota of nothing closes the route", () => {
    const demand = [{ region: "b", good: "x", form: "inverse-linear", intercept: 10, slope: -1 }];
    const quotas = [{ id: "q", arcs: [["a", "b", "x"]], limit: 0 }];
    expect(solved(market({ supply: [flat("a", 2)], demand, transport: [arc], quotas })).flows).toEqual([]);
  });
});
