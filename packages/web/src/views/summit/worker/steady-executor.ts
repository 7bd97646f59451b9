import { enter, type Entry, type Executor, type Profile, type SolvedProfiles } from "@didym/core/summit";
import type { Job } from "../../../worker/protocol.js";
import { rulesOf } from "./answer-solve.js";
import { helpers, type Helper } from "./helpers.js";
import type { SummitGame } from "./summit-question.js";

/** Thrown where nobody waits for the answer any more. */
export class Cancelled extends Error {}

/**
 * Solves profiles here one after another, letting messages in between, and at the same time on the other threads there are; ends where
 * nobody waits any more. What a profile comes to does not depend on where it is solved.
 *
 * @param whole the profile of all seats that one of those who decide stands for.
 */
export function steadyExecutor(
  { solve, has, keep }: SolvedProfiles,
  game: SummitGame,
  job: Job,
  whole: (profile: Profile) => Profile = (profile) => profile,
): Executor {
  return async (summit, profiles, done) => {
    const entries: Entry[] = [];
    const rules = rulesOf(summit);
    let [next, finished, over] = [0, 0, false];
    const work = async (before: (profile: Profile) => Promise<void>): Promise<void> => {
      for (let profile = profiles[next]; profile !== undefined && !over; profile = profiles[next]) {
        if (job.cancelled) throw new Cancelled("nobody waits");
        const at = next++;
        await before(profile);
        entries[at] = enter(summit, profile, solve);
        done((finished += 1));
      }
    };
    const askedOf = (helper: Helper) =>
      work(async (profile) => {
        if (rules.every((rule) => has(summit, profile, rule))) return;
        const accounts = await helper(game, whole(profile));
        rules.forEach((rule, k) => {
          const account = accounts[k];
          if (account !== undefined) keep(summit, profile, rule, account);
        });
      });
    try {
      await Promise.all([work(() => job.breathe()), ...helpers().map(askedOf)]);
    } finally {
      over = true;
    }
    return entries;
  };
}
