import { breakEven, type BreakEven } from "../games/index.js";
import type { Payoffs } from "./payoffs.js";
import { withStance, type Profile } from "./profile.js";
import type { Summit } from "./prepare.js";
import type { SummitAnswer } from "./summit-answer.js";

/** From which hazard on committing to a profile beats hedging and dealing, by seat, the others as they are there. */
export function breakEvens(
  { players, assumptions }: Summit,
  payoffs: Payoffs,
  profile: Profile,
): Pick<SummitAnswer, "breakEven" | "commitBetter"> {
  const found = players.map((id, seat): [string, { hedge: BreakEven; deal: BreakEven }] => {
    const line = (stance: "commit" | "hedge" | "deal") =>
      payoffs.decision(withStance(profile, seat, stance), seat);
    const against = (stance: "hedge" | "deal") =>
      breakEven(line("commit"), line(stance), assumptions.thresholdMoney);
    return [id, { hedge: against("hedge"), deal: against("deal") }];
  });
  const by = <T>(pick: (point: BreakEven) => T) =>
    Object.fromEntries(found.map(([id, { hedge, deal }]) => [id, { hedge: pick(hedge), deal: pick(deal) }]));
  return { breakEven: by(({ hazard }) => hazard), commitBetter: by(({ commitBetter }) => commitBetter) };
}
