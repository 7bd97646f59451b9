import type { CompiledLever } from "../levers/lever.js";
import type { RunResult } from "../results/index.js";
import type { Market } from "../market/market.js";
import { annualStop, yearOfStop } from "../shock/index.js";
import { nearStop, stopOf, withFactorOf, type StoredStop } from "./stored-stop.js";
import type { Summit } from "./prepare.js";

const anchors = 4;
/** From this anchor on a profile's stop begins at its own stop before: the first lies too near the decisions to tell of later ones. */
const ownStart = 2;

/** Four years spread evenly over those that count, the first and the last among them. */
export function anchorYears(years: readonly number[]): number[] {
  const last = years.length - 1;
  const at = Array.from({ length: anchors }, (_, k) => years[Math.round((k * last) / (anchors - 1))]);
  return [...new Set(at)];
}

/**
 * What a stop of a whole year would cost each region, kUSD by year (row) and region: solved in the anchor years, interpolated
 * between them, nothing in the years in which the rule scripts a squeeze itself.
 *
 * @param to regions that are stopped.
 */
export function stopLoss(
  summit: Summit,
  run: RunResult,
  levers: readonly CompiledLever[],
  to: readonly string[],
): Float64Array {
  const { years, chain, settings, assumptions, answering } = summit;
  const regions = chain.regions.length;
  const loss = new Float64Array(years.length * regions);
  if (to.length === 0) return loss;
  const at = anchorYears(years);
  const spec = { by: [answering.responder], to, goods: settings.squeezed, remaining: assumptions.leak };
  let last: StoredStop | undefined;
  const solved = at.map((year, k) => {
    const found = yearOfStop(run, levers, year);
    const stored = summit.stops.get(year);
    const from = k >= ownStart && last && stored ? withFactorOf(last, stored) : stored;
    const near = from && ((market: Market) => nearStop(market, found.step, from, k === 0));
    const { loss: lost, stopped } = annualStop(found, spec, summit.stockRule, near);
    last = stopOf(found.step, stopped);
    return lost;
  });
  years.forEach((year, y) => {
    if (hazardOff(summit, year)) return;
    const next = Math.max(
      1,
      at.findIndex((anchor) => anchor >= year),
    );
    const [before, after] = [at[next - 1], at[next] ?? at[next - 1]];
    const weight = after > before ? (year - before) / (after - before) : 0;
    for (let r = 0; r < regions; r++) {
      const [low, high] = [solved[next - 1][r], (solved[next] ?? solved[next - 1])[r]];
      loss[y * regions + r] = low + weight * (high - low);
    }
  });
  return loss;
}

const squeezing = new Set([
  "licence-squeeze",
  "first-mover-squeeze",
  "courtship",
  "credible",
  "best-restriction",
]);

/** True in years in which the rule may squeeze by itself: the same for every profile, so that profiles differ in policy only. */
export function hazardOff({ response, answering }: Summit, year: number): boolean {
  return squeezing.has(response) && answering.from <= year && year <= answering.to;
}
