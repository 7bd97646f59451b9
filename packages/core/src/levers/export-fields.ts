import { choice, defaulting, goods, parties, volume } from "../fields/index.js";
import type { Params } from "../fields/index.js";
import { border } from "./common-fields.js";
import type { LeverScope } from "./definition.js";
import type { ExportLimit } from "./export-volume.js";
import { bordersOf, combinations, goodsOf } from "./selectors.js";

/** Whose exports of what to whom. */
export const exportRoute = { exporter: border(), destinations: defaulting(parties(), "all"), goods: goods() };

/** An export route with a volume: a licence or a quota. */
export const exportVolume = {
  ...exportRoute,
  volume: volume(),
  basis: defaulting(choice("each", "pooled"), "each"),
  per: defaulting(choice("destination", "group"), "destination"),
  rent: defaulting(choice("exporter", "importer"), "exporter"),
};

export type ExportRoute = Params<typeof exportRoute>;

/** Exporters, destinations and goods of a route, once resolved. */
export function routeOf(
  params: ExportRoute,
  context: LeverScope,
): Pick<ExportLimit, "from" | "to" | "goods"> {
  const from = bordersOf(params.exporter, context);
  return { from, to: bordersOf(params.destinations, context), goods: goodsOf(params.goods, context) };
}

export function routeTargets(params: ExportRoute, context: LeverScope): string[] {
  const { from, to, goods: limited } = routeOf(params, context);
  return combinations(from, to, limited);
}

/** The limit a licence or quota states. */
export function limitOf(params: Params<typeof exportVolume>, context: LeverScope): ExportLimit {
  const { volume: stated, basis, per, rent } = params;
  return { ...routeOf(params, context), volume: stated, basis, per, rentTo: rent };
}
