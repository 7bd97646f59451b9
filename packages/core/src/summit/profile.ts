import { coalitionKey, coalitionMembers } from "../games/index.js";

/** What every seat does: bit i of `commit` or `deal` for seat i, neither for one that hedges. Never both. */
export interface Profile {
  readonly commit: number;
  readonly deal: number;
}

/** Stances in the order of their numbers. */
export const stances = ["hedge", "commit", "deal"] as const;
export type Stance = (typeof stances)[number];

export const allHedge: Profile = { commit: 0, deal: 0 };

/** One whole number for each profile of up to fifteen seats. */
export function profileKey({ commit, deal }: Profile): number {
  return commit + deal * 32_768;
}

export function stanceOf({ commit, deal }: Profile, seat: number): Stance {
  const bit = 1 << seat;
  if (commit & bit) return "commit";
  return deal & bit ? "deal" : "hedge";
}

/** The profile in which one seat takes another stance. */
export function withStance({ commit, deal }: Profile, seat: number, stance: Stance): Profile {
  const bit = 1 << seat;
  return {
    commit: stance === "commit" ? commit | bit : commit & ~bit,
    deal: stance === "deal" ? deal | bit : deal & ~bit,
  };
}

/** The profile of numbered stances, seat by seat, and back. */
export function profileFrom(numbers: ArrayLike<number>): Profile {
  let profile = allHedge;
  for (let seat = 0; seat < numbers.length; seat++)
    profile = withStance(profile, seat, stances[numbers[seat]]);
  return profile;
}

export function numbersOf(profile: Profile, seats: number): Uint8Array {
  return Uint8Array.from({ length: seats }, (_, seat) => stances.indexOf(stanceOf(profile, seat)));
}

/** `USA,JPN` for the committed, with `deal:KOR` appended for those who deal: "" is all-hedge. */
export function profileName({ commit, deal }: Profile, players: readonly string[]): string {
  const committed = coalitionKey(commit, players);
  const dealers = coalitionMembers(deal).map((seat) => `deal:${players[seat]}`);
  return [...(committed === "" ? [] : [committed]), ...dealers].join(",");
}
