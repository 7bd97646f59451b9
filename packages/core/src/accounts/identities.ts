import type { Equilibrium, Market } from "../market/market.js";
import { plantOf, type AccountFrame, type Accounts } from "./accounts.js";
import { userBenefit } from "./demand-curve.js";
import { producerSurplus, productionCost } from "./plant-account.js";
import { demandCurve, yearLedger, type YearLedger } from "./year-ledger.js";

/** Largest violations of a solved year, recomputed without the solver: mass relative to what the world could make of the good, money to gross turnover. */
export interface Identities {
  readonly mass: number;
  readonly value: number;
  readonly money: number;
  readonly welfare: number;
}

export function identities(
  market: Market,
  equilibrium: Equilibrium,
  accounts: Accounts,
  frame: AccountFrame,
  ledger: YearLedger = yearLedger(market, equilibrium, frame),
): Identities {
  const turnover = Math.max(accounts.turnover, Number.MIN_VALUE);
  return {
    mass: massViolation(market, equilibrium),
    value: valueViolation(market, equilibrium, ledger) / turnover,
    money: moneyViolation(market, equilibrium, ledger) / turnover,
    welfare: Math.abs(welfareGap(market, equilibrium, accounts, frame, ledger)) / turnover,
  };
}

/** Per origin: output + given = disposal + flows out. Per buyer: flows in = final + process + stock build. */
function massViolation(market: Market, { level, flow, disposal, demandByGood }: Equilibrium): number {
  const { origins, buyers, arcs, nodes, uses } = market;
  const left = Float64Array.from(origins.given, (given, o) => given - disposal[o]);
  const missing = Float64Array.from(buyers.stockBuild);
  const world = new Float64Array(market.goods.length);
  for (let o = 0; o < origins.count; o++) world[origins.good[o]] += origins.given[o];
  for (let k = 0; k < nodes.count; k++) {
    for (let i = nodes.outStart[k]; i < nodes.outStart[k + 1]; i++) {
      left[nodes.outOrigin[i]] += nodes.outCoefficient[i] * level[k];
      world[origins.good[nodes.outOrigin[i]]] += nodes.outCoefficient[i] * nodes.capacity[k];
    }
    for (let i = nodes.inStart[k]; i < nodes.inStart[k + 1]; i++)
      missing[nodes.inBuyer[i]] += nodes.inCoefficient[i] * level[k];
  }
  for (let i = 0; i < uses.goodBuyer.length; i++) missing[uses.goodBuyer[i]] += demandByGood[i];
  for (let a = 0; a < arcs.count; a++) {
    left[arcs.origin[a]] -= flow[a];
    missing[arcs.buyer[a]] -= flow[a];
  }
  let worst = 0;
  for (let o = 0; o < origins.count; o++) worst = Math.max(worst, relative(left[o], world[origins.good[o]]));
  for (let b = 0; b < buyers.count; b++) {
    const released = missing[b] < 0 && buyers.stockBuild[b] < 0;
    if (!released) worst = Math.max(worst, relative(missing[b], world[buyers.good[b]]));
  }
  return worst;
}

const relative = (gap: number, whole: number): number =>
  whole > 0 ? Math.abs(gap) / whole : Math.abs(gap) > 1e-9 ? 1 : 0;

/** Per node: sales − purchases + contracts + support − rent = cost + producers' surplus. */
function valueViolation(market: Market, equilibrium: Equilibrium, { margins }: YearLedger): number {
  const { nodes } = market;
  const { valueAdded, contracts, rent, margin } = margins;
  let worst = 0;
  for (let k = 0; k < nodes.count; k++) {
    const level = equilibrium.level[k];
    const earned = (valueAdded[k] + contracts[k] + nodes.support[k] - rent[k]) * level;
    const plant = plantOf(market, k);
    const spent = productionCost(plant, level) + producerSurplus(plant, margin[k]);
    if (level > 0) worst = Math.max(worst, Math.abs(earned - spent));
  }
  return worst;
}

/** Per route: what is paid is what its receivers get. Per buyer: P·Q = Σ q·c + match cost. Per use: P·D = Σ P·d + match cost. */
function moneyViolation(market: Market, equilibrium: Equilibrium, ledger: YearLedger): number {
  const { arcs, buyers, uses } = market;
  const { flow, deliveredCost, usePrice } = equilibrium;
  const { charges, match, gradeMatch: grades, usePrice: price } = ledger;
  const { delivered } = charges;
  let worst = 0;
  for (let b = 0; b < buyers.count; b++) {
    let [paid, quantity] = [0, 0];
    for (let a = arcs.start[b]; a < arcs.start[b + 1]; a++) {
      if (flow[a] === 0) continue;
      worst = Math.max(worst, Math.abs(flow[a] * (deliveredCost[a] - delivered[a])));
      paid += flow[a] * delivered[a];
      quantity += flow[a];
    }
    worst = Math.max(worst, Math.abs(usePrice[b] * quantity - paid - match[b]));
  }
  for (let u = 0; u < uses.count; u++) {
    let paid = 0;
    for (let i = uses.goodStart[u]; i < uses.goodStart[u + 1]; i++)
      paid += equilibrium.demandByGood[i] * usePrice[uses.goodBuyer[i]];
    if (equilibrium.demand[u] > 0)
      worst = Math.max(worst, Math.abs(price[u] * equilibrium.demand[u] - paid - grades[u]));
  }
  return worst;
}

/**
 * Σ W by accounts less the world's primal sum ΣB(D) − ΣC(y) − Σ f·q + Σ (φ−d)·z − match cost − capital charge − programmes.
 * Stock builds stand in neither: what treasuries pay for them, sellers earn.
 */
function welfareGap(
  market: Market,
  equilibrium: Equilibrium,
  accounts: Accounts,
  frame: AccountFrame,
  { habit, match, gradeMatch }: YearLedger,
): number {
  const { arcs, nodes, origins, uses } = market;
  let primal = 0;
  for (let u = 0; u < uses.count; u++)
    primal += userBenefit(demandCurve(market, u), equilibrium.demand[u]) + habit[u];
  for (let k = 0; k < nodes.count; k++) {
    primal -= productionCost(plantOf(market, k), equilibrium.level[k]) + frame.capital.charge[k];
  }
  for (let a = 0; a < arcs.count; a++) primal -= arcs.freight[a] * equilibrium.flow[a];
  for (let o = 0; o < origins.count; o++) primal += origins.disposalPrice[o] * equilibrium.disposal[o];
  for (const cost of match) primal -= cost;
  for (const cost of gradeMatch) primal -= cost;
  for (const { amount } of frame.capital.programmes) primal -= amount;
  let dual = 0;
  for (const value of accounts.welfare) dual += value;
  return dual - primal;
}
