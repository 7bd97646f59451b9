import type { Chain } from "../chain/chain.js";
import type { MarketEdit } from "../market/edit.js";
import type { Effect, LeverContext } from "./definition.js";
import { equivalentRegions } from "./equivalent-regions.js";
import type { PriceFloorParams } from "./price-floor.js";
import { borderArcs, bordersOf, goodsOf } from "./selectors.js";

/**
 * Border-adjusted floor: the landed price is lifted to the reference, gap = max(0, reference − (cif + τV + λ_M)); the levy is
 * (1 − ρ)·gap and exporters keep ρ·gap. Equivalent partners are not levied.
 */
export function compileBorderFloor(params: PriceFloorParams, context: LeverContext): Effect {
  const goods = goodsOf(params.good, context);
  const importers = bordersOf(params.importers, context);
  const exporters = bordersOf(params.exporters, context);
  return {
    warnings: uncoveredDownstream(context.chain, goods).map((uncovered) => ({
      code: "DOWNSTREAM_UNCOVERED",
      path: context.id,
      found: goods,
      expected: uncovered,
    })),
    market(edit, year) {
      const reference = params.money === "nominal" ? params.at / context.priceLevel(year) : params.at;
      for (const good of goods) {
        const arcs = borderArcs(edit, context, [good], leviedExporters(edit, good), importers);
        edit.borderFloor(context.id, arcs, reference, params["exporter-share"]);
      }
    },
  };

  function leviedExporters(edit: MarketEdit, good: string): readonly string[] {
    const spared = equivalentRegions(edit, good, params, importers, context);
    return exporters.filter((region) => !spared.has(region));
  }
}

/** Goods made of a covered good that are not covered: trade may move around the floor to them. */
function uncoveredDownstream(chain: Chain, goods: readonly string[]): readonly (readonly string[])[] {
  const uncovered = chain.technologies
    .filter((technology) => goods.some((good) => (technology.inputs[good] ?? 0) > 0))
    .flatMap((technology) => Object.keys(technology.outputs))
    .filter((good) => !goods.includes(good));
  return uncovered.length > 0 ? [[...new Set(uncovered)]] : [];
}
