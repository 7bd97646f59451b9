import { atHazard, shapleyValue, type HazardLine } from "../games/index.js";
import type { ScenarioLever } from "../scenario/index.js";
import { volumeAccount } from "./best-restriction.js";
import type { Book } from "./book.js";
import { allHedge, type Profile } from "./profile.js";
import type { Summit } from "./prepare.js";
import { solveProfile, type ProfileAccount } from "./solve-profile.js";
import { welfareLine } from "./valuation.js";

/** Benefits of cooperation that outsiders can be kept from, with what switches each off. */
const clubs = [
  ["crisis-sharing", 0],
  ["duty-free", false],
  ["pooled-finance", 0],
] as const;

export type Club = (typeof clubs)[number][0];

/** A party's gain in one coalition: what each club good brings it, and the rest, which nobody can be kept from. kUSD. */
export interface GainSplit {
  readonly total: number;
  readonly clubs: Readonly<Partial<Record<Club, number>>>;
  readonly open: number;
}

/**
 * The gain of every party in a coalition, split into club goods (crisis sharing, duty-free access, pooled money) and what is open to all.
 * A club good's part is its Shapley value over the club goods of the package: the market is solved without each of them, the answer from
 * outside being the one played. At the hazard assumed.
 */
export function clubGoods(book: Book, profile: Profile): GainSplit[] {
  const { summit } = book;
  const used = clubs.filter(([field, off]) =>
    summit.scenario.levers.some((lever) => uses(lever, field, off)),
  );
  const { account } = book.at(profile);
  const full = (1 << used.length) - 1;
  const worth = Array.from({ length: full + 1 }, (_, kept) =>
    kept === full
      ? account
      : without(
          summit,
          profile,
          account,
          used.filter((_, k) => !(kept & (1 << k))),
        ),
  );
  const before = book.at(allHedge).account;
  return summit.parties.map((_, party) => {
    const value = (found: ProfileAccount) => at(summit, welfareLine(summit, found, party));
    const byKept = Float64Array.from(worth, value);
    const total = byKept[full] - value(before);
    const parts = shapleyValue(
      byKept.map((amount) => amount - byKept[0]),
      used.length,
    );
    return {
      total,
      clubs: Object.fromEntries(used.map(([field], k) => [field, parts[k]])),
      open: byKept[0] - value(before),
    };
  });
}

function at({ assumptions }: Summit, line: HazardLine): number {
  return atHazard(line, assumptions.hazard);
}

function uses({ kind, params }: ScenarioLever, field: Club, off: unknown): boolean {
  return kind === "cooperation" && params[field] !== undefined && params[field] !== off;
}

function without(
  summit: Summit,
  profile: Profile,
  { response, licenceVolume }: ProfileAccount,
  missing: readonly (typeof clubs)[number][],
): ProfileAccount {
  const levers = summit.scenario.levers.map((lever) => {
    const off = missing.filter(([field, value]) => uses(lever, field, value));
    return off.length === 0
      ? lever
      : { ...lever, params: { ...lever.params, ...Object.fromEntries<unknown>(off) } };
  });
  const poorer = { ...summit, scenario: { ...summit.scenario, levers } };
  return licenceVolume === undefined
    ? solveProfile(poorer, profile, response)
    : volumeAccount(poorer, profile, licenceVolume);
}
