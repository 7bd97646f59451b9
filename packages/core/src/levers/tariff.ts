import { goods, optional, parties } from "../fields/index.js";
import { border, rate, specific } from "./common-fields.js";
import { defineLever } from "./definition.js";
import { borderArcs, bordersOf, combinations, goodsOf, leftOut } from "./selectors.js";
import type { LeverScope } from "./definition.js";

interface Sides {
  readonly importers: readonly string[];
  readonly exporters: readonly string[];
  readonly exempt?: readonly string[] | undefined;
}

/** c = cif + τ·V + τˢ on every route from an exporter to an importer; V is fob or cif by the importer's customs law. */
export const tariff = defineLever({
  kind: "tariff",
  fields: {
    importers: border(),
    exporters: parties(),
    goods: goods(),
    rate: rate(),
    specific: specific(),
    exempt: optional(parties()),
  },
  targets: (params, context) =>
    combinations(
      bordersOf(params.importers, context),
      taxedExporters(params, context),
      goodsOf(params.goods, context),
    ),
  compile(params, context) {
    const taxed = goodsOf(params.goods, context);
    const from = taxedExporters(params, context);
    const to = bordersOf(params.importers, context);
    return {
      warnings: leftOut(params.importers, context),
      market(edit) {
        edit.duty(context.id, borderArcs(edit, context, taxed, from, to), params.rate, params.specific);
      },
    };
  },
});

function taxedExporters({ exporters, exempt }: Sides, context: LeverScope): string[] {
  const spared = exempt ? bordersOf(exempt, context) : [];
  return bordersOf(exporters, context).filter((region) => !spared.includes(region));
}
