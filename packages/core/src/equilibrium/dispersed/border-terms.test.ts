import { describe, expect, it } from "vitest";
import { clearRent, rentColumn, rentRow, rentTerms, slackChange } from "./border-terms.js";
import { backward, forward } from "./derivative.js";
import { evaluate } from "./evaluate.js";
import { blends, everyTerm } from "./every-term.fixture.js";
import { responses } from "./jacobian.js";

/** Largest difference of two lists, relative to the largest entry. */
function apart(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let [most, size] = [0, 1e-12];
  for (let i = 0; i < b.length; i++) {
    most = Math.max(most, Math.abs(a[i] - b[i]));
    size = Math.max(size, Math.abs(b[i]));
  }
  return most / size;
}

describe("a rent's column and row, summed over what it touches", () => {
  it.each([0, 1, 2, 3])("are those of the whole Jacobian, market %d", (seed) => {
    const given = everyTerm(seed);
    const { problem, space, x } = given;
    const { origins, originAt } = problem.structure;
    const flows = [...problem.controls.onNode.keys()].filter((c) => problem.controls.onNode[c] === 0);
    expect(flows.length).toBeGreaterThan(0);
    for (const blend of blends(given)) {
      evaluate(problem, space, blend, x, new Float64Array(problem.unknowns));
      for (const c of flows) {
        const unit = new Float64Array(problem.unknowns);
        unit[origins + c] = 1;
        const column = new Float64Array(problem.unknowns);
        const row = new Float64Array(problem.unknowns);
        forward(problem, space, blend, x, unit, column);
        backward(problem, space, blend, x, unit, row);
        responses(problem, space);
        const terms = rentTerms(problem, space, blend, x);
        const [sparseColumn, sparseRow] = [new Float64Array(origins), new Float64Array(origins)];
        rentColumn(terms, c, sparseColumn, 0, 1);
        const slacks = flows.map((other) => slackChange(terms, other));
        clearRent(terms);
        rentRow(terms, c, sparseRow, 0);
        const natural = (values: Float64Array): number[] => Array.from(originAt, (o) => values[o]);
        expect(apart(sparseColumn, natural(column))).toBeLessThan(1e-12);
        expect(apart(sparseRow, natural(row))).toBeLessThan(1e-12);
        const wanted = flows.map((other) => column[origins + other]);
        expect(apart(slacks, wanted)).toBeLessThan(1e-12);
      }
    }
  });

  it("leave nothing behind for the next", () => {
    const given = everyTerm(1);
    const { problem, space, x } = given;
    const [blend] = blends(given);
    evaluate(problem, space, blend, x, new Float64Array(problem.unknowns));
    responses(problem, space);
    const terms = rentTerms(problem, space, blend, x);
    const origins = problem.structure.origins;
    for (let c = 0; c < problem.controls.count; c++) {
      if (problem.controls.onNode[c] === 1) continue;
      rentColumn(terms, c, new Float64Array(origins), 0, 1);
      clearRent(terms);
      rentRow(terms, c, new Float64Array(origins), 0);
    }
    for (const scratch of [
      space.rentCost,
      space.rentFlow,
      space.rentPrice,
      space.rentPurchase,
      space.rentMark,
    ])
      expect(scratch.every((value) => value === 0)).toBe(true);
  });
});
