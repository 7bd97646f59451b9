import type { Profile } from "@didym/core/summit";
import type { Assumed } from "./worker/summit-question.js";
import { everyoneIn, startAt, type Trail } from "./trail.js";

/** The table that is set and what is assumed of it; kept while the reader is in another view. */
export const choice = $state<{
  /** undefined: as the scenario states. */
  response: string | undefined;
  minimum: number;
  assumed: Assumed;
  trail: Trail;
  /** The seat whose lines are drawn. */
  seat: string;
  /** Seats that a scan lets decide. */
  deciding: readonly string[];
}>({ response: undefined, minimum: 0, assumed: {}, trail: everyoneIn(12), seat: "JPN", deciding: [] });

export const tableOf = (trail: Trail): Profile => trail.tables[trail.at] ?? { commit: 0, deal: 0 };

/** Gives up what was played on, keeping the table shown: its moves are of another game now. */
export function restart(): void {
  choice.trail = startAt(tableOf(choice.trail));
}
