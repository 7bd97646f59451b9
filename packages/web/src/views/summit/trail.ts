import type { Profile, Stance } from "@didym/core/summit";
import { sameTable, tableNamed, withStanceOf } from "./table-edit.js";

/** A move that led from one table to the next. */
export interface Moved {
  readonly seat: string;
  readonly to: Stance;
  /** MUSD. */
  readonly gain: number;
  /** Items of the account, largest gain first. */
  readonly reasons: readonly { readonly item: string; readonly amount: number }[];
}

/** Tables played one after another; `moves[k]` leads from table k to table k + 1. Plain, immutable. */
export interface Trail {
  readonly tables: readonly Profile[];
  readonly moves: readonly Moved[];
  /** The table shown. */
  readonly at: number;
}

export function startAt(table: Profile): Trail {
  return { tables: [table], moves: [], at: 0 };
}

export function everyoneIn(seats: number): Trail {
  return startAt({ commit: (1 << seats) - 1, deal: 0 });
}

export const tableOf = ({ tables, at }: Trail): Profile => tables[at] ?? { commit: 0, deal: 0 };

/** One move further than the table shown; what was played beyond it is given up. */
export function extend({ tables, moves, at }: Trail, table: Profile, moved: Moved): Trail {
  return { tables: [...tables.slice(0, at + 1), table], moves: [...moves.slice(0, at), moved], at: at + 1 };
}

/** The same trail with another of its tables shown. */
export function goTo(trail: Trail, at: number): Trail {
  return { ...trail, at: Math.max(0, Math.min(trail.tables.length - 1, at)) };
}

/** The same trail with a table of it shown: as it is where that one is, else where it stands last; undefined where it does not pass it. */
export function shownAt(trail: Trail, table: Profile): Trail | undefined {
  const here = trail.tables[trail.at];
  if (here !== undefined && sameTable(here, table)) return trail;
  const at = trail.tables.findLastIndex((one) => sameTable(one, table));
  return at < 0 ? undefined : goTo(trail, at);
}

/** Whether the table shown stood earlier on the trail. */
export function goesRound({ tables, at }: Trail): boolean {
  const shown = tables[at];
  return shown !== undefined && tables.slice(0, at).some((table) => sameTable(table, shown));
}

/** The trail that a stored path plays: each step moves one seat of `seats` from everyone in, the seats not in `players` outside. */
export function trailOf(
  seats: readonly string[],
  players: readonly string[],
  steps: readonly (Omit<Moved, "seat"> & { readonly mover: string })[],
): Trail {
  let trail = startAt(tableNamed(players.join(), seats));
  for (const { mover, to, gain, reasons } of steps) {
    const shown = trail.tables[trail.at] ?? { commit: 0, deal: 0 };
    const table = withStanceOf(shown, seats.indexOf(mover), to);
    trail = extend(trail, table, { seat: mover, to, gain, reasons });
  }
  return goTo(trail, 0);
}
