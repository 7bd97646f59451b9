import { generateMarket } from "../../market/generate.js";
import type { Market } from "../../market/market.js";
import { fullPackage, randomPackage } from "../../market/random-package.js";
import { solved } from "../testing/solved.js";
import { freeze, trueWedges, type Blend } from "./blend.js";
import { evaluate } from "./evaluate.js";
import { compileProblem, type Problem } from "./problem.js";
import { workspaceOf, type Workspace } from "./workspace.js";

export const { market: plain, originPrice } = generateMarket({
  seed: 5,
  regions: 5,
  goods: 9,
  makers: 0.6,
  sources: 4,
});
const base = solved(plain, { originPrice });

export interface Case {
  readonly problem: Problem;
  readonly space: Workspace;
  readonly x: Float64Array;
}

/** A market with every kind of term, at a point off its answer where rents and gluts are not zero. */
export function everyTerm(seed: number): Case {
  const size = { ...fullPackage, controls: 8, floors: 4, contracts: 6, stock: 0.3 };
  const drawn = randomPackage(plain, base, size, seed);
  const stockBuild = drawn.buyers.stockBuild.slice();
  stockBuild[3] -= 1;
  const market: Market = { ...drawn, buyers: { ...drawn.buyers, stockBuild } };
  const space = workspaceOf(market);
  const problem = compileProblem(market, space.structure);
  const x = new Float64Array(problem.unknowns);
  for (let i = 0; i < x.length; i++) {
    const wobble = 1 + 0.05 * (((i * 7919) % 13) / 13 - 0.4);
    x[i] = i < plain.origins.count ? base.originPrice[i] * wobble : 0.02 * problem.priceScale[i] * wobble;
  }
  return { problem, space, x };
}

/** The true wedges, the frozen ones and a mixture. */
export function blends({ problem, space, x }: Case): Blend[] {
  evaluate(problem, space, trueWedges, x, new Float64Array(problem.unknowns));
  const frozen = freeze(problem, space, x);
  return [trueWedges, { weight: 0, ...frozen }, { weight: 0.4, ...frozen }];
}
