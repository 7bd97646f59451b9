import type { CalibratedNodes, CalibratedOrigins } from "./calibration.js";
import type { BuyerBase } from "./calibrate-arcs.js";
import type { IndexSpaces } from "./index-spaces.js";
import type { Support } from "./market.js";
import type { NodeEntry } from "./node-list.js";
import { plantCurve, type PlantCurve } from "./plant-curve.js";
import { weightedMedian } from "./weighted-median.js";
import { IssueError, type Issue } from "../errors/issue.js";

/** Utilisation of the base year is held within these bounds by reading the capacity as level over the bound. */
const [leastUtilisation, mostUtilisation] = [0.02, 0.98];

export function calibrateNodes(
  entries: readonly NodeEntry[],
  spaces: IndexSpaces,
  origins: Pick<CalibratedOrigins, "price">,
  buyers: BuyerBase,
): CalibratedNodes {
  const links = nodeLinks(entries, spaces);
  const count = entries.length;
  const capacity = Float64Array.from(entries, (node) => baseCapacity(node));
  const valueAdded = Float64Array.from(entries, (_, k) =>
    baseValueAdded(links, k, origins.price, buyers.price),
  );
  const curves = baseCurves(entries, capacity, valueAdded);
  const support: Support[] = [];
  const supportUntil: number[] = [];
  entries.forEach((node, k) => {
    const perTonne = node.support + curves[k].support;
    if (perTonne === 0) return;
    support.push({
      lever: "base:support",
      node: k,
      perTonne,
      payers: [{ region: spaces.regionIndex.get(node.region)!, share: 1 }],
    });
    supportUntil.push(node.supportUntil ?? Infinity);
  });
  return {
    count,
    id: entries.map((node) => node.id),
    plant: entries.map((node) => node.plant),
    technology: entries.map((node) => node.technology),
    region: Int32Array.from(entries, (node) => spaces.regionIndex.get(node.region)!),
    capacity,
    level: Float64Array.from(entries, (node) => node.level),
    cost: Float64Array.from(curves, (curve) => curve.cost),
    gamma: Float64Array.from(curves, (curve) => curve.gamma),
    ...links,
    support,
    supportUntil,
    owners: entries.map((node) =>
      node.owners.map(({ region, share }) => ({ region: spaces.regionIndex.get(region)!, share })),
    ),
    kind: entries.map((node) => node.kind),
  };
}

type NodeLinks = Pick<
  CalibratedNodes,
  "inStart" | "inBuyer" | "inCoefficient" | "outStart" | "outOrigin" | "outCoefficient"
>;

function nodeLinks(entries: readonly NodeEntry[], spaces: IndexSpaces): NodeLinks {
  const [inStart, outStart] = [new Int32Array(entries.length + 1), new Int32Array(entries.length + 1)];
  const inputs: [buyer: number, coefficient: number][] = [];
  const outputs: [origin: number, coefficient: number][] = [];
  entries.forEach((node, k) => {
    const region = spaces.regionIndex.get(node.region)!;
    for (const [good, amount] of Object.entries(node.inputs))
      inputs.push([spaces.buyers.at(region, spaces.goodIndex.get(good)!), amount]);
    for (const [good, amount] of Object.entries(node.outputs))
      outputs.push([spaces.origins.at(region, spaces.goodIndex.get(good)!), amount]);
    inStart[k + 1] = inputs.length;
    outStart[k + 1] = outputs.length;
  });
  return {
    inStart,
    inBuyer: Int32Array.from(inputs, ([buyer]) => buyer),
    inCoefficient: Float64Array.from(inputs, ([, amount]) => amount),
    outStart,
    outOrigin: Int32Array.from(outputs, ([origin]) => origin),
    outCoefficient: Float64Array.from(outputs, ([, amount]) => amount),
  };
}

function baseCapacity(node: NodeEntry): number {
  if (node.level <= 0) return 0;
  return Math.min(Math.max(node.capacity, node.level / mostUtilisation), node.level / leastUtilisation);
}

/** Value added per tonne of level at base prices; NaN where an output has no base price. */
function baseValueAdded(
  links: NodeLinks,
  k: number,
  originPrice: Float64Array,
  usePrice: Float64Array,
): number {
  let value = 0;
  for (let i = links.outStart[k]; i < links.outStart[k + 1]; i++) {
    value += links.outCoefficient[i] * (originPrice[links.outOrigin[i]] || NaN);
  }
  for (let i = links.inStart[k]; i < links.inStart[k + 1]; i++)
    value -= links.inCoefficient[i] * usePrice[links.inBuyer[i]];
  return value;
}

function baseCurves(
  entries: readonly NodeEntry[],
  capacity: Float64Array,
  valueAdded: Float64Array,
): PlantCurve[] {
  const issues: Issue[] = [];
  const curves = entries.map((node, k): PlantCurve | undefined => {
    if (node.level <= 0) return undefined;
    const withSupport = valueAdded[k] + node.support;
    if (!(withSupport > 0) && node.cost === undefined) {
      issues.push({
        code: "BASE_VALUE_ADDED",
        path: `nodes.${node.id}`,
        found: withSupport,
        expected: "a positive value added or a cost",
      });
      return undefined;
    }
    const { supplyElasticity: elasticity, cost } = node;
    return plantCurve({ valueAdded: withSupport, utilisation: node.level / capacity[k], elasticity, cost });
  });
  const [first, ...rest] = issues;
  if (first !== undefined) throw new IssueError([first, ...rest]);
  return entries.map((node, k) => curves[k] ?? inheritedCurve(node, entries, curves));
}

/** Below this share of capacity a plant of the base year is starting up or in trouble, and no example for others. */
const exampleUtilisation = 0.5;

/**
 * A plant that does not run yet costs what its technology costs in its region, else in the middle region, else what its kind costs;
 * plants that barely run in the base year are examples only where there is no other.
 */
function inheritedCurve(
  node: NodeEntry,
  entries: readonly NodeEntry[],
  curves: readonly (PlantCurve | undefined)[],
): PlantCurve {
  const near = (matches: (other: NodeEntry) => boolean): PlantCurve | undefined => {
    const found = entries.flatMap((other, k) =>
      curves[k] !== undefined && matches(other) ? [curves[k]] : [],
    );
    if (found.length === 0) return undefined;
    const weights = found.map(() => 1);
    const cost = weightedMedian(
      found.map((curve) => curve.cost),
      weights,
    )!;
    const gamma = weightedMedian(
      found.map((curve) => curve.gamma),
      weights,
    )!;
    return { cost, gamma, support: 0 };
  };
  const runs = (other: NodeEntry) => other.level >= exampleUtilisation * other.capacity;
  const same = (other: NodeEntry) => other.technology === node.technology;
  const curve =
    near((other) => same(other) && runs(other) && other.region === node.region) ??
    near((other) => same(other) && runs(other)) ??
    near(same) ??
    near((other) => other.technology.kind === node.technology.kind) ??
    near(() => true);
  if (curve === undefined) throw new RangeError("no node runs in the base year");
  return curve;
}
