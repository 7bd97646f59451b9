import { account, type AccountFrame, type Accounts } from "../accounts/accounts.js";
import type { Concession, Programme } from "../accounts/capital-ledger.js";
import { identities, type Identities } from "../accounts/identities.js";
import { yearLedger, type YearLedger } from "../accounts/year-ledger.js";
import type { CompiledLever } from "../levers/lever.js";
import { buildMarket, type YearState } from "../market/build.js";
import { createEdit } from "../market/edit-market.js";
import type { Equilibrium, Market, StartPoint } from "../market/market.js";
import { capitalLedger } from "./capital-charge.js";
import { comingProtections } from "./coming-protection.js";
import { decide } from "./decide.js";
import { entryPrices } from "./entry-price.js";
import { bareMargin } from "./expected-profit.js";
import { believedTerms, foreseenMarket } from "./foresight.js";
import type { HorizonFrame } from "./frame.js";
import { nextHabit } from "./habit.js";
import { costFactors, nextKnowHow, nodeKnowHow, usableExperience } from "./know-how.js";
import { nextIdling } from "./mothballing.js";
import type { Expectations } from "./parameters.js";
import { plantsInService } from "./plants-in-service.js";
import { endingProtections, type WhatIf } from "./protection.js";
import { nextUnqualified, withRecognisedQualification } from "./qualification.js";
import { arisings, recycledSupply } from "./recycling.js";
import type { State } from "./state.js";
import { nextStocks, withAvailableReleases } from "./stockpile.js";
import { neutralTerms, type YearTerms } from "./terms.js";

/** How a year is solved and looked at; the same for every year of a run. */
export interface StepContext {
  readonly frame: HorizonFrame;
  readonly solve: (market: Market, start: StartPoint | undefined, year: number) => Equilibrium;
  /** Solves a year again without what will have ended; absent, investors take all of the year's margin to last. */
  readonly whatIf?: WhatIf;
  readonly expectations: Expectations;
  /** Profit and capital charge stay where the plant is instead of going to its owners. */
  readonly byLocation: boolean;
}

export interface Step {
  readonly year: number;
  readonly market: Market;
  readonly equilibrium: Equilibrium;
  readonly accounts: Accounts;
  readonly identities: Identities;
  readonly nextState: State;
}

/** One year: the state's market under the year's levers, its equilibrium and accounts, and the state it leaves. Pure. */
export function step(state: State, levers: readonly CompiledLever[], context: StepContext): Step {
  const { frame } = context;
  const year = state.year;
  const active = levers.filter((lever) => lever.from <= year && year <= lever.to);
  const terms = termsOf(active, year);
  const knowHow = knowHowOf(state, terms, frame);
  const market = marketOf(state, active, terms, knowHow, frame);
  const equilibrium = context.solve(market, state.start, year);
  const accountFrame = accountFrameOf(state, terms, context);
  const ledger = yearLedger(market, equilibrium, accountFrame);
  const accounts = account(market, equilibrium, accountFrame, ledger);
  return {
    year,
    market,
    equilibrium,
    accounts,
    identities: identities(market, equilibrium, accounts, accountFrame, ledger),
    nextState: nextState(state, levers, terms, knowHow.reached, { market, equilibrium, ledger }, context),
  };
}

export function termsOf(active: readonly CompiledLever[], year: number): YearTerms {
  const terms = neutralTerms();
  for (const lever of active) lever.terms?.(terms, year);
  return terms;
}

function knowHowOf(state: State, terms: YearTerms, { calibration, parameters, baseUsable }: HorizonFrame) {
  const usable = usableExperience(calibration, state.knowHow, terms, parameters);
  return nodeKnowHow(calibration, costFactors(usable, baseUsable, parameters), state.knowHow, parameters);
}

function marketOf(
  state: State,
  active: readonly CompiledLever[],
  terms: YearTerms,
  knowHow: Pick<YearState, "costFactor" | "outputFactor">,
  frame: HorizonFrame,
): Market {
  const { calibration, recycling, baseArisings, base, index, parameters } = frame;
  const ramps = (node: number) => parameters.rampYears[calibration.nodes.technology[node].kind];
  const { capacity, ramp } = plantsInService(calibration, state.vintages, ramps, state.year);
  const now = arisings(calibration, recycling, state.cohorts, state.year);
  const { given, capacityFactor } = recycledSupply(calibration, recycling, baseArisings, now);
  for (const [node, factor] of capacityFactor) capacity[node] *= factor;
  const yearState: YearState = {
    capacity,
    ramp,
    mothballed: state.mothballed,
    costFactor: knowHow.costFactor,
    outputFactor: knowHow.outputFactor,
    recycled: given,
    habit: state.habit,
    unqualified: state.unqualified,
  };
  const plain = buildMarket(calibration, yearState, state.year);
  if (active.length === 0) return plain;
  const edit = createEdit(plain, base, state.year, index);
  for (const lever of active) lever.market?.(edit, state.year);
  const edited = withAvailableReleases(edit.finish(), state.stocks);
  return withRecognisedQualification(calibration, edited, state.unqualified, terms);
}

