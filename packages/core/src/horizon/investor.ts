import type { Project } from "../baseline/baseline.js";
import type { Calibration } from "../market/calibration.js";
import { producerSurplus } from "../accounts/plant-account.js";
import { annuity } from "./annuity.js";
import { growthOf, type DemandOutlook } from "./demand-outlook.js";
import { calibrateGoAhead, type GoAhead } from "./go-ahead.js";
import type { HorizonParameters } from "./parameters.js";

/** One who may build: a named project, or the generic new build of a technology in a region. */
export interface Investor {
  readonly node: number;
  readonly region: number;
  readonly kind: number;
  readonly stage: string;
  readonly project?: Project;
  /** First year in which it may start, and years from start to service. */
  readonly eligible: number;
  readonly leadTime: number;
  /** Earliest year of service as announced. */
  readonly earliest: number;
  /** kUSD per t/y, life in years, cost of capital 1/y. */
  readonly capitalCost: number;
  readonly life: number;
  readonly costOfCapital: number;
  /** Annuity of the outlay at that cost, kUSD per t/y. */
  readonly charge: number;
  /** Main good, whose expected shortage it looks at, and value of its output at base prices, kUSD per t of level. */
  readonly good: number;
  readonly value: number;
  /** Margin at base prices, kUSD/t. */
  readonly baseMargin: number;
  /** Profit that must be passed, over the annuity: unexplained cost (> 0) or motives outside the market (< 0), kUSD per t/y. */
  readonly hurdle: number;
  readonly goAhead: GoAhead;
}

/** Origin prices as a supplier sees them and use prices in the base year, kUSD/t. */
export interface BasePrices {
  readonly price: Float64Array;
  readonly usePrice: Float64Array;
}

/** Expected profit per t/y of a plant with this cost curve at a margin, kUSD: PS/K. */
export function profitPerCapacity(cost: number, gamma: number, margin: number): number {
  return producerSurplus({ capacity: 1, cost, gamma, ramp: 1 }, margin);
}

/**
 * Everyone who may build, calibrated so that base prices and flat demand build nothing, and the base outlook builds each named project to
 * its completion share. The hurdle is the profit of the base year (at these prices nobody builds more), at least the annuity; a named
 * project may have motives outside the market worth `hiddenMotive` of its annuity, so that one far under water is never built. Where
 * money is committed the outlay is sunk: such a project decides in the base year and asks only that prices beat today's.
 */
export function investors(
  calibration: Calibration,
  parameters: HorizonParameters,
  outlook: DemandOutlook,
  kinds: readonly string[],
  base: BasePrices,
): Investor[] {
  const { nodes, baseline, chain } = calibration;
  const projects = new Map(baseline.projects.map((project) => [project.id, project]));
  const list: Investor[] = [];
  for (let k = 0; k < nodes.count; k++) {
    if (nodes.kind[k] === "base") continue;
    const project = nodes.kind[k] === "project" ? projects.get(nodes.id[k]) : undefined;
    const technology = nodes.technology[k];
    const { good, value, margin } = baseProspect(calibration, k, base);
    const factor = parameters.capitalCostFactor[calibration.regions[nodes.region[k]]] ?? 1;
    const capitalCost = project?.capitalCost ?? technology.capitalCost * factor;
    const costOfCapital = chain.regions[nodes.region[k]].costOfCapital;
    const charge = annuity(costOfCapital, technology.life) * capitalCost;
    const earliest = project?.year ?? 0;
    const profit = (premium: number) => profitPerCapacity(nodes.cost[k], nodes.gamma[k], margin + premium);
    const flat = profit(0);
    const least =
      project === undefined ? charge : project.committed ? 0 : (1 - parameters.hiddenMotive) * charge;
    const hurdle = Math.max(flat, least);
    const service = Math.max(earliest, baseline.year + 1);
    const scarcity = Math.max(0, growthOf(outlook, good, service) - 1) * parameters.scarcityPassThrough;
    const surplus = profit(scarcity * value) - hurdle;
    list.push({
      node: k,
      region: nodes.region[k],
      kind: kinds.indexOf(technology.kind),
      stage: technology.stage,
      ...(project !== undefined && { project }),
      eligible: project?.committed ? baseline.year : Math.max(baseline.year, earliest - technology.leadTime),
      leadTime: technology.leadTime,
      earliest,
      capitalCost,
      life: technology.life,
      costOfCapital,
      charge,
      good,
      value,
      baseMargin: margin,
      hurdle: hurdle - charge,
      goAhead: calibrateGoAhead(
        project?.completion ?? 0,
        project === undefined ? 0 : surplus,
        parameters.goAheadSpread * charge,
      ),
    });
  }
  return list;
}

function baseProspect(
  calibration: Calibration,
  k: number,
  { price, usePrice }: BasePrices,
): { good: number; value: number; margin: number } {
  const { nodes, origins } = calibration;
  let [good, most, value, inputs] = [-1, -Infinity, 0, 0];
  for (let i = nodes.outStart[k]; i < nodes.outStart[k + 1]; i++) {
    const worth = nodes.outCoefficient[i] * price[nodes.outOrigin[i]];
    value += worth;
    if (worth > most) [good, most] = [origins.good[nodes.outOrigin[i]], worth];
  }
  for (let i = nodes.inStart[k]; i < nodes.inStart[k + 1]; i++)
    inputs += nodes.inCoefficient[i] * usePrice[nodes.inBuyer[i]];
  return { good, value, margin: value - inputs - nodes.cost[k] };
}
