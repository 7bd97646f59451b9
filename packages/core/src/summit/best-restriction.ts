import { bestVolume } from "../reactions/index.js";
import type { Summit } from "./prepare.js";
import type { Profile } from "./profile.js";
import type { Solve } from "./solved-profiles.js";
import { solveProfile, type ProfileAccount } from "./solve-profile.js";
import { responderWelfare } from "./valuation.js";

/** The rule that searches: licences of the volume that is best for who answers, profile by profile. It is no item of the credible menu. */
export const BEST_RESTRICTION = "best-restriction";

/**
 * A profile under the licence volume that is best for who answers; about fifteen solves, one where nobody has committed. Volumes without an
 * answer are out of the question.
 *
 * @throws IssueError where no volume has an answer.
 */
export function bestRestrictionAccount(
  summit: Summit,
  profile: Profile,
  solve: Solve = solveProfile,
): ProfileAccount {
  if (profile.commit === 0) return volumeAccount(summit, profile, 1, solve);
  const solved = new Map<number, ProfileAccount>();
  const worth = (volume: number): number => {
    const account = volumeAccount(summit, profile, volume, solve);
    solved.set(volume, account);
    return responderWelfare(summit, account);
  };
  return solved.get(bestVolume(worth).volume)!;
}

/** A profile under licences of a volume, share of the base year's; 1 is none. */
export function volumeAccount(
  summit: Summit,
  profile: Profile,
  licenceVolume: number,
  solve: Solve = solveProfile,
): ProfileAccount {
  const settings = { ...summit.settings, licenceVolume };
  const rule = licenceVolume === 1 ? "none" : "licence-squeeze";
  return { ...solve({ ...summit, settings }, profile, rule), response: BEST_RESTRICTION, licenceVolume };
}
