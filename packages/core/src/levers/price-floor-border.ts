import type { Issue } from "../errors/issue.js";
import type { MarketEdit } from "../market/edit.js";
import type { Effect, LeverContext } from "./definition.js";
import { equivalentRegions } from "./equivalent-regions.js";
import type { PriceFloorParams } from "./price-floor.js";
import { borderArcs, bordersOf, goodsOf, leftOut } from "./selectors.js";

/**
 * Border-adjusted floor: the landed price is lifted to the reference, gap = max(0, reference − (cif + τV + λ_M)); the levy is
 * (1 − ρ)·gap and exporters keep ρ·gap. Equivalent partners are not levied.
 */
export function compileBorderFloor(params: PriceFloorParams, context: LeverContext): Effect {
  const goods = goodsOf(params.good, context);
  const stated = params.importers ?? ["members"];
  const importers = bordersOf(stated, context);
  const exporters = bordersOf(params.exporters ?? ["non-members"], context);
  return {
    warnings: [...uncovered(context, goods), ...leftOut(stated, context)],
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

/** A warning where goods made of a covered good are not covered: trade may move around the floor to them. */
function uncovered({ chain, id }: LeverContext, goods: readonly string[]): Issue[] {
  const made = chain.technologies
    .filter((technology) => goods.some((good) => (technology.inputs[good] ?? 0) > 0))
    .flatMap((technology) => Object.keys(technology.outputs))
    .filter((good) => !goods.includes(good));
  if (made.length === 0) return [];
  return [{ code: "DOWNSTREAM_UNCOVERED", path: id, found: goods, expected: [...new Set(made)] }];
}
