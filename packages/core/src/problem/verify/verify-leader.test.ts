import { describe, expect, it } from "vitest";
import { readAnswer } from "../answer/read-answer.js";
import { readProblem } from "../read-problem.js";
import { solveMarket } from "../solve-market.js";
import { solveProblem } from "../solve-problem.js";
import { arc, line, market } from "../testing/markets.js";
import { verifyAnswer } from "./verify-answer.js";

const leader = (id: string) => ({ seller: id, good: "x", kind: "leader" });
const firm = (id: string, cost: number, costSlope = 0, more = {}) => ({
  ...{ id, region: "a", good: "x", cost, costSlope },
  ...more,
});
const alone = (more: object) =>
  market(["a"], { demand: [line("a", 20, -1)], conduct: [leader("big")], ...more });

const cases: Record<string, object> = {
  "before a rising fringe": alone({ firms: [firm("big", 2), firm("fringe", 0, 1)] }),
  "at the kink at which the fringe stays out": alone({ firms: [firm("big", 0), firm("fringe", 9, 0.1)] }),
  "before a fringe in blocks": alone({
    firms: [firm("big", 1, 0.1)],
    supply: [
      {
        region: "a",
        good: "x",
        form: "steps",
        steps: [
          [3, 2],
          [4, 6],
        ],
      },
    ],
  }),
  "before a fringe at its capacity": alone({
    firms: [firm("big", 2), firm("fringe", 0, 0.5, { capacity: 3 })],
  }),
  "before constant elasticity of the fringe": alone({
    firms: [firm("big", 2, 0.1)],
    supply: [{ region: "a", good: "x", form: "isoelastic", quantity: 4, price: 8, elasticity: 0.7 }],
  }),
  "without rivals, before demand of constant elasticity": market(["a"], {
    firms: [firm("big", 2, 0.1)],
    demand: [{ region: "a", good: "x", form: "isoelastic", quantity: 10, price: 5, elasticity: -2 }],
    conduct: [leader("big")],
  }),
  "before a Cournot rival in two markets under duties": market(["a", "b", "m", "n"], {
    supply: [line("a", 1, 0.1), line("b", 0, 0.2)],
    demand: [line("m", 31, -1), line("n", 32, -1)],
    transport: [arc("a", "m", 1), arc("b", "m", 1), arc("a", "n", 2), arc("b", "n", 2)],
    duties: [{ from: "b", to: "n", good: "x", adValorem: 0.2, specific: 1 }],
    conduct: [leader("a"), { seller: "b", good: "x", kind: "cournot" }],
  }),
  "before a fringe that ships to it": market(["a", "b"], {
    supply: [line("a", 2, 0.5), line("b", 4, 1)],
    demand: [line("a", 30, -1), line("b", 20, -0.5)],
    transport: [arc("a", "b", 1), arc("b", "a", 1)],
    conduct: [leader("a")],
  }),
  "beside a market where a fringe throws away what nobody buys": market(["a", "b"], {
    disposal: "free",
    firms: [firm("big", 1)],
    supply: [line("b", -50, 1)],
    transport: [arc("a", "b", 1)],
    demand: [line("a", 20, -1), line("b", 10, -1)],
    conduct: [leader("big")],
  }),
  "before a fringe that might throw away what it ships": market(["a", "b"], {
    disposal: "free",
    firms: [firm("big", 1)],
    supply: [line("b", -2, 1)],
    transport: [arc("b", "a", 3)],
    demand: [line("a", 20, -1), line("b", 4, -1)],
    conduct: [leader("big")],
  }),
};

/** The answer that rivals give where the leader sells other quantities than its best. */
function answerAt(file: object, share: number) {
  const reading = readProblem(file);
  const best = solveProblem(file);
  if (!("problem" in reading) || best.status === "error") throw new Error(JSON.stringify(best));
  const { problem } = reading;
  const [{ id }] = problem.sellers;
  const sales = new Map(
    problem.regions.map((name, region) => {
      const sale = best.sales.find((row) => row.seller === id && row.region === name);
      return [region, share * (sale?.quantity ?? 0)];
    }),
  );
  const moved = solveMarket({ ...problem, leaderSales: sales }, () => undefined);
  if ("code" in moved) throw new Error(moved.code);
  const answer = { ...readAnswer(moved.solution), residual: 0, iterations: 0 };
  return { best: verifyAnswer(problem, best), moved: verifyAnswer(problem, answer) };
}

describe("of a leader's answers only its best passes, though rivals answer in full to the others too", () => {
  it.each(Object.entries(cases))("%s", (_, file) => {
    for (const share of [0.99, 0.998, 1.002, 1.01]) {
      const { best, moved } = answerAt(file, share);
      expect(best.residual).toBeLessThanOrEqual(1e-8);
      expect(moved.worst, `${share}`).toMatch(/^optimum of/);
      expect(moved.residual).toBeGreaterThan(1e-4);
    }
  });

  it("goods that somebody may gain by throwing away where nobody buys are left to the search", () => {
    const glut = market(["a", "b"], {
      disposal: "free",
      firms: [firm("big", 1)],
      supply: [line("b", -50, 1)],
      transport: [arc("b", "a", 3)],
      demand: [line("a", 20, -1)],
      conduct: [leader("big")],
    });
    const best = solveProblem(glut);
    // the fringe ships at 3 whatever the leader sells below 17
    expect(best.status === "solved" && best.prices[0].demand).toBeCloseTo(3, 9);
    expect(answerAt(glut, 0.99).moved.residual).toBeLessThanOrEqual(1e-8);
  });

  it("a trace that an interior point leaves where the leader would lose is no sale, though a real one there is", () => {
    const file = market(["a", "b"], {
      supply: [line("a", 1.005, 1.002), line("b", 3.25, 0.503)],
      demand: [line("a", 15.56, -0.159), line("b", 26.5, -0.49)],
      transport: [arc("a", "b", 2.988), arc("b", "a", 2.769)],
      conduct: [leader("a")],
    });
    const [reading, best] = [readProblem(file), solveProblem(file)];
    if (!("problem" in reading) || best.status === "error") throw new Error(JSON.stringify(best));
    const sold = (quantity: number) => ({
      ...best,
      sales: [
        ...best.sales.filter((row) => row.region === "a"),
        { seller: "a", region: "b", good: "x", quantity },
      ],
    });
    expect(verifyAnswer(reading.problem, sold(3e-19)).residual).toBeLessThanOrEqual(1e-8);
    expect(verifyAnswer(reading.problem, sold(0.01)).residual).toBeGreaterThan(1e-5);
  });

  it("congestion and limits on the good's arcs are left to the search", () => {
    const congested = market(["a", "b"], {
      supply: [line("a", 2, 0.5), line("b", 4, 1)],
      demand: [line("b", 30, -1)],
      transport: [arc("a", "b", 1, { slope: 0.1 })],
      conduct: [leader("a")],
    });
    expect(answerAt(congested, 0.99).moved.residual).toBeLessThanOrEqual(1e-8);
  });
});
