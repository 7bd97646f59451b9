import type { Profile, Stance } from "@didym/core/summit";

/** The table in which one seat takes another stance. */
export function withStanceOf({ commit, deal }: Profile, seat: number, stance: Stance): Profile {
  const bit = 1 << seat;
  return {
    commit: stance === "commit" ? commit | bit : commit & ~bit,
    deal: stance === "deal" ? deal | bit : deal & ~bit,
  };
}

export function stanceAt({ commit, deal }: Profile, seat: number): Stance {
  if (commit & (1 << seat)) return "commit";
  return deal & (1 << seat) ? "deal" : "hedge";
}

/** What `USA,JPN,deal:KOR` says of whom. */
export function stancesIn(name: string): readonly { readonly seat: string; readonly stance: Stance }[] {
  return name.split(",").map((part) => ({
    seat: part.replace(/^deal:/u, ""),
    stance: part.startsWith("deal:") ? "deal" : "commit",
  }));
}

/** `USA,JPN,deal:KOR` as a table; who is no seat is left out. */
export function tableNamed(name: string, seats: readonly string[]): Profile {
  let table: Profile = { commit: 0, deal: 0 };
  for (const { seat, stance } of stancesIn(name)) {
    const at = seats.indexOf(seat);
    if (at >= 0) table = withStanceOf(table, at, stance);
  }
  return table;
}

export const sameTable = (a: Profile, b: Profile): boolean => a.commit === b.commit && a.deal === b.deal;

/** A table as `USA,JPN,deal:KOR`. */
export function nameOfTable(table: Profile, seats: readonly string[]): string {
  const at = (stance: Stance) => seats.filter((_, seat) => stanceAt(table, seat) === stance);
  return [...at("commit"), ...at("deal").map((id) => `deal:${id}`)].join();
}
