import highsModule from "highs";
import { describe, expect, it } from "vitest";
import { gameOf, majorityGame } from "../fixtures/games.js";
import { Stream } from "../numeric/stream.js";
import { largestMagnitude, coalitionMembers, sumsOverCoalitions } from "./coalition.js";
import { leastCoreExcess } from "./least-core.js";
import { nucleolus } from "./nucleolus.js";

// The types describe an ES default export, NodeNext resolves the CommonJS one.
const load = highsModule as unknown as () => Promise<{
  solve(problem: string): { Status: string; ObjectiveValue: number };
}>;
const highs = await load();

/**
 * Whether weights exist with Σ weight·members = everybody once, positive on `strict` and not negative on `weak`;
 * the smallest strict weight is maximised. Independent of the library's linear programme.
 */
function balanced(strict: readonly number[], weak: readonly number[], players: number): boolean {
  const names = [...strict, ...weak].map((_, k) => `w${k}`);
  const masks = [...strict, ...weak];
  const rows = Array.from({ length: players }, (_, player) => {
    const terms = masks.flatMap((mask, k) => (mask & (1 << player) ? [names[k]] : []));
    return ` p${player}: ${terms.length ? terms.join(" + ") : "0 w0"} = 1`;
  });
  const least = strict.map((_, k) => ` m${k}: ${names[k]} - t >= 0`);
  const text = `Maximize\n obj: t\nSubject To\n${[...rows, ...least].join("\n")}\nBounds\n t <= 1\nEnd\n`;
  const solution = highs.solve(text);
  return solution.Status === "Optimal" && solution.ObjectiveValue > 1e-7;
}

/**
 * E. Kohlberg, SIAM Journal on Applied Mathematics 20, 1971: an imputation x is the nucleolus exactly when, for every
 * level, the coalitions with at least that excess are balanced, singletons at their bound being free to help.
 */
function passesKohlberg(worth: Float64Array, payoff: Float64Array, players: number): boolean {
  const scale = 1e-9 * Math.max(largestMagnitude(worth), 1e-300);
  const sums = new Float64Array(worth.length);
  sumsOverCoalitions(payoff, sums);
  const inner = Array.from({ length: worth.length - 2 }, (_, k) => k + 1);
  const excess = (mask: number) => worth[mask] - sums[mask];
  inner.sort((a, b) => excess(b) - excess(a));
  const atBound = inner.filter((mask) => coalitionMembers(mask).length === 1 && excess(mask) > -scale);
  for (let last = 0; last < inner.length; last++) {
    const levelEnds = last === inner.length - 1 || excess(inner[last]) - excess(inner[last + 1]) > scale;
    if (levelEnds && !balanced(inner.slice(0, last + 1), atBound, players)) return false;
  }
  return true;
}

/** The least-core programme written out for HiGHS. */
function leastCoreByHighs(worth: Float64Array, players: number): number {
  const sum = (mask: number) =>
    coalitionMembers(mask)
      .map((player) => `x${player}`)
      .join(" + ");
  const full = worth.length - 1;
  const rows = Array.from({ length: full - 1 }, (_, k) => ` c${k}: ${sum(k + 1)} + e >= ${worth[k + 1]}`);
  const free = ["e", ...Array.from({ length: players }, (_, k) => `x${k}`)].map((name) => ` ${name} free`);
  const text = `Minimize\n obj: e\nSubject To\n n: ${sum(full)} = ${worth[full]}\n${rows.join("\n")}\nBounds\n${free.join("\n")}\nEnd\n`;
  return highs.solve(text).ObjectiveValue;
}

const kinds: Record<string, (stream: Stream, size: number) => number> = {
  smooth: (stream, size) => size * size * (0.5 + stream.uniform()),
  rough: (stream) => 10 * stream.uniform() - 5,
  tied: (stream) => Math.floor(4 * stream.uniform()),
  huge: (stream, size) => 1e9 * size * stream.uniform(),
};

function randomGame(kind: string, players: number, stream: Stream): Float64Array {
  const worth = gameOf(players, (list) => kinds[kind](stream, list.length));
  const singles = Array.from({ length: players }, (_, k) => worth[1 << k]).reduce((a, b) => a + b, 0);
  worth[worth.length - 1] = Math.max(
    worth.at(-1)!,
    singles + (kind === "tied" ? 1 : largestMagnitude(worth) / 10),
  );
  return worth;
}

describe.each(Object.keys(kinds))("against HiGHS, %s games", (kind) => {
  it.each([2, 3, 4, 5, 6])("Kohlberg's criterion accepts the nucleolus of %i players", (players) => {
    for (let draw = 0; draw < (players < 6 ? 12 : 2); draw++) {
      const worth = randomGame(kind, players, new Stream(7, `${kind}-${players}-${draw}`));
      expect(passesKohlberg(worth, nucleolus(worth, players)!, players)).toBe(true);
    }
  });

  it("the least-core excess is the same", () => {
    for (const players of [2, 3, 5, 7]) {
      const worth = randomGame(kind, players, new Stream(7, `${kind}-${players}`));
      const scale = 1e-6 * largestMagnitude(worth);
      expect(Math.abs(leastCoreExcess(worth, players) - leastCoreByHighs(worth, players))).toBeLessThan(
        scale,
      );
    }
  });
});

describe("Kohlberg's criterion as used here", () => {
  it("rejects what is not the nucleolus", () => {
    const worth = majorityGame([2, 1, 1, 1], 3);
    const payoff = nucleolus(worth, 4)!;
    expect(passesKohlberg(worth, payoff, 4)).toBe(true);
    expect(passesKohlberg(worth, Float64Array.of(0.25, 0.25, 0.25, 0.25), 4)).toBe(false);
    payoff[0] += 1e-6;
    payoff[1] -= 1e-6;
    expect(passesKohlberg(worth, payoff, 4)).toBe(false);
  });
});
