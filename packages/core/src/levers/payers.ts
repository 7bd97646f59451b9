import { choice, optional, parties, shares } from "../fields/index.js";
import type { MarketEdit } from "../market/edit.js";
import type { Payer } from "../market/market.js";
import { useOf } from "./base-use.js";
import type { LeverContext } from "./definition.js";
import { regionsOf } from "./selectors.js";

/**
 * Who pays and by which key. `home`: the owners' regions, by ownership; `host`: where the plant stands; `use`: by base-year use
 * of the good; `equal`; `given`: by `shares`.
 */
export const payerFields = {
  "paid-by": optional(parties()),
  key: optional(choice("home", "host", "use", "equal", "given")),
  shares: optional(shares()),
};

export interface PayerParams {
  readonly "paid-by"?: readonly string[] | undefined;
  readonly key?: "home" | "host" | "use" | "equal" | "given" | undefined;
  readonly shares?: Readonly<Record<string, number>> | undefined;
}

/** What the bill is for: the node supported, if any, and the goods whose use may key it. */
export interface Bill {
  readonly node?: number;
  readonly goods: readonly string[];
}

/**
 * Splits a bill among regions; shares add up to 1. Where the key gives nobody (no owner among the payers, no use) it falls
 * back to equal shares; without `paid-by` the owners' regions (home), the plant's region (host) or all regions with use pay.
 */
export function payersOf(edit: MarketEdit, params: PayerParams, bill: Bill, context: LeverContext): Payer[] {
  const key = params.key ?? (params.shares ? "given" : bill.node === undefined ? "use" : "host");
  const allowed = params["paid-by"] ? regionsOf(params["paid-by"], context) : undefined;
  const weights = new Map<string, number>();
  const add = (region: string, weight: number): void => {
    if (weight > 0 && (!allowed || allowed.includes(region)))
      weights.set(region, (weights.get(region) ?? 0) + weight);
  };
  if (key === "home" && bill.node !== undefined)
    for (const { region, share } of edit.owners(bill.node)) add(region, share);
  if (key === "host" && bill.node !== undefined)
    add(edit.market.regions[edit.market.nodes.region[bill.node]], 1);
  if (key === "use")
    for (const region of allowed ?? context.world.regions)
      for (const good of bill.goods) add(region, useOf(edit, [region], good));
  if (key === "given")
    for (const [id, share] of Object.entries(params.shares ?? {})) spread(add, id, share, context);
  if (weights.size === 0) for (const region of allowed ?? context.world.regions) add(region, 1);
  return normalised(edit, weights);
}

/** The same split for several bills: asked once where the key does not look at the plant. */
export function payersOfMany(
  edit: MarketEdit,
  params: PayerParams,
  goods: readonly string[],
  context: LeverContext,
): (node: number) => Payer[] {
  const byPlant = params.key === "home" || params.key === "host" || (!params.key && !params.shares);
  if (byPlant) return (node) => payersOf(edit, params, { node, goods }, context);
  let payers: Payer[] | undefined;
  return (node) => (payers ??= payersOf(edit, params, { node, goods }, context));
}

/** A seat's share goes to the regions whose accounts it holds. */
function spread(
  add: (region: string, weight: number) => void,
  id: string,
  share: number,
  { world }: LeverContext,
): void {
  const regions = Object.hasOwn(world.seats, id) ? world.seats[id] : [id];
  for (const region of regions) add(region, share / regions.length);
}

function normalised(edit: MarketEdit, weights: ReadonlyMap<string, number>): Payer[] {
  let total = 0;
  for (const weight of weights.values()) total += weight;
  return [...weights].flatMap(([id, weight]) => {
    const region = edit.regionIndex(id);
    return region === undefined ? [] : [{ region, share: weight / total }];
  });
}
