import { describe, expect, it } from "vitest";
import { toyCooperation, toySummit, toyTariff } from "../fixtures/toy-package.js";
import { atHazard } from "../games/index.js";
import { Book, inline } from "./book.js";
import { movers, openTable, type Movers } from "./movers.js";
import { payoffsOf } from "./payoffs.js";
import { neighbours } from "./play.js";
import { allHedge, profileFrom, stances, withStance, type Profile } from "./profile.js";
import { thresholds } from "./threshold.js";

const summit = toySummit([toyTariff, toyCooperation], { response: "none" }, { "reaction.concession": 5 });
const profiles: Profile[] = [
  allHedge,
  { commit: 7, deal: 0 },
  profileFrom([1, 2, 0]),
  profileFrom([2, 0, 1]),
];

/** The same by the payoffs themselves. */
function byHand(profile: Profile): { seat: string; to: string; gain: number }[] {
  const book = new Book(summit, inline);
  book.fillNow([allHedge, ...neighbours(profile, 3, 3)]);
  const payoffs = payoffsOf(book);
  const threshold = thresholds(book, payoffs, [profile]);
  return summit.players
    .flatMap((seat, i) => {
      const now = payoffs.decides(profile, i);
      const gains = stances.map((to) => ({
        seat,
        to,
        gain: payoffs.decides(withStance(profile, i, to), i) - now,
      }));
      const best = gains.reduce((most, one) => (one.gain > most.gain ? one : most));
      return best.gain > threshold[i] ? [{ ...best, gain: best.gain / 1000 }] : [];
    })
    .sort((a, b) => b.gain - a.gain);
}

describe("who wants to move", () => {
  it.each(profiles)("is who gains by another stance, the most first: %o", (profile) => {
    const found = movers(summit, profile, true).movers;
    expect(found.map(({ seat, to, gain }) => ({ seat, to, gain }))).toEqual(byHand(profile));
    for (const { from, to, amount } of found) {
      expect(from).not.toBe(to);
      expect(amount).toBeGreaterThan(0);
    }
  });

  it("does not deal where deals are not asked", () => {
    expect(movers(summit, allHedge).movers.every(({ to }) => to !== "deal")).toBe(true);
  });

  it("knows the gains of all parties, as lines too", () => {
    const found = movers(summit, { commit: 7, deal: 0 });
    expect(Object.keys(found.payoffs)).toEqual(["USA", "JPN", "AUS", "CHN", "rest"]);
    for (const [id, line] of Object.entries(found.lines))
      expect(found.payoffs[id]).toBeCloseTo(atHazard(line, summit.assumptions.hazard), 9);
    expect(Object.values(found.threshold).every((value) => value > 0)).toBe(true);
  });
});

describe("a table", () => {
  it("says the same whatever was asked before", () => {
    const table = openTable(summit);
    const first: Movers[] = profiles.map((profile) => table.movers(profile, true));
    const again = [...profiles].reverse().map((profile) => table.movers(profile, true));
    expect(again.reverse()).toEqual(first);
    expect(first[1]).toEqual(movers(summit, profiles[1], true));
  });
});
