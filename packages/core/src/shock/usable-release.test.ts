import { describe, expect, it } from "vitest";
import type { Market } from "../market/market.js";
import { tinyMarket } from "../equilibrium/testing/tiny-market.js";
import { usableRelease } from "./usable-release.js";

const one = tinyMarket({ plants: [{ region: 0, capacity: 10, cost: 1 }], demand: [1] });

/** Three buyers; a use of 0 and 1 in the ratio 3 to 1, and what else is given. */
function market(more: {
  readonly logit?: boolean;
  readonly alone?: number;
  readonly plant?: number;
}): Market {
  const { logit = false, alone, plant } = more;
  const goodBuyer = [0, 1, ...(alone === undefined ? [] : [alone])];
  const count = alone === undefined ? 1 : 2;
  return {
    ...one,
    buyers: { ...one.buyers, count: 3, stockBuild: new Float64Array(3) },
    nodes: { ...one.nodes, inBuyer: Int32Array.from(plant === undefined ? [] : [plant]) },
    uses: {
      ...one.uses,
      count,
      gradeScale: Float64Array.from({ length: count }, () => (logit ? 1 : 0)),
      goodStart: Int32Array.from(alone === undefined ? [0, 2] : [0, 2, 3]),
      goodBuyer: Int32Array.from(goodBuyer),
      goodWeight: Float64Array.from([0.75, 0.25, 1]),
    },
  };
}

const taken = (where: Market, release: number[], demand: number[]): number[] => [
  ...usableRelease(where, Float64Array.from(release), { demand: Float64Array.from(demand) }),
];

describe("what users take of a release", () => {
  it("is what goes with the rest of the recipe", () => {
    // 20 t without stores, and 4 / 0.25 = 16 t more as far as the second good goes: 36 t need 27 t of the first and 9 t of the second.
    expect(taken(market({}), [-50, -4, 0], [20])).toEqual([-27, -4, 0]);
  });

  it("is nothing where the use stands still for want of a good that no store holds", () => {
    expect(taken(market({}), [-50, 0, 0], [0]).map(Math.abs)).toEqual([0, 0, 0]);
  });

  it("is all of it where it goes with the rest", () => {
    expect(taken(market({}), [-3, -1, 0], [20])).toEqual([-3, -1, 0]);
  });

  it("is not held back in uses that choose among grades, in uses of the good alone, and in plants", () => {
    expect(taken(market({ logit: true }), [-50, -4, 0], [20])).toEqual([-50, -4, 0]);
    expect(taken(market({ alone: 0 }), [-50, -4, 0], [20, 5])).toEqual([-50, -4, 0]);
    expect(taken(market({ plant: 0 }), [-50, -4, 0], [20])).toEqual([-50, -4, 0]);
  });

  /** Two uses of recipes 1:1, each with a good of its own beside the one they share. */
  const twoRecipes: Market = {
    ...one,
    buyers: { ...one.buyers, count: 3, stockBuild: new Float64Array(3) },
    nodes: { ...one.nodes, inBuyer: new Int32Array(0) },
    uses: {
      ...one.uses,
      count: 2,
      gradeScale: new Float64Array(2),
      goodStart: Int32Array.from([0, 2, 4]),
      goodBuyer: Int32Array.from([0, 1, 0, 2]),
      goodWeight: Float64Array.from([0.5, 0.5, 0.5, 0.5]),
    },
  };

  it("is one store for all uses that buy there: each adds what its part of it allows", () => {
    // 40 t of the shared store, 30 for the larger use and 10 for the smaller: 60 and 20 t more, of 1:1 recipes.
    expect(taken(twoRecipes, [-40, -100, -100], [30, 10])).toEqual([-40, -45, -15]);
    const [shared] = taken(twoRecipes, [-40, -100, 0], [30, 10]);
    expect(shared).toBe(-40);
  });

  it("is shared by recipe where no use has any", () => {
    expect(taken(twoRecipes, [-40, -100, -100], [0, 0])).toEqual([-40, -20, -20]);
  });

  it("is nothing, and a number, in a use that needs none of the goods", () => {
    const idle: Market = { ...market({}), uses: { ...market({}).uses, goodWeight: new Float64Array(3) } };
    expect(taken(idle, [-50, -4, 0], [20]).map(Math.abs)).toEqual([0, 0, 0]);
  });
});
