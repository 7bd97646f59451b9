import { choice, defaulting, goods, volume, type OfBase } from "../fields/index.js";
import type { MarketEdit } from "../market/edit.js";
import { covered } from "./common-fields.js";
import { coveredNodes, outputsOf, type CoveredNode } from "./covered-nodes.js";
import { defineLever } from "./definition.js";
import { combinations, goodsOf, partiesOf } from "./selectors.js";

/** 0 ≤ λ ⟂ volume − Σ output ≥ 0 over the region's nodes; λ stays with the region. A class of concentrates is a list of goods. */
export const outputQuota = defineLever({
  kind: "output-quota",
  fields: {
    region: covered(),
    goods: goods(),
    volume: volume(),
    basis: defaulting(choice("each", "pooled"), "each"),
  },
  targets: (params, context) => combinations(params.region, goodsOf(params.goods, context)),
  compile(params, context) {
    const limited = goodsOf(params.goods, context);
    const parties = partiesOf(params.region, context);
    const pools = params.basis === "each" ? limited.map((good) => [good]) : [limited];
    return {
      market(edit) {
        for (const pool of pools) {
          const nodes = coveredNodes(edit, parties, pool);
          const coefficient = Float64Array.from(nodes, ({ node }) => madeOf(edit, node, pool));
          edit.control({
            id: `${context.id}:${pool.length === 1 ? pool[0] : "pooled"}`,
            lever: context.id,
            limit: limitOf(edit, params.volume, nodes, coefficient),
            cap: Infinity,
            on: "node",
            members: Int32Array.from(nodes, ({ node }) => node),
            coefficient,
            rentTo: "exporter",
            neutral: false,
          });
        }
      },
    };
  },
});

/** t of the goods per t of the node's level. */
function madeOf(edit: MarketEdit, node: number, goods: readonly string[]): number {
  let made = 0;
  for (const { coefficient } of outputsOf(edit, node, goods)) made += coefficient;
  return made;
}

function limitOf(
  edit: MarketEdit,
  volume: number | OfBase,
  nodes: readonly CoveredNode[],
  coefficient: Float64Array,
): number {
  if (typeof volume === "number") return volume;
  let made = 0;
  nodes.forEach(({ node }, k) => (made += coefficient[k] * edit.baseLevel(node)));
  return volume.share * made;
}
