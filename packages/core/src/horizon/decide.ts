import type { Market, Payer } from "../market/market.js";
import { annuity } from "./annuity.js";
import { growthOf } from "./demand-outlook.js";
import { expectedProfit, termPayments, type TermOf, type TermPayment } from "./expected-profit.js";
import type { HorizonFrame } from "./frame.js";
import { goAheadShare } from "./go-ahead.js";
import type { Investor } from "./investor.js";
import type { EndingProtection } from "./protection.js";
import type { State, Vintage, VintageSupport } from "./state.js";
import type { YearTerms } from "./terms.js";

/** What investors see when they decide in a year. */
export interface Outlook {
  readonly market: Market;
  /** Expected margin per investor, kUSD/t, and origin prices as an entrant sees them. */
  readonly margin: Float64Array;
  readonly price: Float64Array;
  readonly terms: YearTerms;
  readonly termOf: TermOf;
  /** What duties and border floors that end, or are foreseen, add to margins in their term; the expected margin is without it. Absent = nothing. */
  readonly protections?: readonly EndingProtection[];
}

export interface Decisions {
  readonly goneAhead: Float64Array;
  readonly started: readonly Vintage[];
}

/**
 * Starts of the year: rises of each investor's go-ahead share, scaled down where a kind would start more than its cap. What has begun
 * by the base year is not held back.
 */
export function decide(frame: HorizonFrame, state: State, outlook: Outlook): Decisions {
  const { investors, parameters, kindCapacity } = frame;
  const payments = termPayments(outlook.market, outlook.price, outlook.termOf);
  const seen = { supply: expectedSupply(frame, state), regional: regionalCapacity(frame, state) };
  const finance = investors.map((investor) => financeOf(frame, investor, outlook.terms));
  const wanted = investors.map((investor, i) =>
    wantedStart(frame, state, outlook, investor, i, finance[i], payments.get(investor.node) ?? [], seen),
  );
  const byKind = new Float64Array(kindCapacity.length);
  const begun = (investor: Investor) =>
    investor.project?.committed === true && state.year === frame.calibration.baseline.year;
  investors.forEach((investor, i) => {
    if (!begun(investor)) byKind[investor.kind] += wanted[i].capacity;
  });
  const held = byKind.map((sum, kind) =>
    sum > 0 ? Math.min(1, (parameters.startCap * kindCapacity[kind]) / sum) : 1,
  );
  const goneAhead = state.goneAhead.slice();
  const started: Vintage[] = [];
  investors.forEach((investor, i) => {
    const part = begun(investor) ? 1 : held[investor.kind];
    const capacity = wanted[i].capacity * part;
    goneAhead[i] += (wanted[i].share - state.goneAhead[i]) * part;
    if (capacity <= 0) return;
    const { charge, support } = finance[i];
    const service = serviceYear(investor, state.year, wanted[i].leadTime);
    started.push({ node: investor.node, started: state.year, service, capacity, charge, support });
  });
  return { goneAhead, started };
}

interface Wanted {
  readonly share: number;
  readonly capacity: number;
  readonly leadTime: number;
}

function wantedStart(
  frame: HorizonFrame,
  state: State,
  outlook: Outlook,
  investor: Investor,
  i: number,
  finance: Finance,
  payments: readonly TermPayment[],
  seen: { readonly supply: Float64Array; readonly regional: Float64Array },
): Wanted {
  const leadTime = leadTimeOf(frame, investor, outlook.terms);
  const nothing: Wanted = { share: state.goneAhead[i], capacity: 0, leadTime };
  if (state.year < investor.eligible) return nothing;
  const { parameters } = frame;
  const service = serviceYear(investor, state.year, leadTime);
  const shortage = Math.max(0, growthOf(frame.outlook, investor.good, service) - seen.supply[investor.good]);
  const margin = outlook.margin[i] + parameters.scarcityPassThrough * shortage * investor.value;
  const paid = [...payments, ...protectionOf(outlook, state.year, i)];
  const profit = expectedProfit(outlook.market, investor, margin, paid, service);
  const surplus = profit - (finance.charge - finance.relief + investor.hurdle);
  if (investor.project === undefined) {
    const room = parameters.newBuildCap * seen.regional[frame.groupOf[investor.node]];
    return { share: 0, capacity: room * goAheadShare(investor.goAhead, surplus), leadTime };
  }
  const equity = outlook.terms.equity.filter(({ project }) => project === investor.project?.id);
  const lift = equity.reduce((sum, { completion }) => sum + completion, 0);
  const share = Math.max(state.goneAhead[i], Math.min(1, goAheadShare(investor.goAhead, surplus) + lift));
  const { capacity } = investor.project;
  return share <= state.goneAhead[i]
    ? nothing
    : { share, capacity: capacity * (share - state.goneAhead[i]), leadTime };
}

