import type { assumptionIds } from "@didym/core/summit";
import type { AssumptionFacts } from "../../worker/describe.js";
import type { Assumed } from "./worker/summit-question.js";

export type AssumedName = keyof Assumed;

const ids = {
  hazard: "summit.hazard",
  spared: "reaction.spared-share",
  unionWeight: "summit.union-weight",
  rate: "horizon.discount-rate",
  place: "summit.profit-at-place",
} as const satisfies Pick<typeof assumptionIds, AssumedName>;

/** What the reader may set, with the range of the data: what is valued, not what is solved. */
export function assumedRanges(
  assumptions: readonly AssumptionFacts[],
): readonly (AssumptionFacts & { readonly name: AssumedName })[] {
  return (Object.keys(ids) as AssumedName[]).flatMap((name) => {
    const found = assumptions.find(({ id }) => id === ids[name]);
    return found === undefined ? [] : [{ name, ...found }];
  });
}
