import { headlineGoods, ref } from "./references.js";

/** Goods whose prices have stored bands. */
export const bandGoods = [
  ...headlineGoods,
  "magnet.NdFeB-standard",
  "magnet.NdFeB-high-temperature",
] as const;

/** Figures of a region that have stored bands: what the headline and the pictures show of it. */
export function bandReferences(region: string, goods: readonly string[]): string[] {
  return [
    ...goods.map((good) => ref.price(good, region)),
    ref.exposure("oxide", region, "direct"),
    ref.exposure("oxide", region, "embodied"),
    ref.unmet(region),
    ref.money("fiscal-cost", region),
  ];
}
