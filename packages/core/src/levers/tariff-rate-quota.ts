import type { Issue } from "../errors/issue.js";
import { choice, defaulting, goods, parties, quantity, volume } from "../fields/index.js";
import type { MarketEdit } from "../market/edit.js";
import { border } from "./common-fields.js";
import { defineLever } from "./definition.js";
import { volumeOf } from "./export-volume.js";
import { borderArcs, bordersOf, combinations, goodsOf, leftOut } from "./selectors.js";

const duty = () => quantity({ dimension: "share", unit: "%", min: 0, max: 10_000 });

/**
 * Tariff-rate quota: up to the volume the lower rate, beyond it the higher, as one route with a rent 0 ≤ λ ≤ c_over − c_in. The cap is
 * (τ_over − τ_in) times the base-year value of the route (exporter's price plus freight).
 */
export const tariffRateQuota = defineLever({
  kind: "tariff-rate-quota",
  fields: {
    importers: border(),
    exporters: parties(),
    goods: goods(),
    volume: volume(),
    "in-quota": defaulting(duty(), 0),
    "over-quota": duty(),
    rent: defaulting(choice("importer", "exporter"), "importer"),
  },
  targets: (params, context) =>
    combinations(
      bordersOf(params.importers, context),
      bordersOf(params.exporters, context),
      goodsOf(params.goods, context),
    ),
  check: (params): Issue[] =>
    params["over-quota"] < params["in-quota"]
      ? [{ code: "OUT_OF_RANGE", path: "over-quota", expected: "at least in-quota" }]
      : [],
  compile(params, context) {
    const importers = bordersOf(params.importers, context);
    const exporters = bordersOf(params.exporters, context);
    const limited = goodsOf(params.goods, context);
    return {
      warnings: leftOut(params.importers, context),
      market(edit) {
        for (const good of limited) {
          const members = borderArcs(edit, context, [good], exporters, importers);
          edit.duty(context.id, members, params["in-quota"], 0);
          const gap = params["over-quota"] - params["in-quota"];
          if (gap === 0) continue;
          edit.control({
            id: `${context.id}:${good}`,
            lever: context.id,
            limit: volumeOf(edit, params.volume, members),
            cap: gap * baseValue(edit, members),
            on: "arc",
            members,
            coefficient: new Float64Array(members.length).fill(1),
            rentTo: params.rent,
            neutral: false,
          });
        }
      },
    };
  },
});

/** Mean base-year value of the routes by flow, kUSD/t. */
function baseValue(edit: MarketEdit, arcs: Int32Array): number {
  const { origin, freight } = edit.market.arcs;
  let value = 0;
  let flow = 0;
  for (const arc of arcs) {
    const weight = edit.baseFlow(arc);
    value += weight * (edit.basePrice(origin[arc]) + freight[arc]);
    flow += weight;
  }
  return flow > 0 ? value / flow : 0;
}
