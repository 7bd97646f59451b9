import { endStocks, run, type RunResult } from "../results/index.js";
import { compileLever } from "../scenario/index.js";
import { stopLoss } from "./expected-loss.js";
import { addAccounts } from "./items.js";
import type { Summit } from "./prepare.js";
import type { Profile } from "./profile.js";
import { profileLevers } from "./profile-levers.js";

/** The account of a profile: item k of party i in year y at (i·items + k)·years + y, kUSD; levels, not yet differences. */
export interface ProfileAccount {
  readonly profile: Profile;
  /** The answer that was played, by its name in the menu. */
  readonly response: string;
  /** Share of the base year's volume that licences leave, where it was searched for; 1 is no restriction. */
  readonly licenceVolume?: number;
  readonly values: Float64Array;
  /** Largest error of the accounts, kUSD over all years: worst identity × world turnover. */
  readonly error: number;
}

/** Solves a profile under one answer. Pure: the same bits in whatever order profiles are asked for. */
export function solveProfile(summit: Summit, profile: Profile, response: string): ProfileAccount {
  const { chain, baseline, frame, starts, scenario, compiling, parties } = summit;
  const { members, levers, dealers } = profileLevers(summit, profile, response);
  const compiled = levers.map((lever) => compileLever(lever, members, compiling));
  const { name, horizon } = scenario;
  const years = (unverified: boolean): RunResult =>
    run(
      chain,
      baseline,
      { name, horizon, members, levers: compiled },
      { frame, starts, solved: summit.before, unverified },
    );
  const quick = years(true);
  const solved = worstIdentity(quick) <= ACCOUNTS_HOLD ? quick : years(false);
  const seats = chain.seats.flatMap(({ regions }) => regions);
  const loss = stopLoss(summit, solved, compiled, seats);
  const spared =
    dealers.length === 0
      ? loss
      : stopLoss(
          summit,
          solved,
          compiled,
          seats.filter((id) => !dealers.includes(id)),
        );
  const turnover = solved.steps.reduce((sum, { accounts }) => sum + accounts.turnover, 0);
  const values = new Float64Array(parties.length * summit.items.ids.length * summit.years.length);
  addYears(summit, solved, values);
  addLosses(summit, loss, summit.items.loss, values);
  addLosses(summit, spared, summit.items.lossSpared, values);
  return { profile, response, values, error: worstIdentity(solved) * turnover };
}

/** Years whose accounts do not hold to this are solved again with the independent check of each year. */
const ACCOUNTS_HOLD = 1e-9;

function worstIdentity({ identities: { welfare, money, value } }: RunResult): number {
  return Math.max(welfare, money, value);
}

function addYears({ years, items, parties, chain }: Summit, solved: RunResult, values: Float64Array): void {
  const partyOf = new Int32Array(chain.regions.length);
  parties.forEach(({ regions }, i) => {
    regions.forEach((r) => (partyOf[r] = i));
  });
  const index = new Map(chain.regions.map(({ id }, r) => [id, partyOf[r]]));
  const adder = (y: number, party: number) => (item: number, amount: number) => {
    values[(party * items.ids.length + item) * years.length + y] += amount;
  };
  for (const { year, accounts } of solved.steps) {
    const y = years.indexOf(year);
    if (y < 0) continue;
    for (let r = 0; r < partyOf.length; r++) addAccounts(accounts, r, items, adder(y, partyOf[r]));
  }
  for (const stock of endStocks(solved))
    adder(years.length - 1, index.get(stock.region)!)(items.endStock, stock.value);
}

function addLosses(
  { years, items, parties, chain }: Summit,
  loss: Float64Array,
  item: number,
  values: Float64Array,
): void {
  const regions = chain.regions.length;
  parties.forEach((party, i) => {
    for (let y = 0; y < years.length; y++)
      for (const r of party.regions)
        values[(i * items.ids.length + item) * years.length + y] += loss[y * regions + r];
  });
}
