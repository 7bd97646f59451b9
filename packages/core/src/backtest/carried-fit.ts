import type { Baseline } from "../baseline/baseline.js";
import type { Chain } from "../chain/chain.js";
import type { Fit } from "./oxides-2009.js";

/**
 * The parameters of every end use at the elasticity and the choke that were fitted elsewhere: the choke is a multiple of the base price of
 * what the use buys, so that value added per tonne is that price times the multiple less one. A long-run elasticity below the fitted one is
 * raised to it, as in the fit.
 */
export function carriedFit(
  { elasticity, choke }: Fit,
  chain: Chain,
  baseline: Baseline,
): Record<string, number> {
  const price = basePrices(baseline);
  return Object.fromEntries(
    chain.endUses.flatMap(({ id, elasticityLong }) => {
      const paid = pricePaid(id, baseline, price);
      return paid === undefined
        ? []
        : [
            [`demand.${id}.elasticity-short`, elasticity],
            [`demand.value-added.${id}`, (choke - 1) * paid],
            ...(elasticityLong < elasticity ? [[`demand.${id}.elasticity-long`, elasticity] as const] : []),
          ];
    }),
  );
}

/** Mean price at the gate of each good, by what is shipped from there, kUSD/t. */
function basePrices({ origins, flows }: Baseline): ReadonlyMap<string, number> {
  const gate = new Map(origins.map(({ region, good, price }) => [`${region} ${good}`, price]));
  const sums = new Map<string, { value: number; tonnes: number }>();
  for (const { good, from, quantity } of flows) {
    const price = gate.get(`${from} ${good}`);
    if (price === undefined) continue;
    const sum = sums.get(good) ?? { value: 0, tonnes: 0 };
    sums.set(good, { value: sum.value + price * quantity, tonnes: sum.tonnes + quantity });
  }
  return new Map([...sums].map(([good, { value, tonnes }]) => [good, value / tonnes]));
}

/** What an end use pays for a tonne of its goods, over all regions; undefined where it uses nothing. */
function pricePaid(
  endUse: string,
  { uses }: Baseline,
  price: ReadonlyMap<string, number>,
): number | undefined {
  let [value, tonnes] = [0, 0];
  for (const use of uses.filter((one) => one.endUse === endUse))
    for (const [good, quantity] of Object.entries(use.goods)) {
      value += quantity * (price.get(good) ?? 0);
      tonnes += quantity;
    }
  return tonnes > 0 ? value / tonnes : undefined;
}
