import { exp, log } from "../../numeric/elementary.js";
import { relativeDemand } from "./demand.js";
import type { Blend } from "./blend.js";
import { contractTopUp } from "./contract-top-up.js";
import { utilisation } from "./plant.js";
import type { Problem } from "./problem.js";
import type { Workspace } from "./workspace.js";

/**
 * Excess supply z of each origin, slack of each control and purchase of each glut buyer at x, into f; prices, shares, levels and their
 * slopes into the workspace.
 */
export function evaluate(
  problem: Problem,
  space: Workspace,
  blend: Blend,
  x: Float64Array,
  f: Float64Array,
): void {
  deliveredCosts(problem, space, blend, x);
  shares(problem, space);
  glutPrices(problem, space, x);
  demands(problem, space);
  levels(problem, space, blend, x);
  clearing(problem, space, f);
  slacks(problem, space, f);
}

function deliveredCosts(problem: Problem, { cost, gain }: Workspace, blend: Blend, x: Float64Array): void {
  const { costs, controls, market } = problem;
  const { slope, offset, floor } = costs;
  const { origin, count } = market.arcs;
  for (let a = 0; a < count; a++) {
    cost[a] = slope[a] * x[origin[a]] + offset[a];
    gain[a] = slope[a];
  }
  const rents = market.origins.count;
  for (let c = 0; c < controls.count; c++) {
    const rent = x[rents + c];
    if (rent === 0 || controls.onNode[c] === 1) continue;
    for (let i = controls.memberStart[c]; i < controls.memberStart[c + 1]; i++) {
      cost[controls.member[i]] += controls.onCost[i] * rent;
    }
  }
  if (floor !== undefined) {
    for (let a = 0; a < count; a++) {
      if (cost[a] < floor[a]) {
        cost[a] = floor[a];
        gain[a] = 0;
      }
    }
  }
  if (blend.weight < 1) blendCosts(problem, cost, gain, blend, x);
}

function blendCosts(
  problem: Problem,
  cost: Float64Array,
  gain: Float64Array,
  blend: Blend,
  x: Float64Array,
): void {
  const { controls, market } = problem;
  const { origin, count } = market.arcs;
  const [t, rest] = [blend.weight, 1 - blend.weight];
  for (let a = 0; a < count; a++) {
    cost[a] = t * cost[a] + rest * (x[origin[a]] + blend.frozenCost[a]);
    gain[a] = t * gain[a] + rest;
  }
  const rents = market.origins.count;
  for (let c = 0; c < controls.count; c++) {
    const rent = x[rents + c];
    if (rent === 0 || controls.onNode[c] === 1) continue;
    for (let i = controls.memberStart[c]; i < controls.memberStart[c + 1]; i++) {
      cost[controls.member[i]] += rest * controls.onQuantity[i] * rent;
    }
  }
}

/** s = N e^{−(c+h)/θ}/Σ and P = −θ ln Σ, shifted by the largest exponent. */
function shares(problem: Problem, { cost, share, usePrice }: Workspace): void {
  const { market, costs, deadPrice } = problem;
  const { start } = market.arcs;
  const { theta, count } = market.buyers;
  const { logWeight } = costs;
  for (let b = 0; b < count; b++) {
    const from = start[b];
    const to = start[b + 1];
    const perTheta = 1 / theta[b];
    let top = -Infinity;
    for (let a = from; a < to; a++) {
      const exponent = logWeight[a] - cost[a] * perTheta;
      share[a] = exponent;
      if (exponent > top) top = exponent;
    }
    if (top === -Infinity) {
      share.fill(0, from, to);
      usePrice[b] = deadPrice[b];
      continue;
    }
    let sum = 0;
    for (let a = from; a < to; a++) {
      const weight = exp(share[a] - top);
      share[a] = weight;
      sum += weight;
    }
    const perSum = 1 / sum;
    for (let a = from; a < to; a++) share[a] *= perSum;
    usePrice[b] = -theta[b] * (top + log(sum));
  }
}

function glutPrices({ gluts, market, controls }: Problem, { usePrice }: Workspace, x: Float64Array): void {
  const first = market.origins.count + controls.count;
  for (let i = 0; i < gluts.length; i++) usePrice[gluts[i]] -= x[first + i];
}

function demands(problem: Problem, space: Workspace): void {
  const { uses } = problem.market;
  const { usePrice, demand, demandByGood, goodShare, useFall, useWithin, two } = space;
  for (let e = 0; e < uses.count; e++) {
    const from = uses.goodStart[e];
    const to = uses.goodStart[e + 1];
    const scale = uses.gradeScale[e];
    const price =
      scale > 0 ? gradePrice(uses, usePrice, e, goodShare) : fixedPrice(uses, usePrice, e, goodShare);
    relativeDemand(price, uses.basePrice[e], uses.elasticity[e], uses.choke[e], problem.demandSpan[e], two);
    const total = uses.quantity[e] * two[0];
    demand[e] = total;
    useFall[e] = -uses.quantity[e] * two[1];
    useWithin[e] = scale > 0 ? total / scale : 0;
    for (let i = from; i < to; i++) demandByGood[i] = goodShare[i] * total;
  }
}

