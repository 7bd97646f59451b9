import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coalitionMembers, coalitionSize } from "./coalition.js";
import { answerPayoffGame } from "./payoff-game.js";
import { flaggedCoalitions, largestCoalitions, stability } from "./stability.js";

const payoffs = (seats: number) =>
  fc
    .array(fc.integer({ min: -9, max: 9 }), { minLength: 2 ** seats * seats, maxLength: 2 ** seats * seats })
    .map((list) => ({ seats, payoff: Float64Array.from(list) }));

/**
 * Ten countries with benefit (aQ − Q²/2)/N and cost c·q²/2, signatories and outsiders moving at the same time:
 * Q = a·k/(1 + k), k = (s² + N − s)/(N·c). M. Finus, Game Theory and International Environmental Cooperation, 2001, ch. 13.
 */
function abatement(c: number, s: number) {
  const [N, a] = [10, 100];
  const k = (s * s + N - s) / (N * c);
  const Q = (a * k) / (1 + k);
  const payoff = (effort: number) => (a * Q - (Q * Q) / 2) / N - (c * effort * effort) / 2;
  return { Q, signatory: payoff((s * (a - Q)) / (N * c)), outsider: payoff((a - Q) / (N * c)) };
}

function abatementGame(c: number) {
  const players = Array.from({ length: 10 }, (_, k) => `C${k}`);
  const payoff = new Float64Array(1024 * 10);
  for (let mask = 0; mask < 1024; mask++) {
    const { signatory, outsider } = abatement(c, coalitionSize(mask));
    for (let k = 0; k < 10; k++) payoff[mask * 10 + k] = mask & (1 << k) ? signatory : outsider;
  }
  return { kind: "payoffs" as const, players, payoff };
}

describe("abatement with simultaneous moves", () => {
  it("has the published payoffs", () => {
    const published: [number, number | null, number | null, number][] = [
      [0, null, 472, 80],
      [2, 461.3555291, 479.1914388, 82.75862069],
      [5, 467.4556213, 495.8579882, 92.30769231],
      [10, 487.804878, null, 97.56097561],
    ];
    for (const [s, signatory, outsider, Q] of published) {
      const found = abatement(0.25, s);
      expect(found.Q).toBeCloseTo(Q, 7);
      if (signatory !== null) expect(found.signatory).toBeCloseTo(signatory, 6);
      if (outsider !== null) expect(found.outsider).toBeCloseTo(outsider, 6);
    }
  });

  it("holds one at most when abating is cheap and two when it is dear; one alone is as good as none", () => {
    const cheap = answerPayoffGame(abatementGame(0.25));
    expect(new Set(cheap.stable.map((list) => list.length))).toEqual(new Set([0, 1]));
    expect(cheap.largestStable).toEqual(["C0"]);
    const dear = answerPayoffGame(abatementGame(5));
    expect(dear.stable).toHaveLength(45 + 1);
    expect(new Set(dear.stable.map((list) => list.length))).toEqual(new Set([0, 2]));
    expect(dear.largestStable).toEqual(["C0", "C1"]);
  });
});

describe("stability", () => {
  it("is what its definitions say", () => {
    fc.assert(
      fc.property(payoffs(4), ({ seats, payoff }) => {
        const flags = stability({ seats, payoff });
        const at = (mask: number, seat: number) => payoff[mask * seats + seat];
        for (let mask = 0; mask < 16; mask++) {
          const inside = coalitionMembers(mask);
          const outside = coalitionMembers(15 & ~mask);
          const internal = inside.every((k) => at(mask, k) >= at(mask ^ (1 << k), k));
          const external = outside.every((k) => at(mask, k) >= at(mask | (1 << k), k));
          const needed = inside.reduce((sum, k) => sum + at(mask ^ (1 << k), k), 0);
          const earned = inside.reduce((sum, k) => sum + at(mask, k), 0);
          expect(flags.internal[mask] === 1).toBe(internal);
          expect(flags.external[mask] === 1).toBe(external);
          expect(flags.stable[mask] === 1).toBe(internal && external);
          expect(flags.potentiallyInternal[mask] === 1).toBe(earned >= needed);
          expect(flags.profitable[mask] === 1).toBe(inside.every((k) => at(mask, k) >= at(0, k)));
        }
      }),
      { seed: 20260204 },
    );
  });

  it("holds everywhere when all payoffs tie, and below the threshold", () => {
    const tied = { seats: 5, payoff: new Float64Array(32 * 5).fill(7) };
    const noisy = { ...tied, payoff: tied.payoff.map((value, k) => value + (k % 3) * 1e-3) };
    for (const game of [tied, { ...noisy, threshold: new Float64Array(5).fill(2e-3) }]) {
      for (const flags of Object.values(stability(game))) expect(flaggedCoalitions(flags)).toHaveLength(32);
    }
    expect(flaggedCoalitions(stability(noisy).stable).length).toBeLessThan(32);
  });

  it("compares with the best outside stance", () => {
    // Alone or together the same, but a separate deal pays 1 to whoever leaves the pair.
    const payoff = new Float64Array(8);
    const outside = Float64Array.of(0, 0, 0, 1, 1, 0, 0, 0);
    expect(stability({ seats: 2, payoff }).internal[3]).toBe(1);
    const flags = stability({ seats: 2, payoff, outside });
    expect(flags.internal[3]).toBe(0);
    expect(flags.potentiallyInternal[3]).toBe(0);
    expect(flags.external[1]).toBe(1);
  });

  it("judges 4,096 coalitions of twelve seats in 0.1 s", () => {
    const payoff = Float64Array.from({ length: 4096 * 12 }, (_, k) => (k * 7919) % 1009);
    stability({ seats: 12, payoff });
    const start = performance.now();
    const flags = stability({ seats: 12, payoff });
    expect(performance.now() - start).toBeLessThan(300);
    expect(flags.stable).toHaveLength(4096);
  });
});

describe("largest coalitions", () => {
  it("keeps all of the largest size", () => {
    expect(largestCoalitions([0b1, 0b110, 0b11])).toEqual([0b110, 0b11]);
    expect(largestCoalitions([])).toEqual([]);
    expect(largestCoalitions([0])).toEqual([0]);
  });
});
