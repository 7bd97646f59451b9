import { describe, expect, it } from "vitest";
import { bankruptcyGame, gameOf, majorityGame } from "../fixtures/games.js";
import { coalitionKey } from "./coalition.js";
import { solveGame } from "./solve-game.js";

interface Known {
  readonly shapley?: readonly number[];
  readonly nucleolus?: readonly number[];
  readonly coreEmpty?: boolean;
  readonly leastCoreExcess?: number;
  readonly convex?: boolean;
}

/** A game as an outside checker writes it down: one entry for every coalition. */
function fileOf(players: readonly string[], worth: Float64Array): unknown {
  const value: Record<string, number> = {};
  worth.forEach((amount, mask) => (value[coalitionKey(mask, players)] = amount));
  return { schema: "didym/game@1", players, value };
}

const lettered = (count: number) =>
  Array.from({ length: count }, (_, k) => String.fromCharCode(65 + (k % 26)) + (k < 26 ? "" : "2"));

function check(worth: Float64Array, known: Known): void {
  const size = Math.round(Math.log2(worth.length));
  const players = lettered(size);
  const answer = solveGame(fileOf(players, worth)) as Readonly<Record<string, unknown>>;
  expect(answer).not.toHaveProperty("errors");
  const scale = worth.reduce((most, amount) => Math.max(most, Math.abs(amount)), 0);
  const near = (found: number, expected: number) => {
    expect(Math.abs(found - expected) / scale).toBeLessThanOrEqual(1e-8);
  };
  for (const rule of ["shapley", "nucleolus"] as const) {
    const expected = known[rule];
    if (expected === undefined) continue;
    const found = answer[rule] as Record<string, number>;
    expect(Object.keys(found)).toEqual(players);
    players.forEach((id, k) => {
      near(found[id], expected[k]);
    });
  }
  if (known.leastCoreExcess !== undefined) near(answer["leastCoreExcess"] as number, known.leastCoreExcess);
  if (known.coreEmpty !== undefined) expect(answer["coreEmpty"]).toBe(known.coreEmpty);
  if (known.convex !== undefined) expect(answer["convex"]).toBe(known.convex);
}

const same = (count: number, value: number) => Array.from({ length: count }, () => value);

/** What pairs of one left and one right player make together, best matched, by trying all matchings. */
function assignmentGame(matrix: readonly (readonly number[])[]): Float64Array {
  const rows = matrix.length;
  const best = (left: readonly number[], right: readonly number[]): number => {
    if (left.length === 0 || right.length === 0) return 0;
    const [first, ...others] = left;
    const matched = right.map(
      (column) =>
        matrix[first][column] +
        best(
          others,
          right.filter((k) => k !== column),
        ),
    );
    return Math.max(best(others, right), ...matched);
  };
  return gameOf(rows + matrix[0].length, (members) =>
    best(
      members.filter((k) => k < rows),
      members.filter((k) => k >= rows).map((k) => k - rows),
    ),
  );
}

describe("voting", () => {
  it("in the Security Council of the United Nations: five vetoes, nine of fifteen votes", () => {
    const worth = gameOf(15, (members) => {
      const permanent = members.filter((k) => k < 5).length;
      return permanent === 5 && members.length >= 9 ? 1 : 0;
    });
    check(worth, {
      shapley: [...same(5, 421 / 2145), ...same(10, 4 / 2145)],
      nucleolus: [...same(5, 1 / 5), ...same(10, 0)],
      coreEmpty: false,
      leastCoreExcess: 0,
      convex: false,
    });
  });

  it("in the Council of the six of 1958: Luxembourg has a vote and no power", () => {
    check(majorityGame([4, 4, 4, 2, 2, 1], 12), {
      shapley: [14 / 60, 14 / 60, 14 / 60, 9 / 60, 9 / 60, 0],
      coreEmpty: true,
    });
  });

  it("by the Australian rule: a federal government of three votes and six states", () => {
    check(majorityGame([3, 1, 1, 1, 1, 1, 1], 5), {
      shapley: [3 / 7, ...same(6, 2 / 21)],
      nucleolus: [3 / 9, ...same(6, 1 / 9)],
      coreEmpty: true,
    });
  });

  it("with an apex: one and any other, or all the others", () => {
    check(majorityGame([3, 1, 1, 1, 1], 4), {
      shapley: [3 / 5, ...same(4, 1 / 10)],
      nucleolus: [3 / 7, ...same(4, 1 / 7)],
      coreEmpty: true,
      leastCoreExcess: 3 / 7,
    });
  });

  it("with homogeneous weights: the nucleolus is the weights (Peleg 1968)", () => {
    check(majorityGame([2, 2, 2, 1, 1, 1], 5), {
      nucleolus: [2 / 9, 2 / 9, 2 / 9, 1 / 9, 1 / 9, 1 / 9],
      leastCoreExcess: 4 / 9,
    });
  });

  it("by simple majority of fifteen", () => {
    check(majorityGame(same(15, 1), 8), {
      shapley: same(15, 1 / 15),
      nucleolus: same(15, 1 / 15),
      coreEmpty: true,
      leastCoreExcess: 7 / 15,
    });
  });

  it("with unanimity of fifteen", () => {
    check(majorityGame(same(15, 1), 15), {
      shapley: same(15, 1 / 15),
      nucleolus: same(15, 1 / 15),
      coreEmpty: false,
      convex: true,
      leastCoreExcess: -1 / 15,
    });
  });
});

