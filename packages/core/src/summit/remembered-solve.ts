import { hazardOff } from "./expected-loss.js";
import type { Summit } from "./prepare.js";
import { profileKey, type Profile } from "./profile.js";
import { profileLevers } from "./profile-levers.js";
import { packageSignature } from "./signature.js";
import { solveProfile, type ProfileAccount } from "./solve-profile.js";

/** Solves a profile under one answer. */
export type Solve = (summit: Summit, profile: Profile, response: string) => ProfileAccount;

/**
 * Solves each policy once, for summits of one package that differ in rule, seats that decide or accounting assumptions (hazard, share
 * spared, weight, discount rate, thresholds): those value what is solved and are not part of it. A summit with another share of leaks
 * or another year of valuation needs a memory of its own.
 */
export function rememberedSolve(solve: Solve = solveProfile): Solve {
  const byPolicy = new Map<string, ProfileAccount>();
  const byProfile = new Map<string, ProfileAccount>();
  return (summit, profile, response) => {
    const { players, minimum, answering } = summit;
    const squeeze = String(hazardOff(summit, answering.from));
    const name = [squeeze, response, minimum, profileKey(profile), ...players].join();
    let found = byProfile.get(name);
    if (found !== undefined) return found;
    const policy = squeeze + packageSignature(summit, profileLevers(summit, profile, response));
    found = byPolicy.get(policy);
    if (found === undefined) byPolicy.set(policy, (found = solve(summit, profile, response)));
    else found = { ...found, profile, response };
    byProfile.set(name, found);
    return found;
  };
}
