import type { Payoffs } from "./payoffs.js";
import { stances, withStance, type Profile, type Stance } from "./profile.js";
import type { Summit } from "./prepare.js";
import { reasons, type Reason } from "./reason.js";

/** What a seat does best while the others stay as they are, and what tips it. Money kUSD. */
export interface Choice {
  readonly stance: Stance;
  /** What it is compared with: joining, or the second best where joining is best. */
  readonly instead: Stance;
  /** What the best brings over that; up to the threshold the seat does not mind which. */
  readonly gain: number;
  /** Items of the account that speak for the best stance and against it, largest first. */
  readonly reasons: readonly Reason[];
}

/** The best of the three stances of a seat, the others as they are in a profile. */
export function choiceOf(summit: Summit, payoffs: Payoffs, profile: Profile, seat: number): Choice {
  const [best, ...others] = stances
    .map((stance) => ({ stance, worth: payoffs.decides(withStance(profile, seat, stance), seat) }))
    .sort((a, b) => b.worth - a.worth);
  const second = others.find(({ stance }) => stance === "commit") ?? others[0];
  const [from, to] = [second, best].map(({ stance }) => withStance(profile, seat, stance));
  return {
    stance: best.stance,
    instead: second.stance,
    gain: best.worth - second.worth,
    reasons: reasons(summit, payoffs, seat, from, to),
  };
}
