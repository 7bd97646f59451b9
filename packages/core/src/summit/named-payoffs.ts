import { atHazard, type HazardLine } from "../games/index.js";
import type { Payoffs } from "./payoffs.js";
import { profileName, type Profile } from "./profile.js";
import type { Summit } from "./prepare.js";
import type { SummitAnswer } from "./summit-answer.js";

export const toMillions = (thousands: number): number => thousands / 1000;

export function lineInMillions({ constant, slope }: HazardLine): HazardLine {
  return { constant: toMillions(constant), slope: toMillions(slope) };
}

/** Payoffs, lines and items of the profiles given, by name and party, MUSD. */
export function namedPayoffs(
  { parties, players, items, assumptions }: Summit,
  payoffs: Payoffs,
  profiles: readonly Profile[],
): Pick<SummitAnswer, "payoffs" | "lines" | "items"> {
  const by = <T>(value: (profile: Profile, party: number) => T): Record<string, Record<string, T>> =>
    Object.fromEntries(
      profiles.map((profile) => [
        profileName(profile, players),
        Object.fromEntries(parties.map(({ id }, party) => [id, value(profile, party)])),
      ]),
    );
  return {
    payoffs: by((profile, party) => toMillions(atHazard(payoffs.line(profile, party), assumptions.hazard))),
    lines: by((profile, party) => lineInMillions(payoffs.line(profile, party))),
    items: by((profile, party) => {
      const values = payoffs.items(profile, party);
      return Object.fromEntries(items.ids.map((id, k) => [id, toMillions(values[k])]));
    }),
  };
}
