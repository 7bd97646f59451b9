import { describe, expect, it } from "vitest";
import { solveProblem } from "./index.js";

const demand = { region: "b", good: "x", form: "inverse-linear", intercept: 19, slope: -0.2 };
const supply = { region: "a", good: "x", form: "inverse-linear", intercept: 1, slope: 0.5 };
const plain = {
  schema: "didym/problem@1",
  regions: ["a", "b"],
  goods: ["x"],
  supply: [supply],
  demand: [demand],
  transport: [{ from: "a", to: "b", good: "x", cost: 1 }],
};

function errorOf(problem: unknown) {
  const answer = solveProblem(problem);
  if (answer.status !== "error") throw new Error("solved");
  expect(answer.error).toBe(answer.errors[0]);
  return answer.error;
}

describe("malformed problems", () => {
  it.each([
    ["not an object", 7, { code: "WRONG_TYPE" }],
    ["no schema", { regions: ["a"] }, { code: "MISSING_KEY", path: "schema" }],
    ["newer schema", { ...plain, schema: "didym/problem@2" }, { code: "VERSION_MISMATCH" }],
    ["missing field", { ...plain, goods: undefined }, { code: "MISSING_KEY", path: "goods" }],
    ["misspelt field", { ...plain, demnad: [] }, { code: "UNKNOWN_KEY", nearest: "demand" }],
    [
      "unknown region",
      { ...plain, demand: [{ ...demand, region: "bb" }] },
      { code: "UNKNOWN_REGION", nearest: "b" },
    ],
    ["unknown good", { ...plain, demand: [{ ...demand, good: "y" }] }, { code: "UNKNOWN_GOOD" }],
    [
      "number as text",
      { ...plain, demand: [{ ...demand, slope: "NaN" }] },
      { code: "NOT_A_NUMBER", path: "demand[0].slope" },
    ],
    [
      "not a number",
      { ...plain, demand: [{ ...demand, slope: NaN }] },
      { code: "NOT_A_NUMBER", found: "NaN" },
    ],
    ["infinite", { ...plain, demand: [{ ...demand, intercept: Infinity }] }, { code: "NOT_A_NUMBER" }],
    [
      "negative capacity",
      { ...plain, supply: [{ ...supply, capacity: -1 }] },
      { code: "NEGATIVE_CAPACITY", path: "supply[0].capacity" },
    ],
    [
      "unknown form",
      { ...plain, supply: [{ ...supply, form: "inverse-liner" }] },
      { code: "UNKNOWN_FORM", nearest: "inverse-linear" },
    ],
    [
      "demand that rises",
      { ...plain, demand: [{ ...demand, slope: 0.2 }] },
      { code: "OUT_OF_RANGE", path: "demand[0].slope" },
    ],
    ["two curves at a node", { ...plain, supply: [supply, supply] }, { code: "DUPLICATE_ROW" }],
    ["arc to itself", { ...plain, transport: [{ from: "a", to: "a", good: "x" }] }, { code: "SAME_REGION" }],
    [
      "duty on no arc",
      { ...plain, duties: [{ from: "b", to: "a", good: "x", adValorem: 0.1 }] },
      { code: "UNKNOWN_ARC" },
    ],
    [
      "unknown seller",
      { ...plain, conduct: [{ seller: "c", good: "x", kind: "cournot" }] },
      { code: "UNKNOWN_SELLER" },
    ],
    [
      "unknown mechanism",
      { ...plain, floors: [{ region: "a", good: "x", price: 1, mechanism: "purchas" }] },
      { code: "UNKNOWN_VALUE", nearest: "purchase" },
    ],
  ])("%s", (_, problem, expected) => {
    expect(errorOf(problem)).toMatchObject(expected);
  });

  it("reports several at once", () => {
    const answer = solveProblem({
      ...plain,
      demand: [{ ...demand, region: "z" }],
      supply: [{ ...supply, good: "q" }],
    });
    expect(answer.status === "error" && answer.errors.map((issue) => issue.code)).toEqual([
      "UNKNOWN_GOOD",
      "UNKNOWN_REGION",
    ]);
  });

  it("refuses a million arcs, a million wildcards and deep nesting within a second", () => {
    const arc = { from: "a", to: "b", good: "x", cost: 1 };
    const begun = performance.now();
    expect(errorOf({ ...plain, transport: new Array(1_000_000).fill(arc) }).code).toBe("TOO_LARGE");
    const regions = Array.from({ length: 1_000 }, (_, i) => `r${i}`);
    const everywhere = {
      ...plain,
      regions: ["a", "b", ...regions],
      transport: [{ from: "*", to: "*", good: "x" }],
    };
    expect(errorOf(everywhere).code).toBe("TOO_LARGE");
    let deep: unknown = 1;
    for (let k = 0; k < 100_000; k++) deep = [deep];
    expect(errorOf({ ...plain, units: deep }).code).toBe("TOO_DEEP");
    expect(performance.now() - begun).toBeLessThan(3_000);
  });

  it.each([
    [
      "market power against fixed demand",
      { demand: [{ region: "b", good: "x", form: "fixed", quantity: 1 }] },
    ],
    ["market power with dispersion", { dispersion: { x: 1 } }],
    ["market power with a floor", { floors: [{ region: "a", good: "x", price: 1, mechanism: "purchase" }] }],
  ])("%s is unsupported, not guessed", (_, more) => {
    const conduct = [{ seller: "a", good: "x", kind: "cournot" }];
    expect(errorOf({ ...plain, conduct, ...more }).code).toBe("UNSUPPORTED");
  });
});

describe("no answer, no numbers", () => {
  const fixed = { region: "b", good: "x", form: "fixed", quantity: 5 };

  it("proves that demand cannot be met by the cut that starves it", () => {
    const problem = {
      ...plain,
      demand: [fixed],
      transport: [{ from: "a", to: "b", good: "x", cost: 1, capacity: 3 }],
    };
    const { code, details } = errorOf(problem);
    expect(code).toBe("INFEASIBLE");
    expect(details).toEqual({
      certificate: { nodes: [{ region: "b", good: "x", weight: 1 }], quotas: [], shortfall: 2 },
    });
  });

  it("proves it for a quota and through a process", () => {
    const quotas = [{ id: "q", arcs: [["a", "b", "x"]], limit: 1 }];
    const processes = [{ id: "mill", region: "b", inputs: { x: 1 }, outputs: { y: 0.5 } }];
    const wants = { region: "b", good: "y", form: "fixed", quantity: 5 };
    const { code, details } = errorOf({ ...plain, goods: ["x", "y"], demand: [wants], quotas, processes });
    expect(code).toBe("INFEASIBLE");
    const { nodes, quotas: weights, shortfall } = (details as { certificate: Certificate }).certificate;
    expect(nodes).toHaveLength(2);
    expect(weights[0].weight).toBeGreaterThan(0);
    expect(shortfall).toBeGreaterThan(0);
  });

  it("stops at a time limit and when interrupted", () => {
    let clock = 0;
    const limited = solveProblem(plain, { timeLimitSeconds: 1, now: () => (clock += 700) });
    expect(limited.status === "error" && limited.error.code).toBe("TIME_LIMIT");
    const stopped = solveProblem(plain, { interrupted: () => true });
    expect(stopped.status === "error" && stopped.error.code).toBe("INTERRUPTED");
  });
});

interface Certificate {
  nodes: { weight: number }[];
  quotas: { weight: number }[];
  shortfall: number;
}
