import { describe, expect, it } from "vitest";
import { solveProblem } from "./index.js";

const line = (region: string, intercept: number, slope: number, more = {}) => ({
  region,
  good: "x",
  form: "inverse-linear",
  intercept,
  slope,
  ...more,
});
const base = {
  schema: "didym/problem@1",
  regions: ["a", "b", "c"],
  goods: ["x"],
  supply: [line("a", 2, 0.5), line("b", 4, 1)],
  demand: [line("a", 20, -1), line("b", 30, -1)],
  transport: [{ from: "a", to: "b", good: "x", cost: 1 }],
};
const at = { region: "b", good: "x" };

function refusal(more: Record<string, unknown>) {
  const answer = solveProblem({ ...base, ...more });
  if (answer.status !== "error") throw new Error("solved");
  return answer.error;
}

describe("what has no settled meaning is refused by name", () => {
  it.each(["deficiency-payment", "purchase", "regulated", "border"])(
    "a %s floor and a ceiling on one node",
    (mechanism) => {
      for (const [floor, ceiling] of [
        [18, 22],
        [18, 10],
      ]) {
        const floors = [{ ...at, price: floor, mechanism }];
        const error = refusal({ floors, ceilings: [{ ...at, price: ceiling }] });
        expect(error).toMatchObject({ code: "UNSUPPORTED", path: "ceilings[0]" });
      }
    },
  );

  it("but a floor in one region and a ceiling in another are solved", () => {
    const floors = [{ ...at, price: 18, mechanism: "purchase" }];
    const answer = solveProblem({ ...base, floors, ceilings: [{ region: "a", good: "x", price: 25 }] });
    expect(answer.status).toBe("solved");
  });
});

describe("round trips that pay for themselves", () => {
  const arc = (from: string, to: string, cost: number, more = {}) => ({ from, to, good: "x", cost, ...more });

  it("are proven by the regions on them and their cost", () => {
    const transport = [arc("a", "b", 1), arc("b", "c", 1), arc("c", "a", -3)];
    const error = refusal({ transport });
    expect(error.code).toBe("INFEASIBLE");
    const { certificate } = error.details as { certificate: { cycle: string[]; good: string; cost: number } };
    expect([...certificate.cycle].sort()).toEqual(["a", "b", "c"]);
    expect(certificate).toMatchObject({ good: "x", cost: -1 });
  });

  it("are found where an export subsidy makes them", () => {
    const exportTaxes = [{ from: "b", to: "a", good: "x", specific: -4 }];
    const error = refusal({ transport: [arc("a", "b", 1), arc("b", "a", 1)], exportTaxes });
    expect(error).toMatchObject({ code: "INFEASIBLE", details: { certificate: { cost: -2 } } });
  });

  it("are no obstacle where a capacity or congestion ends them", () => {
    for (const more of [{ capacity: 5 }, { slope: 1 }]) {
      const transport = [arc("a", "b", 1), arc("b", "a", -2, more)];
      expect(solveProblem({ ...base, transport })).toMatchObject({ status: "solved" });
    }
  });

  it("that cost nothing are solved", () => {
    const transport = [arc("a", "b", 1), arc("b", "a", -1)];
    expect(solveProblem({ ...base, transport })).toMatchObject({ status: "solved" });
  });
});

describe("supply without limit below a floor that pays for everything", () => {
  const market = (supply: object[], mechanism: string, price: number, more = {}) =>
    solveProblem({
      ...base,
      transport: [],
      supply,
      floors: [{ region: "a", good: "x", price, mechanism }],
      ...more,
    });
  const flat = line("a", 2, 0);

  it.each(["purchase", "deficiency-payment"])("is proven against a %s", (mechanism) => {
    const answer = market([flat], mechanism, 5);
    expect(answer).toMatchObject({
      error: {
        code: "INFEASIBLE",
        details: { certificate: { unbounded: "a", good: "x", floor: 5, cost: 2 } },
      },
    });
  });

  it("counts subsidies and firms", () => {
    const firms = [{ id: "f", region: "a", good: "x", cost: 6 }];
    const subsidies = [{ region: "a", good: "x", on: "supply", specific: 2 }];
    const answer = market([], "purchase", 5, { firms, subsidies });
    expect(answer).toMatchObject({ error: { code: "INFEASIBLE", details: { certificate: { cost: 4 } } } });
  });

  it("is not claimed where a capacity ends it, or the floor lies below its cost", () => {
    expect(market([line("a", 2, 0, { capacity: 40 })], "purchase", 5).status).toBe("solved");
    expect(market([flat], "purchase", 1).status).toBe("solved");
  });

  it("is refused where nobody pays for it and its excess is no number, on either side", () => {
    expect(market([flat], "regulated", 5)).toMatchObject({
      error: { code: "UNSUPPORTED", path: "floors[0]" },
    });
    const ceilings = [{ region: "a", good: "x", price: 5 }];
    const wanted = solveProblem({ ...base, demand: [line("a", 9, 0)], transport: [], ceilings });
    expect(wanted).toMatchObject({ error: { code: "UNSUPPORTED", path: "ceilings[0]" } });
  });
});
