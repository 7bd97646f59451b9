import type { Baseline } from "../baseline/baseline.js";
import type { Chain } from "../chain/chain.js";
import { IssueError } from "../errors/issue.js";
import { nearestName } from "../errors/nearest-name.js";
import type { World } from "../fields/index.js";
import type { HorizonFrame } from "../horizon/frame.js";
import type { Step } from "../horizon/index.js";
import type { StartPoint } from "../market/market.js";
import { pow } from "../numeric/elementary.js";
import { reactionOf, reactionSettings, type ReactionSettings } from "../reactions/index.js";
import { prepareRun, run, startsOf, worldOfRun } from "../results/index.js";
import {
  compileScenario,
  leverDefaults,
  type RunContext,
  type Scenario,
  type ScenarioContext,
} from "../scenario/index.js";
import { select } from "../fields/index.js";
import { stockRuleOf, type StockRule } from "../shock/index.js";
import { itemsOf, type Items } from "./items.js";
import { partiesOf, unionsOf, type Party } from "./parties.js";
import { anchorYears } from "./expected-loss.js";
import { storedStops, type StoredStop } from "./stored-stop.js";
import { BEST_RESTRICTION } from "./best-restriction.js";
import { answeringOf, type Answering } from "./situation.js";
import { rangeOf, summitAssumptions, type SummitAssumptions } from "./summit-assumptions.js";

export interface SummitOptions {
  /** `none`, another answer of the menu, `credible`: whichever is best for who answers, or `best-restriction`: licences of the volume best for it. Default: licences if the scenario states a response, else none. */
  readonly response?: string;
  /** Seats that decide, in the order of the chain; the others hedge. Default: the scenario's members. */
  readonly players?: readonly string[];
  /** Members below which the package does not bind. Default 0. */
  readonly minimum?: number;
  /** Duty of members on the contested goods of the seats that have not joined, share of value. Default 0: none. */
  readonly penalty?: number;
  /** Money from outside the accounts that a seat gets for committing (or pays, below zero), present value, kUSD. */
  readonly sidePayments?: Readonly<Record<string, number>>;
  readonly assumptions?: Partial<SummitAssumptions>;
  /** A frame prepared before, for the same chain, baseline and parameters. */
  readonly frame?: HorizonFrame;
  /** Where the base case's years begin: those of a stored baseline. */
  readonly starts?: ReadonlyMap<number, StartPoint>;
}

/** What every profile of one summit shares. */
export interface Summit {
  readonly chain: Chain;
  readonly baseline: Baseline;
  readonly frame: HorizonFrame;
  readonly starts: ReadonlyMap<number, StartPoint>;
  /** Years before anything in the package acts: the same in every profile. */
  readonly before: readonly Step[];
  /** The package, without the response that the rule replaces. */
  readonly scenario: Scenario;
  readonly response: string;
  readonly minimum: number;
  readonly penalty: number;
  /** By seat, kUSD. */
  readonly sidePayments: readonly number[];
  readonly world: World;
  readonly reading: ScenarioContext;
  readonly compiling: RunContext;
  /** Seat i of a profile is `players[i]`, and party `playerParty[i]`. */
  readonly players: readonly string[];
  readonly playerParty: readonly number[];
  readonly parties: readonly Party[];
  readonly unions: readonly (readonly number[])[];
  readonly items: Items;
  /** Years that count: from the year of valuation on. */
  readonly years: readonly number[];
  readonly answering: Answering;
  readonly settings: ReactionSettings;
  readonly stockRule: StockRule;
  /** By anchor year. */
  readonly stops: ReadonlyMap<number, StoredStop>;
  readonly assumptions: SummitAssumptions;
}

/**
 * Prepares the game of a package: reads rules and assumptions and solves the base case, from whose prices every profile starts.
 *
 * @throws IssueError `UNKNOWN_REGION` for a seat, `UNKNOWN_RESPONSE`, `MISSING_ASSUMPTION`, or where the base case has no answer.
 */
