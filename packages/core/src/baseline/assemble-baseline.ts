import type { BalanceSystem } from "./balance-system.js";
import { balancedFigures } from "./balanced-figures.js";
import { closedRoutes } from "./closed-routes.js";
import type { BaseFlow, Baseline, BaseNode, BaseOrigin, BaseUse } from "./baseline.js";
import { knownRoutes } from "./known-routes.js";
import { nodeOutput, type TermWorld } from "./figure-terms.js";
import type { FoundNode } from "./found-year.js";

/** No plant counts as fuller than this: calibration needs room above the base level. */
const FULLEST = 0.98;

/** Reads the balanced quantities back into the base year's records. */
export function assembleBaseline({ world, problem }: BalanceSystem, values: Float64Array): Baseline {
  const { year } = world;
  return {
    year: year.year,
    nodes: year.nodes.map((node) => assembleNode(world, node, values)),
    origins: assembleOrigins(world, values),
    flows: assembleFlows(world, values),
    wedges: year.wedges,
    uses: assembleUses(world, values),
    projects: year.projects,
    demandIndex: year.demandIndex,
    closedRoutes: closedRoutes(world.chain, year),
    figures: balancedFigures(world, problem.found, values),
  };
}

function assembleNode(world: TermWorld, node: FoundNode, values: Float64Array): BaseNode {
  const { id, plant, region, technology, inputs, supplyElasticity, support, supportUntil, cost, owners } =
    node;
  const level = values[world.quantities.at(`level:${id}`)!];
  const capacity = Math.max(node.capacity ?? level / (node.utilisation ?? FULLEST), level / FULLEST);
  return {
    id,
    ...(plant !== undefined && { plant }),
    region,
    technology,
    capacity,
    level,
    inputs,
    outputs: balancedOutputs(world, node, level, values),
    supplyElasticity,
    support,
    ...(supportUntil !== undefined && { supportUntil }),
    ...(cost !== undefined && { cost }),
    owners,
  };
}

function balancedOutputs(
  world: TermWorld,
  node: FoundNode,
  level: number,
  values: Float64Array,
): Record<string, number> {
  if (node.outputSpread === undefined) return { ...node.outputs };
  const made = (good: string): number =>
    nodeOutput(world, node, good).reduce((sum, [i, one]) => sum + one * values[i], 0);
  return Object.fromEntries(Object.keys(node.outputs).map((good) => [good, made(good) / level]));
}

function assembleOrigins({ year, quantities }: TermWorld, values: Float64Array): BaseOrigin[] {
  const at = (key: string): number => {
    const variable = quantities.at(key);
    return variable === undefined ? 0 : values[variable];
  };
  return year.origins.map(({ region, good, price, disposalPrice }) => ({
    region,
    good,
    price,
    disposalPrice,
    disposal: at(`disposal:${region}:${good}`),
    recycled: at(`recycled:${region}:${good}`),
  }));
}

function assembleFlows(world: TermWorld, values: Float64Array): BaseFlow[] {
  const { chain, year, quantities } = world;
  const position = new Map(chain.regions.map((region, i) => [region.id, i]));
  const stage = new Map(chain.goods.map((good) => [good.id, good.stage]));
  const known = knownRoutes(world);
  return [...quantities.keys()].flatMap(([key, variable]) => {
    const [kind, good = "", from = "", to = ""] = key.split(":");
    if (kind !== "flow") return [];
    const { home, fixed, perThousand } = year.trade.freight[stage.get(good)!];
    const distance = year.trade.distance[position.get(from)!][position.get(to)!];
    const freight = from === to ? home : fixed + (perThousand * distance) / 1000;
    return [{ good, from, to, quantity: values[variable], freight, prior: !known.has(key) }];
  });
}

function assembleUses({ chain, year, quantities }: TermWorld, values: Float64Array): BaseUse[] {
  return chain.endUses.flatMap(({ id: endUse, goods }) =>
    chain.regions.flatMap(({ id: region }) => {
      const used = goods.flatMap((good) => {
        const variable = quantities.at(`use:${endUse}:${region}:${good}`);
        return variable === undefined ? [] : [[good, values[variable]] as const];
      });
      return used.length === 0
        ? []
        : [{ endUse, region, goods: Object.fromEntries(used), cover: year.cover }];
    }),
  );
}
