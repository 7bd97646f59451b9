import type { ReactionSettings } from "./reaction.js";

/**
 * Sizes of the answers from assumptions named `reaction.*` (shares, and MUSD/y for what a dealer concedes).
 *
 * @param goods patterns of the goods squeezed, and of those fought over in a price war.
 */
export function reactionSettings(
  assumptions: readonly { readonly id: string; readonly value: number }[],
  goods: Pick<ReactionSettings, "squeezed" | "fought">,
): ReactionSettings {
  const value = (name: string): number => {
    const row = assumptions.find(({ id }) => id === `reaction.${name}`);
    if (!row) throw new RangeError(`no assumption reaction.${name}`);
    return row.value;
  };
  return {
    ...goods,
    licenceVolume: value("licence-volume"),
    priceCut: value("price-cut"),
    outsideGrowth: value("outside-growth"),
    sparedShare: value("spared-share"),
    concession: 1000 * value("concession"),
  };
}
