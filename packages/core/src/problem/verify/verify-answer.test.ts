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