describe("sharing costs", () => {
  it("of the Tennessee Valley's dams (Straffin and Heaney 1981), as savings", () => {
    const [navigation, flood, power] = [163520, 140826, 250096];
    const saved = [0, 0, 0, 2739, 0, 34795, 23552, 141858];
    check(Float64Array.from(saved), {
      shapley: [navigation - 117829, flood - 100756.5, power - 193998.5],
      nucleolus: same(3, 141858 / 3),
      coreEmpty: false,
      convex: true,
    });
  });

  it("of the same dams, as costs below zero", () => {
    const costs = [0, 163520, 140826, 301607, 250096, 378821, 367370, 412584];
    check(
      Float64Array.from(costs, (cost) => -cost),
      { shapley: [-117829, -100756.5, -193998.5], nucleolus: [-116234, -93540, -202810], coreEmpty: false },
    );
  });

  it("of power in Southern India (Gately 1974)", () => {
    check(Float64Array.from([0, 0, 0, 1170, 0, 770, 210, 1530]), {
      shapley: [763 + 1 / 3, 483 + 1 / 3, 283 + 1 / 3],
      nucleolus: [955, 395, 180],
      coreEmpty: false,
      leastCoreExcess: -180,
    });
  });

  it("of a runway for fifteen, one step each: the rule of Littlechild", () => {
    const costs = Array.from({ length: 15 }, (_, k) => k + 1);
    const worth = gameOf(15, (members) => -Math.max(...members.map((k) => costs[k])));
    const charges: number[] = [];
    for (let k = 0, sum = 0; k < 15; k++) charges.push((sum += 1 / (15 - k)));
    check(worth, { shapley: charges.map((charge) => -charge), convex: true, coreEmpty: false });
  });
});

describe("claims on an estate", () => {
  it("of a garment: one claims all, the other half", () => {
    check(bankruptcyGame([1, 0.5], 1), { shapley: [0.75, 0.25], nucleolus: [0.75, 0.25] });
  });

  it("of fifteen creditors who get half: each half of the claim", () => {
    const claims = Array.from({ length: 15 }, (_, k) => 10 * (k + 1));
    check(bankruptcyGame(claims, 600), {
      nucleolus: claims.map((claim) => claim / 2),
      coreEmpty: false,
      convex: true,
    });
  });

  it("of fifteen creditors of little: all the same up to half of the least", () => {
    const claims = Array.from({ length: 15 }, (_, k) => 10 * (k + 1));
    check(bankruptcyGame(claims, 60), { nucleolus: same(15, 4) });
  });

  it("of fifteen creditors who lose little: all lose the same", () => {
    const claims = Array.from({ length: 15 }, (_, k) => 10 * (k + 1));
    check(bankruptcyGame(claims, 1140), { nucleolus: claims.map((claim) => claim - 4) });
  });
});

describe("markets", () => {
  it("of three houses (Shapley and Shubik 1972), with the nucleolus of Solymosi and Raghavan (1994)", () => {
    const matrix = [
      [5, 8, 2],
      [7, 9, 6],
      [2, 3, 0],
    ];
    check(assignmentGame(matrix), {
      nucleolus: [4, 17 / 3, 1 / 3, 5 / 3, 4, 1 / 3],
      coreEmpty: false,
    });
  });

  it("of gloves, seven left and eight right: the scarce side has all", () => {
    const worth = gameOf(15, (members) => {
      const left = members.filter((k) => k < 7).length;
      return Math.min(left, members.length - left);
    });
    check(worth, { nucleolus: [...same(7, 1), ...same(8, 0)], coreEmpty: false, leastCoreExcess: 0 });
  });

  it("of a landowner and fourteen workers who each make one", () => {
    const worth = gameOf(15, (members) => (members[0] === 0 ? members.length - 1 : 0));
    check(worth, {
      shapley: [7, ...same(14, 0.5)],
      nucleolus: [7, ...same(14, 0.5)],
      convex: true,
      coreEmpty: false,
      leastCoreExcess: -0.5,
    });
  });

  it("of one seller and fourteen buyers of the same thing: the seller has all in the core", () => {
    const worth = gameOf(15, (members) => (members[0] === 0 && members.length > 1 ? 1 : 0));
    check(worth, {
      shapley: [14 / 15, ...same(14, 1 / 210)],
      nucleolus: [1, ...same(14, 0)],
      coreEmpty: false,
      convex: false,
    });
  });
});

describe("games without a conflict", () => {
  it("add up, at any size of money", () => {
    for (const scale of [1e-9, 1, 1e12]) {
      const own = Array.from({ length: 12 }, (_, k) => scale * (k - 4));
      const worth = gameOf(12, (members) => members.reduce((sum, k) => sum + own[k], 0));
      check(worth, { shapley: own, nucleolus: own, coreEmpty: false, leastCoreExcess: 0 });
    }
  });

  it("of squares: convex, and the same for all", () => {
    const worth = gameOf(15, (members) => members.length ** 2);
    check(worth, {
      shapley: same(15, 15),
      nucleolus: same(15, 15),
      convex: true,
      coreEmpty: false,
      leastCoreExcess: -14,
    });
  });
});
