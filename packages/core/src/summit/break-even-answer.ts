import { breakEven, type BreakEven } from "../games/index.js";
import type { Payoffs } from "./payoffs.js";
import { withStance, type Profile } from "./profile.js";
import type { Summit } from "./prepare.js";
import type { SummitAnswer } from "./summit-answer.js";

/**
 * From which hazard on committing to a profile beats hedging and dealing, by seat, the others as they are there. A hazard is a chance: where
 * the lines cross below 0 or above 1 none makes them tie, and one of the two is better at every chance.
 */
export function breakEvens(
  { players, assumptions }: Summit,
  payoffs: Payoffs,
  profile: Profile,
): Pick<SummitAnswer, "breakEven" | "commitBetter"> {
  const found = players.map((id, seat): [string, { hedge: BreakEven; deal: BreakEven }] => {
    const line = (stance: "commit" | "hedge" | "deal") =>
      payoffs.decision(withStance(profile, seat, stance), seat);
    const against = (stance: "hedge" | "deal") =>
      withinChance(breakEven(line("commit"), line(stance), assumptions.thresholdMoney));
    return [id, { hedge: against("hedge"), deal: against("deal") }];
  });
  const by = <T>(pick: (point: BreakEven) => T) =>
    Object.fromEntries(found.map(([id, { hedge, deal }]) => [id, { hedge: pick(hedge), deal: pick(deal) }]));
  return { breakEven: by(({ hazard }) => hazard), commitBetter: by(({ commitBetter }) => commitBetter) };
}

function withinChance(found: BreakEven): BreakEven {
  const { hazard, commitBetter } = found;
  if (hazard === null || (hazard >= 0 && hazard <= 1)) return found;
  const always = hazard < 0 === (commitBetter === "above");
  return { hazard: null, commitBetter: always ? "always" : "never" };
}
