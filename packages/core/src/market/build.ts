import { log } from "../numeric/elementary.js";
import { originSize } from "./calibrate.js";
import type { Calibration } from "./calibration.js";
import type { MarketBase } from "./market-base.js";
import type { Arcs, Market, Nodes, Support } from "./market.js";

/** What distinguishes one year's market from the base year's before any lever acts. */
export interface YearState {
  /** Capacity in service per node, t/y of level, and the share of it that its age lets run. */
  readonly capacity: Float64Array;
  readonly ramp: Float64Array;
  /** Share mothballed per node: it limits output, but buyers know the plants still. */
  readonly mothballed: Float64Array;
  /** Know-how: output per tonne of level and cost per tonne, relative to the base year, per node. */
  readonly outputFactor: Float64Array;
  readonly costFactor: Float64Array;
  /** Recycled supply per origin, t/y. */
  readonly recycled: Float64Array;
  /** Habit H per use. */
  readonly habit: Float64Array;
  /** Share of the qualification cost that remains, per origin: 1 for a newcomer, 0 once qualified. */
  readonly unqualified: Float64Array;
}

/** The base year's own state: base capacity, no know-how gained, no habit moved. */
export function baseYearState({ origins, nodes, uses }: Calibration): YearState {
  const ones = (count: number) => new Float64Array(count).fill(1);
  return {
    capacity: nodes.capacity,
    ramp: ones(nodes.count),
    mothballed: new Float64Array(nodes.count),
    outputFactor: ones(nodes.count),
    costFactor: ones(nodes.count),
    recycled: origins.recycled,
    habit: ones(uses.count),
    unqualified: origins.size.map((size) => (size > 0 ? 0 : 1)),
  };
}

/** The market of a year without levers: wedges of the base year, capacities, demand and familiarity of the year. */
export function buildMarket(calibration: Calibration, state: YearState, year: number): Market {
  const { origins, buyers, wedges } = calibration;
  const supports = supportsOf(calibration, year);
  return {
    regions: calibration.regions,
    goods: calibration.goods,
    origins: {
      count: origins.count,
      region: origins.region,
      good: origins.good,
      disposalPrice: origins.disposalPrice,
      given: state.recycled,
    },
    buyers: {
      count: buyers.count,
      region: buyers.region,
      good: buyers.good,
      theta: buyers.theta,
      stockBuild: new Float64Array(buyers.count),
    },
    arcs: arcsOf(calibration, state),
    nodes: nodesOf(calibration, state, supports),
    uses: usesOf(calibration, state, year),
    wedges,
    controls: [],
    borderFloors: [],
    contracts: [],
    supports,
    stockOrders: [],
  };
}

/** What levers may know of the base year. */
export function marketBase({ baseline, regions, origins, arcs, nodes }: Calibration): MarketBase {
  return {
    year: baseline.year,
    flow: arcs.flow,
    level: nodes.level,
    capacity: nodes.capacity,
    originPrice: origins.price,
    nodes: nodes.id.map((_, k) => ({
      ...(nodes.plant[k] !== undefined && { plant: nodes.plant[k] }),
      technology: nodes.technology[k].id,
      owners: nodes.owners[k].map(({ region, share }) => ({ region: regions[region], share })),
    })),
  };
}

function supportsOf({ nodes }: Calibration, year: number): Support[] {
  return nodes.support.filter((_, i) => year <= nodes.supportUntil[i]);
}

function arcsOf(calibration: Calibration, state: YearState): Arcs {
  const { origins, buyers, nodes, arcs } = calibration;
  const running = state.capacity.map((capacity, k) => capacity * state.ramp[k]);
  const size = originSize(origins, nodes, running, state.recycled);
  const relative = size.map((now, o) => (now > 0 ? log(now / origins.size[o]) : -Infinity));
  const absolute = size.map((now) => (now > 0 ? log(now) : -Infinity));
  const logWeight = new Float64Array(arcs.count);
  for (let a = 0; a < arcs.count; a++) {
    const o = arcs.origin[a];
    const h = arcs.unfamiliarity[a] + arcs.qualification[a] * state.unqualified[o];
    logWeight[a] = (arcs.entrant[a] === 1 ? absolute[o] : relative[o]) - h / buyers.theta[arcs.buyer[a]];
  }
  const { count, start, origin, buyer, freight, dutyOnFob } = arcs;
  return { count, start, origin, buyer, logWeight, freight, dutyOnFob };
}

function nodesOf({ nodes }: Calibration, state: YearState, supports: readonly Support[]): Nodes {
  const support = new Float64Array(nodes.count);
  for (const { node, perTonne } of supports) support[node] += perTonne;
  const outCoefficient = nodes.outCoefficient.slice();
  for (let k = 0; k < nodes.count; k++) {
    for (let i = nodes.outStart[k]; i < nodes.outStart[k + 1]; i++)
      outCoefficient[i] *= state.outputFactor[k];
  }
  const { count, id, region, gamma, inStart, inBuyer, inCoefficient, outStart, outOrigin } = nodes;
  const cost = nodes.cost.map((base, k) => base * state.costFactor[k]);
  const ramp = state.ramp.map((share, k) => Math.min(share, 1 - state.mothballed[k]));
  const links = { inStart, inBuyer, inCoefficient, outStart, outOrigin, outCoefficient };
  return { count, id, region, capacity: state.capacity, ramp, cost, gamma, support, ...links };
}

function usesOf({ uses, baseline }: Calibration, state: YearState, year: number): Market["uses"] {
  const { count, id, region, endUse, gradeScale, goodStart, goodBuyer, goodWeight, choke } = uses;
  const { years } = baseline.demandIndex;
  const column = years.indexOf(year);
  if (column < 0) throw new RangeError(`the demand index has no year ${year}`);
  const quantity = uses.quantity.map(
    (base, u) => base * state.habit[u] * uses.index[u * years.length + column],
  );
  const curve = { quantity, basePrice: uses.price, elasticity: uses.exponentShort, choke };
  return { count, id, region, endUse, ...curve, gradeScale, goodStart, goodBuyer, goodWeight };
}