export function accountFrameOf(
  state: State,
  terms: YearTerms,
  { frame, byLocation }: Pick<StepContext, "frame" | "byLocation">,
): AccountFrame {
  const { calibration } = frame;
  return {
    owners: calibration.nodes.owners,
    byLocation,
    habit: state.habit,
    exponentLong: calibration.uses.exponentLong,
    habitGap: calibration.uses.habit,
    capital: capitalLedger(calibration, state, {
      programmes: programmes(terms, calibration.regions),
      concessions: concessions(terms, calibration.regions),
    }),
  };
}

/** Yearly cost of shared know-how (each region's own), of qualification (the importers') and of transfers (the donor's). */
function programmes(terms: YearTerms, regions: readonly string[]): Programme[] {
  const list: Programme[] = [];
  const add = (lever: string, ids: readonly string[], total: number): void => {
    const known = ids.filter((id) => regions.includes(id));
    for (const id of known) list.push({ lever, region: regions.indexOf(id), amount: total / known.length });
  };
  for (const { lever, regions: who, annualCost } of terms.sharedKnowHow)
    add(lever, who, annualCost * who.length);
  for (const { lever, importers, annualCost } of terms.qualification) add(lever, importers, annualCost);
  for (const { lever, donor, annualCost } of terms.technologyTransfers) add(lever, [donor], annualCost);
  return list;
}

/** Concessions between regions of the chain; what would leave or enter the world is nobody's here. */
function concessions({ transfers }: YearTerms, regions: readonly string[]): Concession[] {
  return transfers
    .map(({ lever, from, to, amount }) => ({
      lever,
      from: regions.indexOf(from),
      to: regions.indexOf(to),
      amount,
    }))
    .filter(({ from, to }) => from >= 0 && to >= 0);
}

interface SolvedYear {
  readonly market: Market;
  readonly equilibrium: Equilibrium;
  readonly ledger: YearLedger;
}

function nextState(
  state: State,
  levers: readonly CompiledLever[],
  terms: YearTerms,
  reached: Float64Array,
  { market, equilibrium, ledger }: SolvedYear,
  context: StepContext,
): State {
  const { frame, expectations } = context;
  const { calibration, parameters, investors } = frame;
  const { uses, nodes } = calibration;
  const price = entryPrices(calibration, market, equilibrium, state.unqualified, frame.arcsOfOrigin);
  const weight = expectations === "announced" ? 1 : parameters.adaptation;
  const termOf = believedTerms(levers, state.year, expectations, frame);
  const seen = Float64Array.from(investors, ({ node }) =>
    bareMargin(market, node, price, equilibrium.usePrice),
  );
  const yearSeen = { market, equilibrium, unqualified: state.unqualified, margin: seen };
  const protections = endingProtections(
    calibration,
    frame.arcsOfOrigin,
    investors,
    yearSeen,
    termOf,
    context.whatIf,
  );
  const { whatIf } = context;
  const coming = comingProtections(frame, yearSeen, levers, state.year, expectations, termOf, whatIf);
  const lasting = (i: number) => protections.reduce((margin, { added }) => margin - added[i], seen[i]);
  const margin = state.expectedMargin.map((before, i) => before + weight * (lasting(i) - before));
  const foreseen = foreseenMarket(market, levers, state.year, expectations, frame);
  const { goneAhead, started } = decide(frame, state, {
    market: foreseen,
    margin,
    price,
    terms,
    termOf,
    protections: [...protections, ...coming],
  });
  const usePrices = ledger.usePrice;
  const idling = nextIdling(
    state,
    market.nodes.capacity,
    equilibrium.level,
    (k) => nodes.technology[k].capitalCost,
    parameters,
  );
  const { originPrice, rent, factor } = equilibrium;
  return {
    year: state.year + 1,
    vintages: started.length === 0 ? state.vintages : [...state.vintages, ...started],
    goneAhead,
    expectedMargin: margin,
    knowHow: nextKnowHow(calibration, state.knowHow, reached, equilibrium.level, terms),
    stocks: nextStocks(state.stocks, market.stockOrders, equilibrium.usePrice),
    cohorts: [...state.cohorts, equilibrium.demandByGood],
    habit: state.habit.map((habit, u) =>
      nextHabit(habit, uses.habit[u], parameters.habitSpeed, usePrices[u], uses.price[u], uses.choke[u]),
    ),
    unqualified: nextUnqualified(calibration, state.unqualified, supplyOf(market, equilibrium)),
    ...idling,
    start: {
      originPrice,
      rent,
      controls: market.controls.map(({ id }) => id),
      ...(factor !== undefined && { factor }),
    },
  };
}

function supplyOf({ nodes, origins }: Market, { level }: Equilibrium): Float64Array {
  const supply = Float64Array.from(origins.given);
  for (let k = 0; k < nodes.count; k++) {
    for (let i = nodes.outStart[k]; i < nodes.outStart[k + 1]; i++)
      supply[nodes.outOrigin[i]] += nodes.outCoefficient[i] * level[k];
  }
  return supply;
}
