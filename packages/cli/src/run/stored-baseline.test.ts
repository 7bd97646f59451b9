import { storedBaseline } from "@didym/core/results";
import { describe, expect, it } from "vitest";
import { readScenario } from "../scenario/read-scenario.js";
import { laboratory } from "./laboratory.js";
import { readStarts } from "./stored-baseline.js";

const context = { stdin: () => process.stdin, cwd: process.cwd(), env: {} };

describe("the stored baseline", () => {
  it("is that of the figures and policies in force, and a run from it has nothing left to solve", async () => {
    const { scenario } = await readScenario("status-quo", context);
    const lab = await laboratory(scenario.parameters);
    const stored = await readStarts(lab.chain);
    expect(stored?.size).toBe(17);
    const warm = lab.run(scenario, {});
    const cold = lab.solveCold(scenario);
    expect(warm.solver.factorisations).toBeLessThan(cold.solver.factorisations / 10);
    expect(warm.solver.iterations).toBeLessThan(cold.solver.iterations / 2);
    expect(warm.solver.maxResidual).toBeLessThan(1e-9);
    for (const [i, { equilibrium }] of warm.steps.entries())
      equilibrium.level.forEach((level, k) => {
        const capacity = warm.steps[i].market.nodes.capacity[k];
        expect(Math.abs(level - cold.steps[i].equilibrium.level[k])).toBeLessThanOrEqual(
          1e-6 * Math.max(1, capacity),
        );
      });
  });

  it("is not used with other figures", async () => {
    const { scenario } = await readScenario("status-quo", context);
    const { chain } = await laboratory(scenario.parameters);
    expect(await readStarts({ ...chain, hash: "another" })).toBeUndefined();
  });

  it("keeps nine digits of each price", async () => {
    const { scenario } = await readScenario("status-quo", context);
    const lab = await laboratory(scenario.parameters);
    const { years } = storedBaseline(lab.chain, lab.run({ ...scenario, horizon: [2024, 2024] }, {}));
    for (const price of years[0].originPrice) expect(price).toBe(Number(price.toPrecision(9)));
  });
});
