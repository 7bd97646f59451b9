import { baseYearState, buildMarket, marketBase } from "../market/build.js";
import type { Calibration } from "../market/calibration.js";
import type { MarketBase } from "../market/market-base.js";
import { marketIndex, type MarketIndex } from "../market/market-index.js";
import type { Market } from "../market/market.js";
import { baseUsePrice } from "./base-use-price.js";
import { demandOutlook, type DemandOutlook } from "./demand-outlook.js";
import { entryPrices } from "./entry-price.js";
import { investors, type Investor } from "./investor.js";
import { baseKnowHow, kinds, usableExperience } from "./know-how.js";
import type { HorizonParameters } from "./parameters.js";
import { arisings, recyclingOf, type Recycling } from "./recycling.js";
import type { State } from "./state.js";
import { neutralTerms } from "./terms.js";

/** What every year of every scenario of one calibration and one set of parameters shares. */
export interface HorizonFrame {
  readonly calibration: Calibration;
  readonly parameters: HorizonParameters;
  readonly base: MarketBase;
  readonly index: MarketIndex;
  readonly outlook: DemandOutlook;
  readonly investors: readonly Investor[];
  readonly arcsOfOrigin: readonly Int32Array[];
  /** Years ahead that the longest building takes. */
  readonly foresight: number;
  /** Per node: the first node of the same technology and region. */
  readonly groupOf: Int32Array;
  readonly recycling: Recycling;
  readonly baseArisings: Float64Array;
  readonly baseUsable: Float64Array;
  /** Base origin prices, those of would-be suppliers included, kUSD/t. */
  readonly basePrice: Float64Array;
  /** Base capacity per good, Σ output·capacity over the world, t/y. */
  readonly goodCapacity: Float64Array;
  /** World capacity per kind, t/y of level. */
  readonly kindCapacity: Float64Array;
}

export function horizonFrame(calibration: Calibration, parameters: HorizonParameters): HorizonFrame {
  const base = baseYearState(calibration);
  const market = buildMarket(calibration, base, calibration.baseline.year);
  const arcsOfOrigin = arcsByOrigin(market);
  const outlook = demandOutlook(calibration);
  const knowHow = baseKnowHow(calibration, parameters);
  const usePrice = baseUsePrice(calibration, market);
  const basePrice = entryPrices(
    calibration,
    market,
    baseAnswer(calibration, usePrice),
    base.unqualified,
    arcsOfOrigin,
  );
  const who = investors(calibration, parameters, outlook, kinds, { price: basePrice, usePrice });
  const recycling = recyclingOf(calibration);
  const { nodes, goods, origins } = calibration;
  const goodCapacity = new Float64Array(goods.length);
  const kindCapacity = new Float64Array(kinds.length);
  for (let k = 0; k < nodes.count; k++) {
    kindCapacity[kinds.indexOf(nodes.technology[k].kind)] += nodes.capacity[k];
    for (let i = nodes.outStart[k]; i < nodes.outStart[k + 1]; i++) {
      goodCapacity[origins.good[nodes.outOrigin[i]]] += nodes.outCoefficient[i] * nodes.capacity[k];
    }
  }
  return {
    calibration,
    parameters,
    base: marketBase(calibration),
    index: marketIndex(market),
    outlook,
    investors: who,
    foresight: Math.max(0, ...who.map(({ leadTime }) => leadTime)),
    basePrice,
    arcsOfOrigin,
    groupOf: groups(calibration),
    recycling,
    baseArisings: arisings(calibration, recycling, [], calibration.baseline.year),
    baseUsable: usableExperience(calibration, knowHow, neutralTerms(), parameters),
    goodCapacity,
    kindCapacity,
  };
}

/** The state at the start of the base year. */
export function initialState({ calibration, parameters, investors: who, basePrice }: HorizonFrame): State {
  const { nodes, uses, origins, baseline } = calibration;
  return {
    year: baseline.year,
    vintages: [],
    goneAhead: new Float64Array(who.length),
    expectedMargin: Float64Array.from(who, (investor) => investor.baseMargin),
    knowHow: baseKnowHow(calibration, parameters),
    stocks: [],
    cohorts: [],
    habit: new Float64Array(uses.count).fill(1),
    unqualified: origins.size.map((size) => (size > 0 ? 0 : 1)),
    lowYears: new Int32Array(nodes.count),
    mothballed: new Float64Array(nodes.count),
    restartCost: new Float64Array(nodes.count),
    start: { originPrice: basePrice, rent: new Float64Array(0) },
  };
}

/** The base year as an answer: calibrated prices and flows, for those who look at them before anything is solved. */
function baseAnswer({ origins, arcs, nodes }: Calibration, usePrice: Float64Array) {
  const empty = new Float64Array(0);
  return {
    originPrice: origins.price,
    usePrice,
    flow: arcs.flow,
    level: nodes.level,
    rent: empty,
    deliveredCost: empty,
    demand: empty,
    demandByGood: empty,
    disposal: origins.disposal,
    floorGap: empty,
    residual: 0,
    iterations: 0,
    factorisations: 0,
    ambiguous: undefined,
  };
}

function groups({ nodes }: Calibration): Int32Array {
  const first = new Map<string, number>();
  return Int32Array.from(nodes.technology, ({ id }, k) => {
    const key = `${id}@${nodes.region[k]}`;
    if (!first.has(key)) first.set(key, k);
    return first.get(key)!;
  });
}

function arcsByOrigin({ arcs, origins }: Market): Int32Array[] {
  const lists: number[][] = Array.from({ length: origins.count }, () => []);
  for (let a = 0; a < arcs.count; a++) lists[arcs.origin[a]].push(a);
  return lists.map((list) => Int32Array.from(list));
}
