import { describe, expect, it } from "vitest";
import { statedPayoffs } from "../fixtures/toy-package.js";
import { coalitionSize, stability, flaggedCoalitions } from "../games/index.js";
import { allStances, commitProfiles, decisionGame, lonelyDeals } from "./coalitions.js";
import { profileKey, stanceOf } from "./profile.js";

const none = (seats: number) => new Float64Array(seats);

describe("lists of profiles", () => {
  it.each([1, 2, 5, 8])("hold every one once: %i seats", (seats) => {
    const all = allStances(seats);
    expect(new Set(all.map(profileKey)).size).toBe(3 ** seats);
    expect(commitProfiles(seats)).toHaveLength(2 ** seats);
    const lonely = lonelyDeals(seats);
    expect(lonely).toHaveLength((seats * 2 ** seats) / 2);
    for (const { commit, deal } of lonely) {
      expect(coalitionSize(deal)).toBe(1);
      expect(commit & deal).toBe(0);
    }
  });
});

describe("the game that decides", () => {
  /** A public good: each member pays 3 and everybody gets 2 a member. */
  const publicGood = statedPayoffs((profile, seat) => {
    const paid = stanceOf(profile, seat) === "commit" ? 3 : 0;
    return 2 * coalitionSize(profile.commit) - paid;
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8, 10, 12])("knows every coalition of %i seats", (seats) => {
    const { payoff } = decisionGame(publicGood, seats, none(seats), false);
    expect(payoff).toHaveLength(seats * 2 ** seats);
    for (let commit = 0; commit < 2 ** seats; commit += Math.max(1, seats - 5))
      for (let seat = 0; seat < seats; seat++)
        expect(payoff[commit * seats + seat]).toBe(publicGood.decides({ commit, deal: 0 }, seat));
  });

  it("is held by nobody where each would rather ride free", () => {
    const judged = stability(decisionGame(publicGood, 6, none(6), false));
    expect(flaggedCoalitions(judged.stable)).toEqual([0]);
  });

  it("counts a deal as a way out, and takes the better of the two", () => {
    const payoffs = statedPayoffs((profile, seat) => {
      if (stanceOf(profile, seat) === "deal") return seat === 0 ? 5 : 1;
      return stanceOf(profile, seat) === "commit" ? 3 : 2;
    });
    const plain = decisionGame(payoffs, 3, none(3), false);
    const dealing = decisionGame(payoffs, 3, none(3), true);
    expect(plain.outside).toBe(plain.payoff);
    expect([...dealing.outside!.subarray(0, 3)]).toEqual([5, 2, 2]);
    expect(stability(plain).internal[7]).toBe(1);
    expect(stability(dealing).internal[7]).toBe(0);
  });
});