/** Goods in fixed proportions, into `share`; returns what they cost together. */
function fixedPrice(uses: Uses, usePrice: Float64Array, e: number, share: Float64Array): number {
  let price = 0;
  for (let i = uses.goodStart[e]; i < uses.goodStart[e + 1]; i++) {
    share[i] = uses.goodWeight[i];
    if (share[i] > 0) price += share[i] * usePrice[uses.goodBuyer[i]];
  }
  return price;
}

type Uses = Problem["market"]["uses"];

/** Logit over goods: shares into `share`, returns −η ln Σ a e^{−P/η}. */
function gradePrice(uses: Uses, usePrice: Float64Array, e: number, share: Float64Array): number {
  const [from, to, scale] = [uses.goodStart[e], uses.goodStart[e + 1], uses.gradeScale[e]];
  const perScale = 1 / scale;
  let top = -Infinity;
  for (let i = from; i < to; i++) {
    share[i] = uses.goodWeight[i] - usePrice[uses.goodBuyer[i]] * perScale;
    if (share[i] > top) top = share[i];
  }
  if (top === -Infinity) {
    share.fill(0, from, to);
    return Infinity;
  }
  let sum = 0;
  for (let i = from; i < to; i++) {
    share[i] = exp(share[i] - top);
    sum += share[i];
  }
  const perSum = 1 / sum;
  for (let i = from; i < to; i++) share[i] *= perSum;
  return -scale * (top + log(sum));
}

function levels(problem: Problem, space: Workspace, blend: Blend, x: Float64Array): void {
  const { market, structure, controls, contracts, capacity, gamma } = problem;
  const { nodes, origins } = market;
  const { usePrice, margin, level, levelSlope, two } = space;
  const { start, slot } = structure.nodeSlots;
  const coefficient = problem.nodeCoefficient;
  for (let k = 0; k < nodes.count; k++) {
    if (capacity[k] === 0) continue;
    let m = nodes.support[k] - nodes.cost[k];
    for (let i = start[k]; i < start[k + 1]; i++) {
      const s = slot[i];
      m += coefficient[i] * (s < origins.count ? x[s] : usePrice[s - origins.count]);
    }
    margin[k] = m;
  }
  for (let c = 0; c < controls.count; c++) {
    const rent = x[origins.count + c];
    if (rent === 0 || controls.onNode[c] === 0) continue;
    for (let i = controls.memberStart[c]; i < controls.memberStart[c + 1]; i++) {
      margin[controls.member[i]] -= controls.onCost[i] * rent;
    }
  }
  for (let i = 0; i < contracts.count; i++) {
    const topUp = contractTopUp(contracts, i, x);
    const blended =
      blend.weight < 1 ? blend.weight * topUp + (1 - blend.weight) * blend.frozenTopUp[i] : topUp;
    margin[contracts.node[i]] += contracts.covered[i] * blended;
  }
  for (let k = 0; k < nodes.count; k++) {
    if (capacity[k] === 0) {
      margin[k] = -Infinity;
      level[k] = 0;
      levelSlope[k] = 0;
      continue;
    }
    utilisation(margin[k], nodes.cost[k], gamma[k], nodes.ramp[k], two);
    level[k] = capacity[k] * two[0];
    levelSlope[k] = capacity[k] * two[1];
  }
}

function clearing(problem: Problem, space: Workspace, f: Float64Array): void {
  const { market, structure } = problem;
  const { origins, buyers, arcs, nodes, uses } = market;
  const { share, flow, purchase, stiffness, level, demandByGood } = space;
  const { theta } = buyers;
  const { start: arcStart, origin } = arcs;
  const { start, slot } = structure.nodeSlots;
  const coefficient = problem.nodeCoefficient;
  purchase.set(buyers.stockBuild);
  for (let i = 0; i < uses.goodBuyer.length; i++) purchase[uses.goodBuyer[i]] += demandByGood[i];
  for (let o = 0; o < origins.count; o++) f[o] = origins.given[o];
  for (let k = 0; k < nodes.count; k++) {
    if (level[k] === 0) continue;
    for (let i = start[k]; i < start[k + 1]; i++) {
      const s = slot[i];
      if (s < origins.count) f[s] += coefficient[i] * level[k];
      else purchase[s - origins.count] -= coefficient[i] * level[k];
    }
  }
  space.supply.set(f.subarray(0, origins.count));
  for (let b = 0; b < buyers.count; b++) {
    const quantity = purchase[b];
    stiffness[b] = quantity / theta[b];
    const end = arcStart[b + 1];
    for (let a = arcStart[b]; a < end; a++) {
      const q = share[a] * quantity;
      flow[a] = q;
      f[origin[a]] -= q;
    }
  }
}

function slacks(
  { market, controls, gluts }: Problem,
  { flow, level, purchase }: Workspace,
  f: Float64Array,
): void {
  const first = market.origins.count;
  for (let c = 0; c < controls.count; c++) {
    const quantity = controls.onNode[c] === 1 ? level : flow;
    let slack = controls.limit[c];
    for (let i = controls.memberStart[c]; i < controls.memberStart[c + 1]; i++) {
      slack -= controls.onQuantity[i] * quantity[controls.member[i]];
    }
    f[first + c] = slack;
  }
  for (let i = 0; i < gluts.length; i++) f[first + controls.count + i] = purchase[gluts[i]];
}
