import { bestReply } from "./best-reply.js";
import { BEST_RESTRICTION, bestRestrictionAccount } from "./best-restriction.js";
import type { Summit } from "./prepare.js";
import { profileKey, type Profile } from "./profile.js";
import { profileLevers } from "./profile-levers.js";
import type { Solve } from "./solved-profiles.js";
import { packageSignature } from "./signature.js";
import { solveProfile, type ProfileAccount } from "./solve-profile.js";

/** A profile's account under the rule of the summit, and the menu's worth where the rule is the credible one. */
export interface Entry {
  readonly account: ProfileAccount;
  readonly menu?: Readonly<Record<string, number>>;
}

/** Solves profiles, in any order and on any number of machines; entries come back in the order asked. */
export type Executor = (
  summit: Summit,
  profiles: readonly Profile[],
  done: (count: number) => void,
) => Promise<readonly Entry[]>;

/** Rules that answer beside their own name, by rule: profiles are the same policy if all of these are the same. */
const repliesOf: Readonly<Record<string, readonly string[] | undefined>> = {
  credible: ["courtship", "first-mover-squeeze", "matching-export-tax"],
  [BEST_RESTRICTION]: ["licence-squeeze"],
};

/** One profile under the rule of the summit. */
export function enter(summit: Summit, profile: Profile, solve: Solve = solveProfile): Entry {
  if (summit.response === "credible") return bestReply(summit, profile, solve);
  if (summit.response === BEST_RESTRICTION)
    return { account: bestRestrictionAccount(summit, profile, solve) };
  return { account: solve(summit, profile, summit.response) };
}

/** One after another, here and now. */
export const inline: Executor = (summit, profiles, done) =>
  Promise.resolve(
    profiles.map((profile, i) => {
      const entry = enter(summit, profile);
      done(i + 1);
      return entry;
    }),
  );

/** Thrown by `Book.at` where a profile has not been solved yet. */
export class Missing extends Error {
  constructor(readonly profile: Profile) {
    super("profile not solved");
  }
}

/** Entries by profile; profiles that are the same policy share one. */
export class Book {
  readonly #entries = new Map<string, Entry>();
  readonly #signatures = new Map<number, string>();

  constructor(
    readonly summit: Summit,
    private readonly execute: Executor,
  ) {}

  /** @throws Missing where it has not been filled in. */
  at(profile: Profile): Entry {
    const entry = this.#entries.get(this.signature(profile));
    if (entry === undefined) throw new Missing(profile);
    return entry;
  }

  /** Profiles that are not the same policy as one before them. */
  distinct(profiles: readonly Profile[]): Profile[] {
    const seen = new Set<string>();
    return profiles.filter((profile) => {
      const signature = this.signature(profile);
      return !seen.has(signature) && seen.add(signature);
    });
  }

  async fill(
    profiles: readonly Profile[],
    done: (count: number, total: number) => void = () => {},
  ): Promise<void> {
    const open = this.distinct(profiles).filter((profile) => !this.#entries.has(this.signature(profile)));
    if (open.length === 0) return;
    const entries = await this.execute(this.summit, open, (count) => {
      done(count, open.length);
    });
    open.forEach((profile, i) => this.#entries.set(this.signature(profile), entries[i]));
  }

  /** The same, here and at once. */
  fillNow(profiles: readonly Profile[]): void {
    for (const profile of profiles) {
      const signature = this.signature(profile);
      if (!this.#entries.has(signature)) this.#entries.set(signature, enter(this.summit, profile));
    }
  }

  private signature(profile: Profile): string {
    const key = profileKey(profile);
    let found = this.#signatures.get(key);
    if (found === undefined) this.#signatures.set(key, (found = this.sign(profile)));
    return found;
  }

  private sign(profile: Profile): string {
    const { summit } = this;
    const rules = repliesOf[summit.response] ?? [summit.response];
    return rules.map((rule) => packageSignature(summit, profileLevers(summit, profile, rule))).join("\n");
  }
}
