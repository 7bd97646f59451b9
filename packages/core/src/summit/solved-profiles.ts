import { hazardOff } from "./expected-loss.js";
import type { Summit } from "./prepare.js";
import { profileKey, type Profile } from "./profile.js";
import { profileLevers } from "./profile-levers.js";
import { packageSignature } from "./signature.js";
import { solveProfile, type ProfileAccount } from "./solve-profile.js";

/** Solves a profile under one answer. */
export type Solve = (summit: Summit, profile: Profile, response: string) => ProfileAccount;

/** Accounts that are solved once. */
export interface SolvedProfiles {
  readonly solve: Solve;
  readonly has: (summit: Summit, profile: Profile, response: string) => boolean;
  /** Takes in an account that was solved elsewhere. */
  readonly keep: (summit: Summit, profile: Profile, response: string, account: ProfileAccount) => void;
}

/**
 * Solves each policy once, for summits of one package that differ in rule, seats that decide or accounting assumptions (hazard, share
 * spared, weight, discount rate, thresholds): those value what is solved and are not part of it. A summit with another share of leaks
 * or another year of valuation needs a memory of its own.
 */
export function solvedProfiles(solve: Solve = solveProfile): SolvedProfiles {
  const byPolicy = new Map<string, ProfileAccount>();
  const byProfile = new Map<string, ProfileAccount>();
  const squeeze = (summit: Summit) => String(hazardOff(summit, summit.answering.from));
  const nameOf = (summit: Summit, profile: Profile, response: string) =>
    [
      squeeze(summit),
      response,
      summit.settings.licenceVolume,
      summit.minimum,
      summit.penalty,
      profileKey(profile),
      ...summit.players,
    ].join();
  const policyOf = (summit: Summit, profile: Profile, response: string) =>
    squeeze(summit) + packageSignature(summit, profileLevers(summit, profile, response));
  const find = (summit: Summit, profile: Profile, response: string): ProfileAccount | undefined => {
    const name = nameOf(summit, profile, response);
    const known = byProfile.get(name);
    if (known !== undefined) return known;
    const same = byPolicy.get(policyOf(summit, profile, response));
    if (same === undefined) return undefined;
    const found = { ...same, profile, response };
    byProfile.set(name, found);
    return found;
  };
  const keep: SolvedProfiles["keep"] = (summit, profile, response, account) => {
    byPolicy.set(policyOf(summit, profile, response), account);
  };
  return {
    has: (...asked) => find(...asked) !== undefined,
    keep,
    solve: (summit, profile, response) => {
      const known = find(summit, profile, response);
      if (known !== undefined) return known;
      keep(summit, profile, response, solve(summit, profile, response));
      return find(summit, profile, response)!;
    },
  };
}
