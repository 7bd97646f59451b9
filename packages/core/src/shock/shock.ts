import type { Step } from "../horizon/index.js";
import type { CompiledLever } from "../levers/lever.js";
import type { RunResult } from "../results/run-result.js";
import { valueAddedAtRisk } from "./annual-stop.js";
import { coverOf, lostSupply, withStores } from "./cover.js";
import type { ShockSpec, StockRule } from "./shock-spec.js";
import { solveWithStores, type StopWithStores } from "./solve-with-stores.js";
import { milderStops, stoppedMarket } from "./stopped-market.js";
import { solveYear, yearOfStop, type YearOfStop } from "./year-of-stop.js";

export interface ShockResult {
  readonly spec: ShockSpec;
  /** The year without the stop. */
  readonly before: Step;
  /** One a month, at yearly rates: the months of the stop, then those in which stores are bought back. */
  readonly months: readonly ShockMonth[];
  /** kUSD per region over all months: W without the stop less W with it. */
  readonly loss: Float64Array;
  /** kUSD per region over the months of the stop; an indicator, never added to the loss. */
  readonly valueAddedAtRisk: Float64Array;
  readonly run: RunResult;
}

export interface ShockMonth {
  readonly month: number;
  readonly stopped: boolean;
  readonly step: Step;
  /** Stores at the end of the month, t per buyer. */
  readonly stores: Float64Array;
}

/**
 * A stop month by month, quasi-static: each month is an equilibrium at short-run elasticities with the year's capacity, on a twelfth of
 * the year's quantities. Users' stores, then public ones, replace a share of the lost supply while they last and are bought back afterwards.
 * No months or no lost share gives the year itself, to the bit.
 *
 * @throws IssueError `YEAR_OUT_OF_RANGE`, or with the reason where a month has no answer.
 */
export function shock(
  run: RunResult,
  levers: readonly CompiledLever[],
  spec: ShockSpec,
  rule: StockRule,
): ShockResult {
  const year = yearOfStop(run, levers, spec.year);
  const { step, state, terms } = year;
  const cover = coverOf(run.frame.calibration, step.market, step.equilibrium.demandByGood, state.stocks);
  const full = cover.users.map((tonnes, b) => tonnes + cover.public[b]);
  const lost = lostSupply(step.market, step.equilibrium, spec);
  const closed = stoppedMarket(step.market, step.equilibrium.flow, spec, terms.crisisSharing, run.frame);
  const months = stopMonths(year, closed, spec, rule, lost, full);
  const drawn = full.map((tonnes, b) => tonnes - (months.at(-1)?.stores[b] ?? tonnes));
  months.push(...refillMonths(year, rule, drawn, full, months.length));
  return { spec, before: step, months, run, ...totals(year, months) };
}

function stopMonths(
  year: YearOfStop,
  closed: Step["market"],
  spec: ShockSpec,
  { drawShare }: StockRule,
  lost: Float64Array,
  full: Float64Array,
): ShockMonth[] {
  const months: ShockMonth[] = [];
  const { step, terms, run } = year;
  const milder = () => milderStops(step.market, step.equilibrium.flow, spec, terms.crisisSharing, run.frame);
  let stores = full;
  let last: (StopWithStores & { readonly asked: Float64Array }) | undefined;
  for (let month = 1; month <= spec.months; month++) {
    const asked = lost.map((tonnes, b) => -Math.min(drawShare * tonnes, 12 * stores[b]));
    if (last === undefined || asked.some((quantity, b) => quantity !== last?.asked[b]))
      last = { asked, ...solveWithStores(year, closed, asked, milder) };
    const { release } = last;
    stores = stores.map((tonnes, b) => Math.max(0, tonnes + release[b] / 12));
    months.push({ month, stopped: true, step: last.step, stores });
  }
  return months;
}

/** What was drawn is bought back in equal parts. */
function refillMonths(
  year: YearOfStop,
  rule: StockRule,
  drawn: Float64Array,
  full: Float64Array,
  after: number,
): ShockMonth[] {
  const count = Math.max(1, Math.round(rule.refillMonths));
  if (after === 0 || drawn.every((tonnes) => tonnes === 0)) return [];
  const step = solveYear(
    year,
    withStores(
      year.step.market,
      drawn.map((tonnes) => (12 * tonnes) / count),
    ),
  );
  return Array.from({ length: count }, (_, i) => ({
    month: after + i + 1,
    stopped: false,
    step,
    stores: full.map((tonnes, b) => tonnes - (drawn[b] * (count - i - 1)) / count),
  }));
}

function totals(
  year: YearOfStop,
  months: readonly ShockMonth[],
): Pick<ShockResult, "loss" | "valueAddedAtRisk"> {
  const before = year.step.accounts.welfare;
  const loss = new Float64Array(before.length);
  const atRisk = new Float64Array(before.length);
  for (const { step, stopped } of months) {
    before.forEach((welfare, r) => (loss[r] += (welfare - step.accounts.welfare[r]) / 12));
    if (stopped)
      valueAddedAtRisk(year, step.equilibrium.demand).forEach((value, r) => (atRisk[r] += value / 12));
  }
  return { loss, valueAddedAtRisk: atRisk };
}
