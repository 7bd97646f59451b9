import { atHazard, type CoalitionPayoffs } from "../games/index.js";
import type { Summit } from "./prepare.js";
import type { Payoffs } from "./payoffs.js";
import { withStance, type Profile } from "./profile.js";

/** Every profile in which each seat commits or hedges, by mask. */
export function commitProfiles(seats: number): Profile[] {
  return Array.from({ length: 1 << seats }, (_, commit) => ({ commit, deal: 0 }));
}

/** The profiles in which one outsider of a coalition deals and the others hedge. */
export function lonelyDeals(seats: number): Profile[] {
  return commitProfiles(seats).flatMap((profile) =>
    Array.from({ length: seats }, (_, seat) => seat)
      .filter((seat) => (profile.commit & (1 << seat)) === 0)
      .map((seat) => withStance(profile, seat, "deal")),
  );
}

/** All 3^n profiles of the three stances. */
export function allStances(seats: number): Profile[] {
  let found: Profile[] = [{ commit: 0, deal: 0 }];
  for (let seat = 0; seat < seats; seat++)
    found = [
      ...found,
      ...found.map((p) => withStance(p, seat, "commit")),
      ...found.map((p) => withStance(p, seat, "deal")),
    ];
  return found;
}

/** What decides, by coalition and seat; outside, the better of hedging and (with `deals`) dealing alone. */
export function decisionGame(
  payoffs: Payoffs,
  seats: number,
  threshold: Float64Array,
  deals: boolean,
): CoalitionPayoffs {
  const payoff = new Float64Array((1 << seats) * seats);
  const outside = deals ? new Float64Array(payoff.length) : payoff;
  for (const profile of commitProfiles(seats)) {
    for (let seat = 0; seat < seats; seat++) {
      const at = profile.commit * seats + seat;
      payoff[at] = payoffs.decides(profile, seat);
      if (!deals) continue;
      const inside = (profile.commit & (1 << seat)) !== 0;
      const dealing = inside ? -Infinity : payoffs.decides(withStance(profile, seat, "deal"), seat);
      outside[at] = Math.max(payoff[at], dealing);
    }
  }
  return { seats, payoff, outside, threshold };
}

/** The gains of disjoint seats, by coalition and seat: what Shapley values and transfers share. */
export function accountGame(
  { players, playerParty, assumptions }: Summit,
  payoffs: Payoffs,
): CoalitionPayoffs {
  const seats = players.length;
  const payoff = new Float64Array((1 << seats) * seats);
  for (const profile of commitProfiles(seats))
    for (let seat = 0; seat < seats; seat++)
      payoff[profile.commit * seats + seat] = atHazard(
        payoffs.line(profile, playerParty[seat]),
        assumptions.hazard,
      );
  return { seats, payoff };
}
