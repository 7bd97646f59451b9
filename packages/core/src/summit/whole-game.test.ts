import { describe, expect, it } from "vitest";
import { statedPayoffs } from "../fixtures/toy-package.js";
import { coalitionSize, remembered } from "../games/index.js";
import { stanceGame } from "./play.js";
import { allStances } from "./coalitions.js";
import { profileKey, profileName, stances, stanceOf, withStance } from "./profile.js";
import { wholeGame } from "./whole-game.js";

const byNumber = (a: number, b: number) => a - b;
const free = (seats: number) => new Float64Array(seats);

/** Joining pays once half the others have joined; a deal is worth one always. */
const threshold = (seats: number) =>
  statedPayoffs((profile, seat) => {
    const stance = stanceOf(profile, seat);
    if (stance === "deal") return 1;
    const others = coalitionSize(profile.commit & ~(1 << seat));
    return stance === "commit" ? (others * 2 >= seats - 1 ? 3 : -1) : 0;
  });

describe("a game solved in every profile", () => {
  it.each([2, 3, 5])("rests where nobody gains by another stance, and nowhere else: %i seats", (seats) => {
    const payoffs = threshold(seats);
    const { rests } = wholeGame(stanceGame(payoffs, seats, free(seats), 3));
    const still = allStances(seats).filter((profile) =>
      Array.from({ length: seats }, (_, seat) => seat).every((seat) =>
        stances.every(
          (stance) =>
            payoffs.decides(withStance(profile, seat, stance), seat) <= payoffs.decides(profile, seat),
        ),
      ),
    );
    expect(rests.map(profileKey).sort(byNumber)).toEqual(still.map(profileKey).sort(byNumber));
    expect(still.length).toBeGreaterThan(1);
  });

  it("does not move for less than the threshold", () => {
    const { rests } = wholeGame(stanceGame(threshold(2), 2, Float64Array.of(10, 10), 3));
    expect(rests).toHaveLength(9);
  });

  it("keeps the seats that look ahead where all are best off, and off what they would leave", () => {
    const players = ["A", "B", "C"];
    const { farsighted } = wholeGame(stanceGame(threshold(3), 3, free(3), 3));
    const names = farsighted!.map((profile) => profileName(profile, players));
    expect(names).toContain("A,B,C");
    expect(names).not.toContain("");
  });

  it("looks ahead up to six seats, and finds the rests of eight", () => {
    const six = wholeGame(remembered(stanceGame(threshold(6), 6, free(6), 2)));
    expect(six.farsighted!.length).toBeGreaterThan(0);
    const eight = wholeGame(remembered(stanceGame(threshold(8), 8, free(8), 3)));
    expect(eight.farsighted).toBeUndefined();
    expect(eight.rests.map(profileKey)).toContain(profileKey({ commit: 255, deal: 0 }));
    expect(eight.rests.map(profileKey)).toContain(profileKey({ commit: 0, deal: 255 }));
  });
});
