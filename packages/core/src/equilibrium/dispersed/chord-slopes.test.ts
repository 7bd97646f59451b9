import { describe, expect, it } from "vitest";
import { tinyMarket } from "../testing/tiny-market.js";
import { addChordSlopes } from "./chord-slopes.js";
import { trueWedges } from "./blend.js";
import { evaluate } from "./evaluate.js";
import { compileProblem } from "./problem.js";
import { workspaceOf } from "./workspace.js";

const market = tinyMarket({ plants: [{ region: 0, capacity: 1000, cost: 80 }], demand: [600] });

/** The plant's slope at a price, before and after. */
function slopes(price: number, weight: number) {
  const space = workspaceOf(market);
  const problem = compileProblem(market, space.structure);
  evaluate(problem, space, trueWedges, Float64Array.of(price), new Float64Array(1));
  const [before, level] = [space.levelSlope[0], space.level[0]];
  addChordSlopes(problem, space, weight);
  return { before, level, added: space.levelSlope[0] - before, gamma: problem.gamma[0] };
}

describe("chords of plants' supply", () => {
  it("lead from a plant at full use, whose own slope is nothing, to its cut", () => {
    const { before, level, added } = slopes(1e6, 1);
    expect(before).toBe(0);
    expect(level).toBe(1000);
    expect(added).toBeCloseTo(1000 / 1e6, 12);
  });

  it("count by their weight", () => {
    expect(slopes(500, 0.25).added).toBeCloseTo(0.25 * slopes(500, 1).added, 12);
    expect(slopes(500, 0).added).toBe(0);
  });

  it("are no steeper near the cut than over one γ, and nothing where a plant stands still", () => {
    const { level, added, gamma } = slopes(1e-3, 1);
    expect(added).toBeCloseTo(level / gamma, 12);
    expect(slopes(0, 1).added).toBe(0);
  });
});
