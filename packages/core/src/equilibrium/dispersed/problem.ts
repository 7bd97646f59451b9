import type { Market } from "../../market/market.js";
import { compileContracts, type ContractTerms } from "./contract-terms.js";
import { compileControls, type ControlTerms } from "./control-terms.js";
import { compileCosts, type CostTerms } from "./cost-terms.js";
import { demandSpan } from "./demand.js";
import { liveParts, type LiveParts } from "./live-parts.js";
import { effectiveGamma } from "./plant.js";
import { priceScales } from "./price-scales.js";
import type { Structure } from "./structure.js";

/**
 * One market ready for evaluation. Unknowns x = [π per origin, λ per control, δ per glut]: a glut is a buyer that is given
 * stock; where the stock exceeds its use, its price falls δ ≥ 0 below that of its sources and it buys nothing.
 */
export interface Problem {
  readonly market: Market;
  readonly structure: Structure;
  readonly live: LiveParts;
  readonly costs: CostTerms;
  readonly controls: ControlTerms;
  readonly contracts: ContractTerms;
  /** Tonnes per tonne of level in each of a node's slots: outputs positive, then inputs negative. */
  readonly nodeCoefficient: Float64Array;
  readonly gamma: Float64Array;
  /** Room of each use's demand up to its choke; see demand. */
  readonly demandSpan: Float64Array;
  /** Capacity that can run: 0 for a node with a dead input. */
  readonly capacity: Float64Array;
  /** Buyers with a release from stock. */
  readonly gluts: Int32Array;
  /** Price where a buyer has no route: Infinity, or a finite one far above every choke where stock is given. */
  readonly deadPrice: Float64Array;
  /** Reported as the use price where there is no route. */
  readonly chokingPrice: number;
  readonly unknowns: number;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** Size of each equation (capacity, t/y) and of each unknown (kUSD/t). */
  readonly quantityScale: Float64Array;
  readonly priceScale: Float64Array;
  /** Mean θ of the buyers of each origin's good. */
  readonly originTheta: Float64Array;
  /** Rough price of each good, kUSD/t. */
  readonly goodPrice: Float64Array;
}

export function compileProblem(market: Market, structure: Structure): Problem {
  const live = liveParts(market);
  const controls = compileControls(market, live);
  const gluts = Int32Array.from([...live.buyerGiven.keys()].filter((b) => live.buyerGiven[b] === 1));
  const origins = market.origins.count;
  const unknowns = origins + controls.count + gluts.length;
  const lower = new Float64Array(unknowns);
  lower.set(market.origins.disposalPrice);
  const upper = new Float64Array(unknowns).fill(Infinity);
  controls.cap.forEach((cap, c) => (upper[origins + c] = controls.idle[c] === 1 ? 0 : cap));
  const capacity = market.nodes.capacity.map((value, k) => (live.node[k] === 1 ? value : 0));
  const scales = priceScales(market);
  const choking = chokingPrice(market);
  return {
    market,
    structure,
    live,
    costs: compileCosts(market, live),
    controls,
    contracts: compileContracts(market),
    nodeCoefficient: nodeCoefficients(market),
    gamma: market.nodes.gamma.map((value, k) => effectiveGamma(value, market.nodes.cost[k])),
    demandSpan: demandSpans(market),
    capacity,
    gluts,
    deadPrice: Float64Array.from(live.buyerGiven, (given) => (given === 1 ? choking : Infinity)),
    chokingPrice: choking,
    unknowns,
    lower,
    upper,
    quantityScale: quantityScales(market, capacity, controls, gluts),
    originTheta: originThetas(market),
    goodPrice: scales,
    priceScale: unknownPriceScales(market, controls, gluts, scales),
  };
}

function originThetas({ origins, buyers, goods }: Market): Float64Array {
  const sum = new Float64Array(goods.length);
  const count = new Float64Array(goods.length);
  for (let b = 0; b < buyers.count; b++) {
    sum[buyers.good[b]] += buyers.theta[b];
    count[buyers.good[b]] += 1;
  }
  const theta = new Float64Array(origins.count);
  for (let o = 0; o < origins.count; o++)
    theta[o] = sum[origins.good[o]] / Math.max(1, count[origins.good[o]]);
  return theta;
}

function demandSpans({ uses }: Market): Float64Array {
  const span = new Float64Array(uses.count);
  for (let e = 0; e < uses.count; e++)
    span[e] = demandSpan(uses.basePrice[e], uses.elasticity[e], uses.choke[e]);
  return span;
}

function nodeCoefficients({ nodes }: Market): Float64Array {
  const all = new Float64Array(nodes.outOrigin.length + nodes.inBuyer.length);
  let at = 0;
  for (let k = 0; k < nodes.count; k++) {
    for (let j = nodes.outStart[k]; j < nodes.outStart[k + 1]; j++) all[at++] = nodes.outCoefficient[j];
    for (let j = nodes.inStart[k]; j < nodes.inStart[k + 1]; j++) all[at++] = -nodes.inCoefficient[j];
  }
  return all;
}

/** A price far above all that anyone would pay. */
function chokingPrice({ uses, nodes }: Market): number {
  let top = 1;
  for (let e = 0; e < uses.count; e++) {
    top = Math.max(top, uses.basePrice[e], uses.choke[e] < Infinity ? uses.choke[e] : 0);
  }
  for (let k = 0; k < nodes.count; k++) top = Math.max(top, Math.abs(nodes.cost[k]));
  return 100 * top;
}

/** Own capacity, but not below a millionth of the whole good's: an origin of a few kilograms is not judged by its grams. */
function quantityScales(
  market: Market,
  capacity: Float64Array,
  controls: ControlTerms,
  gluts: Int32Array,
): Float64Array {
  const { origins, nodes, buyers } = market;
  const own = market.origins.given.slice();
  for (let k = 0; k < nodes.count; k++) {
    for (let j = nodes.outStart[k]; j < nodes.outStart[k + 1]; j++) {
      own[nodes.outOrigin[j]] += nodes.outCoefficient[j] * capacity[k] * nodes.ramp[k];
    }
  }
  const ofGood = new Float64Array(market.goods.length);
  for (let o = 0; o < origins.count; o++) ofGood[origins.good[o]] += own[o];
  const scale = (quantity: number, good: number): number => Math.max(quantity, 1e-6 * ofGood[good], 1e-9);
  const all: number[] = [];
  for (let o = 0; o < origins.count; o++) all.push(scale(own[o], origins.good[o]));
  for (let c = 0; c < controls.count; c++) {
    const [first, good] = [controls.memberStart[c], controls.good[c]];
    const empty = first === controls.memberStart[c + 1];
    const world = empty ? 0 : good < 0 ? nodes.capacity[controls.member[first]] : ofGood[good];
    all.push(Math.max(Math.abs(controls.limit[c]), 1e-4 * world, 1e-9));
  }
  for (const b of gluts) all.push(scale(Math.abs(buyers.stockBuild[b]), buyers.good[b]));
  return Float64Array.from(all);
}

function unknownPriceScales(
  market: Market,
  controls: ControlTerms,
  gluts: Int32Array,
  scales: Float64Array,
): Float64Array {
  const all: number[] = [];
  for (let o = 0; o < market.origins.count; o++) all.push(scales[market.origins.good[o]]);
  for (let c = 0; c < controls.count; c++)
    all.push(controls.good[c] < 0 ? controls.nodePrice[c] : scales[controls.good[c]]);
  for (const b of gluts) all.push(scales[market.buyers.good[b]]);
  return Float64Array.from(all);
}
