import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readProblem, solveProblem, verifyAnswer, type ProblemAnswer } from "../index.js";
import { withOwnSupply } from "../dispersed-arcs.js";

const folder = new URL("../../../../../golden/problems/", import.meta.url);
const names = readdirSync(folder).filter((file) => file.endsWith(".json"));

function solved(name: string) {
  const { problem } = JSON.parse(readFileSync(new URL(name, folder), "utf8")) as { problem: unknown };
  const reading = readProblem(problem);
  const answer = solveProblem(problem);
  if (!("problem" in reading) || answer.status === "error") throw new Error(name);
  return { problem: withOwnSupply(reading.problem), answer };
}

/** The answer with one figure moved by a thousandth. */
function moved(
  answer: ProblemAnswer,
  field: "prices" | "supply" | "demand" | "flows" | "processes" | "sales",
  index: number,
  figure: string,
): ProblemAnswer {
  const rows = answer[field].map((row, k) =>
    k === index ? { ...row, [figure]: (row as unknown as Record<string, number>)[figure] * 1.001 } : row,
  );
  return { ...answer, [field]: rows };
}

describe("the verifier", () => {
  it.each(names)("accepts the answer of %s and finds each figure that is moved by a thousandth", (name) => {
    const { problem, answer } = solved(name);
    expect(verifyAnswer(problem, answer).residual).toBeLessThanOrEqual(1e-8);
    for (const [field, figure] of [
      ["supply", "quantity"],
      ["demand", "quantity"],
      ["flows", "quantity"],
      ["sales", "quantity"],
      ["processes", "level"],
    ] as const) {
      answer[field].forEach((row, k) => {
        if (!((row as unknown as Record<string, number>)[figure] > 0)) return;
        const { residual } = verifyAnswer(problem, moved(answer, field, k, figure));
        expect(residual, `${field}[${k}]`).toBeGreaterThan(1e-8);
      });
    }
  });

  it("finds prices, revenue, rents and welfare that are moved", () => {
    const { problem, answer } = solved("quota-small-country.json");
    const wrong: ProblemAnswer[] = [
      moved(answer, "prices", 0, "supply"),
      moved(answer, "prices", 0, "demand"),
      { ...answer, revenue: { ...answer.revenue, duties: 1 } },
      { ...answer, welfare: { ...answer.welfare, total: answer.welfare.total * 1.001 } },
      { ...answer, rents: answer.rents.map((row) => ({ ...row, perUnit: row.perUnit * 1.001 })) },
      { ...answer, rents: answer.rents.map((row) => ({ ...row, total: row.total * 1.001 })) },
    ];
    for (const answerWithError of wrong)
      expect(verifyAnswer(problem, answerWithError).residual).toBeGreaterThan(1e-8);
  });

  it("counts what is not a number as the largest violation", () => {
    const { problem, answer } = solved("three-countries-trade.json");
    const broken = { ...answer, prices: answer.prices.map((row) => ({ ...row, supply: NaN })) };
    expect(verifyAnswer(problem, broken).residual).toBe(Infinity);
  });
});

/** Every number of an answer that is not about the search, by its place. */
function figuresOf(value: unknown, place: readonly (string | number)[] = []): (string | number)[][] {
  if (typeof value === "number") return [[...place]];
  if (typeof value !== "object" || value === null) return [];
  const skipped = ["residual", "iterations", "milliseconds"];
  return Object.entries(value).flatMap(([key, below]) =>
    skipped.includes(key) ? [] : figuresOf(below, [...place, Array.isArray(value) ? Number(key) : key]),
  );
}

function withFigure(
  answer: ProblemAnswer,
  place: readonly (string | number)[],
  change: (x: number) => number,
) {
  const copy = structuredClone(answer);
  let holder = copy as unknown as Record<string | number, unknown>;
  for (const step of place.slice(0, -1)) holder = holder[step] as typeof holder;
  const last = place[place.length - 1];
  holder[last] = change(holder[last] as number);
  return copy;
}

/** Below this a figure is the rounding of zero, and a thousandth of it says nothing. */
const ROUNDING = 1e-12;

/** Moves a figure by a thousandth of itself, a zero by a thousandth of the surplus around. */
function thousandth({ welfare }: ProblemAnswer) {
  const parties = [...Object.values(welfare.consumer), ...Object.values(welfare.producer)];
  const step = 1e-3 * Math.max(1, ...parties.map(Math.abs));
  return (x: number) => (Math.abs(x) < ROUNDING ? x + step : x * 1.001);
}

describe("any figure of any published answer", () => {
  it.each(names)("of %s that is moved by a thousandth is found", (name) => {
    const { problem, answer } = solved(name);
    const strategic = problem.sellers.length > 0;
    for (const place of figuresOf(answer)) {
      // what a seller with market power receives is no condition of its optimum: several markets, one figure
      if (strategic && place[0] === "prices" && place[2] === "supply") continue;
      const change = thousandth(answer);
      const { residual } = verifyAnswer(problem, withFigure(answer, place, change));
      expect(residual, place.join(".")).toBeGreaterThan(1e-8);
    }
  });
});

describe("figures of policies", () => {
  const at = { region: "a", good: "x" };
  const line = (intercept: number, slope: number) => ({ ...at, form: "inverse-linear", intercept, slope });
  const market = {
    schema: "didym/problem@1",
    regions: ["a"],
    goods: ["x"],
    supply: [line(0, 1)],
    demand: [line(12, -1)],
  };

  it.each([
    ["a regulated floor", { floors: [{ ...at, price: 8, mechanism: "regulated" }] }],
    ["a purchase floor", { floors: [{ ...at, price: 8, mechanism: "purchase" }] }],
    ["a deficiency payment", { floors: [{ ...at, price: 8, mechanism: "deficiency-payment" }] }],
    ["a ceiling", { ceilings: [{ ...at, price: 4 }] }],
    ["a subsidy", { subsidies: [{ ...at, on: "supply", specific: 2 }] }],
    ["a capacity", { supply: [{ ...line(0, 1), capacity: 5 }] }],
    ["a firm at its capacity", { supply: [], firms: [{ id: "f", ...at, cost: 1, capacity: 4 }] }],
  ])("%s: each is found when moved", (_, more) => {
    const file = { ...market, ...more };
    const reading = readProblem(file);
    const answer = solveProblem(file);
    if (!("problem" in reading) || answer.status === "error") throw new Error("not solved");
    expect(verifyAnswer(reading.problem, answer).residual).toBeLessThanOrEqual(1e-8);
    for (const place of figuresOf(answer)) {
      const change = thousandth(answer);
      const { residual } = verifyAnswer(reading.problem, withFigure(answer, place, change));
      expect(residual, place.join(".")).toBeGreaterThan(1e-8);
    }
  });
});
