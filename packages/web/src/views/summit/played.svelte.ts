import type { Profile } from "@didym/core/summit";
import { shownAt, startAt, type Trail } from "./trail.js";

/** The trail played last and the game it was played in; kept while the reader is in another view. */
class Played {
  private last = $state.raw<{ readonly game: string; readonly trail: Trail } | undefined>(undefined);

  keep(game: string, trail: Trail): void {
    this.last = { game, trail };
  }
  /** The trail on which a table is shown: the one played, where it is of this game and passes the table; else a new one. */
  on(game: string, table: Profile): Trail {
    const { last } = this;
    return (last?.game === game ? shownAt(last.trail, table) : undefined) ?? startAt(table);
  }
}

export const played = new Played();
