import { describe, expect, it } from "vitest";
import { statedPayoffs, toySummit, toyTariff } from "../fixtures/toy-package.js";
import type { HazardLine } from "../games/index.js";
import { breakEvens } from "./break-even-answer.js";
import type { Payoffs } from "./payoffs.js";
import { stanceOf, type Stance } from "./profile.js";

const summit = toySummit([toyTariff], { response: "none", players: ["USA"] });

function tie(lines: Readonly<Record<Stance, HazardLine>>) {
  const payoffs: Payoffs = {
    ...statedPayoffs(() => 0),
    decision: (profile, seat) => lines[stanceOf(profile, seat)],
  };
  const { breakEven, commitBetter } = breakEvens(summit, payoffs, { commit: 1, deal: 0 });
  return { at: breakEven["USA"], better: commitBetter["USA"] };
}

const line = (constant: number, slope: number): HazardLine => ({ constant, slope });
const million = 1e6;

describe("the chance at which joining and another stance tie", () => {
  it("is where the lines cross, and joining is better above it where it loses less to a stop", () => {
    const { at, better } = tie({
      commit: line(-2 * million, 0),
      hedge: line(0, 10 * million),
      deal: line(0, 4 * million),
    });
    expect(at.hedge).toBeCloseTo(0.2, 12);
    expect(at.deal).toBeCloseTo(0.5, 12);
    expect(better).toEqual({ hedge: "above", deal: "above" });
  });

  it("is below which joining is better where it loses more to a stop", () => {
    const { at, better } = tie({
      commit: line(2 * million, 10 * million),
      hedge: line(0, 0),
      deal: line(1 * million, 0),
    });
    expect(at.hedge).toBeCloseTo(0.2, 12);
    expect(at.deal).toBeCloseTo(0.1, 12);
    expect(better.hedge).toBe("below");
  });

  it.each([
    ["always: ahead already without a stop, and more so with one", line(1 * million, 0), "always"],
    ["never: behind, and more so with a stop", line(-1 * million, 8 * million), "never"],
    ["never: behind even where a stop is certain", line(-9 * million, 0), "never"],
    ["always: ahead even where a stop is certain", line(9 * million, 8 * million), "always"],
  ])("is none between 0 and 1: %s", (_, commit, expected) => {
    const { at, better } = tie({ commit, hedge: line(0, 4 * million), deal: line(0, 4 * million) });
    expect(at).toEqual({ hedge: null, deal: null });
    expect(better.hedge).toBe(expected);
  });

  it("is none where nothing tells the two apart", () => {
    const same = line(5, 7);
    const { at, better } = tie({ commit: same, hedge: same, deal: line(0, 7) });
    expect(at).toEqual({ hedge: null, deal: null });
    expect(better).toEqual({ hedge: "tied", deal: "always" });
  });

  it("may be 0 or 1 itself", () => {
    const { at } = tie({
      commit: line(0, 0),
      hedge: line(0, 5 * million),
      deal: line(5 * million, 5 * million),
    });
    expect(at).toEqual({ hedge: 0, deal: 1 });
  });
});
