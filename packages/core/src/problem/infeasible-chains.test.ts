import { describe, expect, it } from "vitest";
import { solveProblem } from "./index.js";
import { arc, line, market } from "./testing/markets.js";

interface Proof {
  readonly nodes: readonly { region: string; good: string; weight: number }[];
  readonly shortfall: number;
}

function proofOf(problem: unknown): Proof {
  const answer = solveProblem(problem);
  if (answer.status !== "error") throw new Error("solved");
  expect(answer.error.code).toBe("INFEASIBLE");
  return (answer.error.details as { certificate: Proof }).certificate;
}

/** Ore 10 a year at most, two of it a metal, and a fixed want of metal across a border. */
const chain = (wanted: number, more: Record<string, unknown> = {}) => ({
  ...market(["mine", "user"], {
    supply: [line("mine", 1, 1, { good: "ore", capacity: 10 })],
    processes: [{ id: "smelt", region: "mine", inputs: { ore: 2 }, outputs: { metal: 1 }, cost: 1 }],
    transport: [arc("mine", "user", 1, { good: "metal" })],
    demand: [{ region: "user", good: "metal", form: "fixed", quantity: wanted }],
    ...more,
  }),
  goods: ["ore", "metal"],
});

describe("shortages that reach through processes", () => {
  it("are proven in units of the good that is short, ore at half the weight of metal", () => {
    const { nodes, shortfall } = proofOf(chain(7));
    const weight = (good: string, region: string) =>
      nodes.find((row) => row.good === good && row.region === region)?.weight ?? 0;
    expect(weight("metal", "user")).toBeGreaterThan(0);
    expect(weight("metal", "mine")).toBeCloseTo(weight("metal", "user"), 6);
    expect(weight("ore", "mine")).toBeCloseTo(weight("metal", "user") / 2, 6);
    // 10 of ore give 5 of metal where 7 are wanted
    expect(shortfall / weight("metal", "user")).toBeCloseTo(2, 6);
  });

  it("end exactly where the chain is just enough", () => {
    const answer = solveProblem(chain(5));
    expect(answer.status).toBe("solved");
    expect(solveProblem(chain(5.001)).status).toBe("error");
  });

  it("come from a process's own capacity, and from a link's", () => {
    const smelt = {
      id: "smelt",
      region: "mine",
      inputs: { ore: 2 },
      outputs: { metal: 1 },
      cost: 1,
      capacity: 3,
    };
    expect(proofOf(chain(4, { processes: [smelt] })).shortfall).toBeGreaterThan(0);
    const transport = [arc("mine", "user", 1, { good: "metal", capacity: 3 })];
    const { nodes } = proofOf(chain(4, { transport }));
    // a cut: only the user's side of the link counts
    expect(nodes.map(({ region, good }) => [region, good])).toEqual([["user", "metal"]]);
  });

  it("are of the joint product that nothing takes off one's hands", () => {
    const smelt = {
      id: "smelt",
      region: "mine",
      inputs: { ore: 1 },
      outputs: { metal: 1, slag: 1 },
      cost: 1,
    };
    const joint = { ...chain(4, { processes: [smelt] }), goods: ["ore", "metal", "slag"] };
    const { nodes } = proofOf(joint);
    expect(nodes.find((row) => row.good === "slag")?.weight).toBeLessThan(0);
    expect(solveProblem({ ...joint, disposal: { slag: "free" } }).status).toBe("solved");
  });
});

describe("markets in which every seller gains by selling less", () => {
  const alone = (elasticity: number, sellers: number) => {
    const ids = Array.from({ length: sellers }, (_, k) => `f${k}`);
    return market(["r"], {
      demand: [{ region: "r", good: "x", form: "isoelastic", quantity: 10, price: 1, elasticity }],
      firms: ids.map((id) => ({ id, region: "r", good: "x", cost: 1 })),
      conduct: ids.map((seller) => ({ seller, good: "x", kind: "cournot" })),
    });
  };

  it.each([
    [-0.8, 1],
    [-0.4, 2],
    [-0.3, 3],
  ])("elasticity %s with %i sellers is refused with the market as proof", (elasticity, sellers) => {
    const answer = solveProblem(alone(elasticity, sellers));
    if (answer.status !== "error") throw new Error("solved");
    expect(answer.error).toMatchObject({
      code: "INFEASIBLE",
      details: { certificate: { market: "r", good: "x", elasticity } },
    });
  });

  it.each([
    [-0.8, 2, 1 / (1 - 1 / 1.6)],
    [-0.4, 3, 1 / (1 - 1 / 1.2)],
  ])("elasticity %s with %i sellers has a price", (elasticity, sellers, price) => {
    const answer = solveProblem(alone(elasticity, sellers));
    if (answer.status === "error") throw new Error(JSON.stringify(answer.error));
    expect(answer.prices[0].demand).toBeCloseTo(price, 6);
  });
});