/** Protection of the year, and what is foreseen, as payments for their terms. */
function protectionOf({ protections = [] }: Outlook, year: number, i: number): TermPayment[] {
  return protections.map(({ since = year, until, added }) => ({ perTonne: added[i], since, until }));
}

function leadTimeOf({ calibration }: HorizonFrame, investor: Investor, terms: YearTerms): number {
  const region = calibration.regions[investor.region];
  let years =
    investor.project === undefined
      ? investor.leadTime
      : Math.min(investor.leadTime, Math.max(1, investor.earliest - calibration.baseline.year));
  for (const delay of terms.delays)
    if (delay.regions.includes(region) && delay.stages.includes(investor.stage)) years += delay.years;
  return Math.max(1, Math.ceil(years));
}

function serviceYear(investor: Investor, year: number, leadTime: number): number {
  return Math.max(investor.earliest, year + leadTime);
}

/** Capacity of each node's technology in its region, in service or under way, t/y of level, per group of `groupOf`. */
function regionalCapacity({ calibration, groupOf }: HorizonFrame, { vintages }: State): Float64Array {
  const { nodes } = calibration;
  const capacity = new Float64Array(nodes.count);
  for (let k = 0; k < nodes.count; k++) capacity[groupOf[k]] += nodes.capacity[k];
  for (const vintage of vintages) capacity[groupOf[vintage.node]] += vintage.capacity;
  return capacity;
}

/** Supply that the world will have per good once all that is under way runs, relative to base capacity. */
function expectedSupply({ calibration, goodCapacity }: HorizonFrame, { vintages }: State): Float64Array {
  const { nodes, origins } = calibration;
  const supply = goodCapacity.slice();
  for (const { node, capacity } of vintages) {
    for (let i = nodes.outStart[node]; i < nodes.outStart[node + 1]; i++) {
      supply[origins.good[nodes.outOrigin[i]]] += nodes.outCoefficient[i] * capacity;
    }
  }
  return supply.map((capacity, good) => (goodCapacity[good] > 0 ? capacity / goodCapacity[good] : 1));
}

interface Finance {
  /** Annuity at the region's own cost of capital, what policy takes off it, and who pays that, kUSD per t/y. */
  readonly charge: number;
  readonly relief: number;
  readonly support: readonly VintageSupport[];
}

/** Cheaper (or dearer) capital, paid shares of the outlay and equity, as yearly relief: a transfer from treasury to owner, or back. */
function financeOf({ calibration }: HorizonFrame, investor: Investor, terms: YearTerms): Finance {
  const { capitalCost, life, costOfCapital, stage } = investor;
  if (terms.capitalPoints.length + terms.capitalShares.length + terms.equity.length === 0) {
    return { charge: investor.charge, relief: 0, support: [] };
  }
  const region = calibration.regions[investor.region];
  const { charge } = investor;
  const support: VintageSupport[] = [];
  let left = charge;
  const relieve = (lever: string, perTonne: number, payers: readonly string[]): void => {
    const amount = Math.min(left, perTonne);
    if (amount === 0) return;
    left -= amount;
    support.push({
      lever,
      perTonne: amount,
      payers: payerShares(calibration.regions, payers, investor.region),
    });
  };
  const applies = (entry: { regions: readonly string[]; stages: readonly string[] }) =>
    entry.regions.includes(region) && entry.stages.includes(stage);
  let rate = costOfCapital;
  for (const { lever, points, payers, ...entry } of terms.capitalPoints) {
    if (!applies(entry)) continue;
    const before = annuity(rate, life);
    rate = Math.max(0, rate + points);
    relieve(lever, (before - annuity(rate, life)) * capitalCost, payers);
  }
  for (const { lever, share, payers, ...entry } of terms.capitalShares) {
    if (applies(entry)) relieve(lever, share * annuity(rate, life) * capitalCost, payers);
  }
  for (const { lever, project, amount, payers } of terms.equity) {
    if (project === investor.project?.id)
      relieve(lever, (amount / investor.project.capacity) * annuity(rate, life), payers);
  }
  return { charge, relief: charge - left, support };
}

const sharesOf = new WeakMap<readonly string[], readonly Payer[]>();

/** Equal shares among the payers; the host region where none is named. The same list gets the same shares, so that bills add up. */
export function payerShares(
  regions: readonly string[],
  payers: readonly string[],
  host: number,
): readonly Payer[] {
  const known = sharesOf.get(payers);
  if (known !== undefined) return known;
  const found = payers.map((id) => regions.indexOf(id)).filter((region) => region >= 0);
  if (found.length === 0) return [{ region: host, share: 1 }];
  const shares = found.map((region) => ({ region, share: 1 / found.length }));
  sharesOf.set(payers, shares);
  return shares;
}
