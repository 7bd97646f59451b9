import { reactions } from "../reactions/index.js";
import type { Summit } from "./prepare.js";
import type { Profile } from "./profile.js";
import { profileLevers } from "./profile-levers.js";
import type { Solve } from "./solved-profiles.js";
import { packageSignature } from "./signature.js";
import { solveProfile, type ProfileAccount } from "./solve-profile.js";
import { responderWelfare } from "./valuation.js";

/** A profile under every answer of the menu: what each leaves to who answers, kUSD, and the account of the best. */
export interface BestReply {
  readonly account: ProfileAccount;
  readonly menu: Readonly<Record<string, number>>;
}

/**
 * The answer that is best for who answers, in this profile. An answer later in the menu must beat an earlier one by more than the
 * threshold, so that it does nothing where nothing pays. Answers that come to the same policy are solved once.
 */
export function bestReply(summit: Summit, profile: Profile, solve: Solve = solveProfile): BestReply {
  const menu: Record<string, number> = {};
  const solved = new Map<string, { account: ProfileAccount; welfare: number }>();
  let best: { account: ProfileAccount; welfare: number } | undefined;
  for (const { id } of reactions) {
    const signature = packageSignature(summit, profileLevers(summit, profile, id));
    let found = solved.get(signature);
    if (found === undefined) {
      const account = solve(summit, profile, id);
      solved.set(signature, (found = { account, welfare: responderWelfare(summit, account) }));
    }
    menu[id] = found.welfare;
    if (best === undefined || found.welfare > best.welfare + summit.assumptions.thresholdMoney) best = found;
  }
  return { account: best!.account, menu };
}
