import type { Step } from "../horizon/index.js";
import type { Market, StartPoint } from "../market/market.js";
import { coverOf, lostSupply } from "./cover.js";
import { drawnValue } from "./drawn-value.js";
import type { ShockSpec, StockRule } from "./shock-spec.js";
import { solveWithStores } from "./solve-with-stores.js";
import { milderStops, stoppedMarket } from "./stopped-market.js";
import type { YearOfStop } from "./year-of-stop.js";

export interface AnnualStop {
  /**
   * W without the stop less W with it, kUSD/y per region. What stores release is earned at home and bought back later at the price before;
   * a region that makes the goods may gain (a loss below zero).
   */
  readonly loss: Float64Array;
  /**
   * End-use value added per tonne × tonnes gone without, kUSD/y per region: of the parts that hold the goods, not of the products that wait
   * for them. An upper end within the chain, never added to the loss.
   */
  readonly valueAddedAtRisk: Float64Array;
  /** The year as it is under the stop. */
  readonly stopped: Step;
}

/**
 * A stop that lasts the whole year, quasi-static: one equilibrium in which stores give what they can spread over the year.
 * @param near a canonical start for the stopped market, such as another stop's answer.
 * @throws IssueError where there is no answer.
 */
export function annualStop(
  year: YearOfStop,
  spec: Omit<ShockSpec, "months" | "year">,
  rule: StockRule,
  near?: (market: Market) => StartPoint,
): AnnualStop {
  const { run, step, state, terms } = year;
  const full: ShockSpec = { ...spec, months: 12, year: step.year };
  const closed = stoppedMarket(step.market, step.equilibrium.flow, full, terms.crisisSharing, run.frame);
  const cover = coverOf(run.frame.calibration, step.market, step.equilibrium.demandByGood, state.stocks);
  const lost = lostSupply(step.market, step.equilibrium, full);
  const asked = lost.map((tonnes, b) => -Math.min(rule.drawShare * tonnes, cover.users[b] + cover.public[b]));
  const milder = () => milderStops(step.market, step.equilibrium.flow, full, terms.crisisSharing, run.frame);
  const { step: stopped } = solveWithStores(year, closed, asked, milder, near);
  const drawn = drawnValue(stopped, step);
  const loss = step.accounts.welfare.map((before, r) => before - stopped.accounts.welfare[r] + drawn[r]);
  return {
    loss,
    valueAddedAtRisk: valueAddedAtRisk(year, stopped.equilibrium.demand),
    stopped,
  };
}

/** @param demand use of each end use during the stop, t/y. */
export function valueAddedAtRisk(
  { run, step }: Pick<YearOfStop, "run" | "step">,
  demand: Float64Array,
): Float64Array {
  const { chain, uses, regions } = run.frame.calibration;
  const perTonne = new Map(chain.endUses.map((use) => [use.id, use.valueAdded]));
  const risk = new Float64Array(regions.length);
  for (let u = 0; u < uses.count; u++) {
    const missing = Math.max(0, step.equilibrium.demand[u] - demand[u]);
    risk[uses.region[u]] += missing * (perTonne.get(uses.endUse[u]) ?? 0);
  }
  return risk;
}
