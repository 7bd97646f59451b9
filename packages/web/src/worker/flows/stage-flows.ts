import type { Chain } from "@didym/core/chain";
import type { RunResult } from "@didym/core/results";
import { regionGroups } from "./region-groups.js";
import { yearRow } from "./year-row.js";

/** Tonnes of elements a year from one stage of one group of regions to the next stage of another. */
export interface StageFlow {
  /** `concentrate`, `oxide`, `metal`, `magnet` or `recycling`. */
  readonly from: string;
  readonly fromGroup: string;
  /** A later stage, or `use`. */
  readonly to: string;
  readonly toGroup: string;
  readonly tonnes: number;
}

/**
 * From ore to use in one year, t of the elements, by groups of regions. What goes to processes is told from what goes to final use by
 * the buyer's own split; recycled supply, and scrap that makers give back as oxide, are a source of its own.
 */
export function stageFlows(
  result: RunResult,
  year: number,
  elements: readonly string[],
  region: string,
): StageFlow[] {
  const step = yearRow(result, year);
  if (step === undefined) return [];
  const { chain } = result.frame.calibration;
  const { market, equilibrium } = step;
  const { arcs, origins, buyers, nodes } = market;
  const groups = regionGroups(result, region);
  const group = (index: number) => groups.ids[groups.of[index] ?? 3] ?? "others";
  const content = chain.goods.map((good) =>
    elements.reduce((sum, element) => sum + (good.elements[element] ?? 0), 0),
  );
  const stage = chain.goods.map((good) => good.stage);
  const toStage = processShares(result, step);
  const sums = new Map<string, number>();
  const add = (from: string, fromGroup: string, to: string, toGroup: string, tonnes: number): void => {
    if (tonnes <= 0) return;
    const key = [from, fromGroup, to, toGroup].join("|");
    sums.set(key, (sums.get(key) ?? 0) + tonnes);
  };
  for (let a = 0; a < arcs.count; a++) {
    const [o, b] = [arcs.origin[a] ?? 0, arcs.buyer[a] ?? 0];
    const good = buyers.good[b] ?? 0;
    const tonnes = (equilibrium.flow[a] ?? 0) * (content[good] ?? 0);
    const places = [group(origins.region[o] ?? 0), group(buyers.region[b] ?? 0)] as const;
    for (const [to, share] of toStage[b] ?? [])
      add(stage[good] ?? "", places[0], to === stage[good] ? "use" : to, places[1], tonnes * share);
  }
  for (let o = 0; o < origins.count; o++) {
    const good = origins.good[o] ?? 0;
    const place = group(origins.region[o] ?? 0);
    add("recycling", place, stage[good] ?? "", place, (origins.given[o] ?? 0) * (content[good] ?? 0));
  }
  for (let k = 0; k < nodes.count; k++) {
    const makes = stageMade(k, step, chain);
    const place = group(nodes.region[k] ?? 0);
    for (let i = nodes.outStart[k] ?? 0; i < (nodes.outStart[k + 1] ?? 0); i++) {
      const good = origins.good[nodes.outOrigin[i] ?? 0] ?? 0;
      const scrap = stage[good] !== makes && stage[good] !== "concentrate";
      const made = (nodes.outCoefficient[i] ?? 0) * (equilibrium.level[k] ?? 0) * (content[good] ?? 0);
      if (scrap) add("recycling", place, stage[good] ?? "", place, made);
    }
  }
  return [...sums].map(([key, tonnes]) => {
    const [from = "", fromGroup = "", to = "", toGroup = ""] = key.split("|");
    return { from, fromGroup, to, toGroup, tonnes };
  });
}

const order = ["concentrate", "oxide", "metal", "magnet"] as const;

/** The furthest stage among a node's outputs: separation also leaves a concentrate of the heavy elements. */
function stageMade(
  k: number,
  { market: { nodes, origins } }: RunResult["steps"][number],
  chain: Chain,
): string {
  let furthest = 0;
  for (let i = nodes.outStart[k] ?? 0; i < (nodes.outStart[k + 1] ?? 0); i++) {
    const good = chain.goods[origins.good[nodes.outOrigin[i] ?? 0] ?? 0];
    if (good !== undefined) furthest = Math.max(furthest, order.indexOf(good.stage));
  }
  return order[furthest] ?? "";
}

/** Of what each buyer buys: the share taken by processes of each stage, the rest being final use. */
function processShares(result: RunResult, step: RunResult["steps"][number]): [string, number][][] {
  const { chain } = result.frame.calibration;
  const { buyers, nodes, arcs } = step.market;
  const taken: Record<string, number>[] = Array.from({ length: buyers.count }, () => ({}));
  for (let k = 0; k < nodes.count; k++) {
    const makes = stageMade(k, step, chain);
    for (let i = nodes.inStart[k] ?? 0; i < (nodes.inStart[k + 1] ?? 0); i++) {
      const of = taken[nodes.inBuyer[i] ?? 0];
      if (of !== undefined)
        of[makes] = (of[makes] ?? 0) + (nodes.inCoefficient[i] ?? 0) * (step.equilibrium.level[k] ?? 0);
    }
  }
  return taken.map((byStage, b) => {
    let bought = 0;
    for (let a = arcs.start[b] ?? 0; a < (arcs.start[b + 1] ?? 0); a++)
      bought += step.equilibrium.flow[a] ?? 0;
    if (bought <= 0) return [];
    const shares = Object.entries(byStage).map(([to, used]): [string, number] => [
      to,
      Math.min(1, used / bought),
    ]);
    const rest = 1 - shares.reduce((sum, [, share]) => sum + share, 0);
    return rest > 1e-9 ? [...shares, ["use", rest]] : shares;
  });
}
