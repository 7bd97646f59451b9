import { nearestName } from "../errors/nearest-name.js";
import { IssueError } from "../errors/issue.js";
import { courtship } from "./courtship.js";
import { firstMoverSqueeze, licenceSqueeze } from "./licence-squeeze.js";
import { matchingExportTax } from "./matching-export-tax.js";
import { priceWar } from "./price-war.js";
import type { Reaction } from "./reaction.js";

export type { LeverEntry, Reaction, ReactionSettings, Situation } from "./reaction.js";

export { reactionSettings } from "./settings.js";
export { standingOf } from "./standing.js";
export { bestLicence, bestVolume, type BestLicence, type BestVolume } from "./best-licence.js";
export { bestRestriction, type BestRestriction, type RestrictionSearch } from "./best-restriction.js";

const none: Reaction = { id: "none", answer: () => [] };

/** The menu of answers, from none on. */
export const reactions: readonly Reaction[] = [
  none,
  licenceSqueeze,
  firstMoverSqueeze,
  priceWar,
  matchingExportTax,
  courtship,
];

/**
 * @param others names that are no rule of the menu but may be asked for where this is called.
 * @throws IssueError `UNKNOWN_RESPONSE` with all names and the nearest.
 */
export function reactionOf(id: string, others: readonly string[] = []): Reaction {
  const found = reactions.find((reaction) => reaction.id === id);
  if (found) return found;
  const expected = [...reactions.map((reaction) => reaction.id), ...others];
  const nearest = nearestName(id, expected);
  throw new IssueError([{ code: "UNKNOWN_RESPONSE", found: id, expected, ...(nearest && { nearest }) }]);
}