export function prepareSummit(
  chain: Chain,
  baseline: Baseline,
  scenario: Scenario,
  options: SummitOptions = {},
): Summit {
  const frame = options.frame ?? prepareRun(chain, baseline, scenario.parameters);
  const { calibration, parameters } = frame;
  const world = worldOfRun(chain, baseline);
  const assumptions = summitAssumptions(chain, scenario.parameters, options.assumptions);
  const year = (id: string) => rangeOf(chain, id, scenario.parameters).central;
  const defaults = { from: year("reaction.first-year"), to: year("reaction.last-year") };
  const answering = answeringOf(scenario, calibration, defaults);
  seatsOf(chain, Object.keys(options.sidePayments ?? {}), "sidePayments");
  const players = playersOf(chain, scenario, options.players);
  const parties = partiesOf(chain, answering.responder);
  const bare = { ...scenario, levers: scenario.levers.filter((lever) => !lever.response) };
  const priceLevel = (at: number) => pow(1 + parameters.inflation, at - baseline.year);
  const compiling: RunContext = { chain, world, baseYear: baseline.year, priceLevel };
  const assumed = (chain.assumptions ?? []).map(({ id, ...row }) => ({
    id,
    value: scenario.parameters[id] ?? row.value,
    unit: row.unit,
  }));
  const goods = {
    squeezed: select(answering.squeezed, world.goods),
    fought: select(answering.fought, world.goods),
  };
  const { name, horizon } = scenario;
  const levers = compileScenario({ ...bare, members: [] }, compiling);
  const base = run(
    chain,
    baseline,
    { name, horizon, members: [], levers },
    { frame, keepFactors: true, ...(options.starts !== undefined && { starts: options.starts }) },
  );
  const years = base.years.filter((at) => at >= assumptions.asOf);
  const stockRule = stockRuleOf(chain);
  const stop = {
    by: [answering.responder],
    to: chain.seats.flatMap(({ regions }) => regions),
    goods: goods.squeezed,
    remaining: assumptions.leak,
  };
  return {
    chain,
    baseline,
    frame,
    starts: startsOf(base),
    before: base.steps.filter((step) => step.year < firstYear(bare, assumptions.asOf)),
    scenario: bare,
    response: ruleOf(options.response, bare.levers.length < scenario.levers.length),
    minimum: options.minimum ?? 0,
    penalty: options.penalty ?? 0,
    sidePayments: players.map((id) => options.sidePayments?.[id] ?? 0),
    world,
    reading: { world, years: [baseline.year, horizon[1]], defaults: leverDefaults(assumed) },
    compiling,
    players,
    playerParty: players.map((id) => parties.findIndex((party) => party.id === id)),
    parties,
    unions: unionsOf(chain, parties),
    items: itemsOf(bare),
    years,
    answering,
    settings: reactionSettings(assumed, goods),
    stockRule,
    stops: storedStops(base, levers, anchorYears(years), stop, stockRule),
    assumptions,
  };
}

/** The first year in which profiles can differ: of a lever of the package itself, or that of the decisions. */
function firstYear({ name, levers }: Scenario, asOf: number): number {
  return Math.min(asOf, ...levers.filter(({ origin }) => origin === name).map(({ from }) => from));
}

function ruleOf(asked: string | undefined, stated: boolean): string {
  if (asked === undefined) return stated ? "licence-squeeze" : "none";
  const searched = ["credible", BEST_RESTRICTION];
  return searched.includes(asked) ? asked : reactionOf(asked, searched).id;
}

/** @throws IssueError `UNKNOWN_REGION` where the chain has no such seat. */
function seatsOf({ seats }: Chain, asked: readonly string[], path: string): void {
  const known = seats.map(({ id }) => id);
  for (const id of asked) {
    if (known.includes(id)) continue;
    const nearest = nearestName(id, known);
    throw new IssueError([
      { code: "UNKNOWN_REGION", path, found: id, expected: known, ...(nearest && { nearest }) },
    ]);
  }
}

function playersOf(chain: Chain, { members }: Scenario, asked?: readonly string[]): string[] {
  seatsOf(chain, asked ?? [], "players");
  const sitting = asked ?? members;
  return chain.seats.map(({ id }) => id).filter((id) => sitting.includes(id));
}
