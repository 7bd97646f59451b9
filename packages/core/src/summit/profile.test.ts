import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  allHedge,
  numbersOf,
  profileFrom,
  profileKey,
  profileName,
  stanceOf,
  stances,
  withStance,
} from "./profile.js";

const players = ["USA", "JPN", "EU", "KOR"];
const numbers = fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 12 });

describe("a profile", () => {
  it("is its seats' stances, there and back", () => {
    fc.assert(
      fc.property(numbers, (list) => {
        const profile = profileFrom(list);
        expect([...numbersOf(profile, list.length)]).toEqual(list);
        expect(profile.commit & profile.deal).toBe(0);
        list.forEach((number, seat) => {
          expect(stanceOf(profile, seat)).toBe(stances[number]);
        });
      }),
      { seed: 1 },
    );
  });

  it("changes one seat's stance and no other's", () => {
    fc.assert(
      fc.property(numbers, fc.nat(), fc.constantFrom(...stances), (list, at, stance) => {
        const seat = at % list.length;
        const changed = withStance(profileFrom(list), seat, stance);
        const after = numbersOf(changed, list.length);
        list.forEach((number, i) => {
          expect(after[i]).toBe(i === seat ? stances.indexOf(stance) : number);
        });
      }),
      { seed: 2 },
    );
  });

  it("has a number of its own", () => {
    const seen = new Map<number, string>();
    for (let code = 0; code < 3 ** 7; code++) {
      const list = Array.from({ length: 7 }, (_, seat) => Math.floor(code / 3 ** seat) % 3);
      const key = profileKey(profileFrom(list));
      expect(seen.get(key)).toBeUndefined();
      seen.set(key, list.join());
    }
  });

  it("is named by who commits, then by who deals", () => {
    expect(profileName(allHedge, players)).toBe("");
    expect(profileName(profileFrom([1, 0, 1, 0]), players)).toBe("USA,EU");
    expect(profileName(profileFrom([1, 2, 0, 2]), players)).toBe("USA,deal:JPN,deal:KOR");
    expect(profileName(profileFrom([0, 0, 0, 2]), players)).toBe("deal:KOR");
  });
});
