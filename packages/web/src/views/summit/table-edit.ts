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

/** `USA,JPN,deal:KOR` as a table. */
export function tableNamed(name: string, seats: readonly string[]): Profile {
  let table: Profile = { commit: 0, deal: 0 };
  for (const part of name.split(",")) {
    const seat = seats.indexOf(part.replace(/^deal:/u, ""));
    if (seat >= 0) table = withStanceOf(table, seat, part.startsWith("deal:") ? "deal" : "commit");
  }
  return table;
}

export const sameTable = (a: Profile, b: Profile): boolean => a.commit === b.commit && a.deal === b.deal;

/** A table as `USA,JPN,deal:KOR`. */
export function nameOfTable(table: Profile, seats: readonly string[]): string {
  const at = (stance: Stance) => seats.filter((_, seat) => stanceAt(table, seat) === stance);
  return [...at("commit"), ...at("deal").map((id) => `deal:${id}`)].join();
}
