import { IssueError } from "@didym/core/errors";
import type { Figure } from "@didym/core/claims";
import { seatsBetterOff } from "@didym/core/summit";
import { builtInScenario } from "../scenario/built-in-scenario.js";
import { summitOf } from "../summit/summit-of.js";

const pattern = /^seats-better-off\[(?<stance>hedge|deal)\]$/u;

/** A figure of a table of seats rather than of a run: `seats-better-off[deal]@washington-2026`. */
export function isOfSeats({ reference }: Figure): boolean {
  return reference.startsWith("seats-better-off[");
}

/** Finds the share of the seats at a scenario's table that gain more by a stance of their own than by committing with all the others. */
export type SeatShare = (figure: Figure) => Promise<number>;

/** @throws IssueError INVALID_SYNTAX where the stance is neither `hedge` nor `deal`. */
export const seatShare: SeatShare = async ({ reference, scenario }) => {
  const stance = pattern.exec(reference)?.groups?.["stance"] as "hedge" | "deal" | undefined;
  if (stance === undefined)
    throw new IssueError([{ code: "INVALID_SYNTAX", found: reference, expected: "hedge or deal" }]);
  const summit = await summitOf(await builtInScenario(scenario), {});
  return seatsBetterOff(summit, stance).length / summit.players.length;
};
