import type { BreakEven } from "@didym/core/games";
import type { SummitView } from "./view.js";

/** From which chance of a stop on joining is the better choice, in a sentence. */
export function breakEvenSentence(
  { say, numbers }: Pick<SummitView, "say" | "numbers">,
  { hazard, commitBetter }: BreakEven,
  other: "hedge" | "deal",
): string {
  const { figures, stances } = say;
  const name = stances[other];
  if (hazard !== null && within(hazard))
    return figures.breakEven(name, numbers.percent(hazard), commitBetter === "above");
  if (commitBetter === "tied") return figures.tied(name);
  return joiningWins({ hazard, commitBetter }) ? figures.always(name) : figures.never(name);
}

/** The same for a cell: "above 4%", "always better". */
export function breakEvenShort(
  { say, numbers }: Pick<SummitView, "say" | "numbers">,
  tie: BreakEven | undefined,
): string {
  const { figures, table } = say;
  if (tie === undefined) return table.notYet;
  const { hazard, commitBetter } = tie;
  if (hazard !== null && within(hazard)) {
    const percent = numbers.percent(hazard);
    return commitBetter === "above" ? figures.aboveShort(percent) : figures.belowShort(percent);
  }
  if (commitBetter === "tied") return "=";
  return joiningWins(tie) ? figures.alwaysShort : figures.neverShort;
}

const within = (hazard: number): boolean => hazard >= 0 && hazard <= 1;

/** At every chance from 0 to 1, where no tie lies between. */
function joiningWins({ hazard, commitBetter }: BreakEven): boolean {
  if (commitBetter === "above") return (hazard ?? 0) < 0;
  if (commitBetter === "below") return (hazard ?? 0) > 1;
  return commitBetter === "always";
}
