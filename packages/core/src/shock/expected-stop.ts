import { ifAnswered } from "../errors/no-answer.js";
import { largestExporter } from "../market/largest-exporter.js";
import type { RunResult } from "../results/run-result.js";
import { annualStop } from "./annual-stop.js";
import { stockRuleOf } from "./stock-rule.js";
import { yearOfStop } from "./year-of-stop.js";

const anchors = 4;

/** Loss per region, kUSD/y, by year; years beside which no stop has an answer are missing. */
export type ExpectedStop = ReadonlyMap<number, Float64Array>;

const known = new WeakMap<RunResult, ExpectedStop>();

/**
 * Expected loss from a stop: hazard × what a stop of a whole year costs, quasi-static, solved in four years spread evenly from the year of
 * valuation on and interpolated. The largest exporter stops all that end uses buy to the seats' regions; the leak still comes.
 * Undefined where the chain states no hazard. Remembered for a run.
 */
export function expectedStop(run: RunResult): ExpectedStop | undefined {
  const { calibration } = run.frame;
  const assumed = (id: string): number | undefined =>
    run.parameters?.[id] ?? calibration.chain.assumptions?.find((row) => row.id === id)?.value;
  const [hazard, leak] = [assumed("summit.hazard"), assumed("summit.leak")];
  if (hazard === undefined || leak === undefined) return undefined;
  let found = known.get(run);
  if (found === undefined) known.set(run, (found = spread(run, hazard, leak)));
  return found;
}

function spread(run: RunResult, hazard: number, leak: number): ExpectedStop {
  const { valuationYear } = run.frame.parameters;
  const years = run.years.filter((year) => year >= valuationYear);
  const last = years.length - 1;
  if (last < 0) return new Map();
  const at = [
    ...new Set(Array.from({ length: anchors }, (_, k) => years[Math.round((k * last) / (anchors - 1))])),
  ];
  const solved = at.map((year) => lossIn(run, year, leak));
  const losses = new Map<number, Float64Array>();
  for (const year of years) {
    const next = at.findIndex((anchor) => anchor >= year);
    const [before, after] = [at[Math.max(0, next - 1)], at[next]];
    const [low, high] = [solved[Math.max(0, next - 1)], solved[next]];
    const weight = after > before ? (year - before) / (after - before) : 1;
    if (high === undefined || (low === undefined && weight < 1)) continue;
    losses.set(
      year,
      high.map((loss, r) => hazard * (weight < 1 ? low![r] + weight * (loss - low![r]) : loss)),
    );
  }
  return losses;
}

/** Loss of a stop of the whole year; undefined where it has no answer. */
function lossIn(run: RunResult, year: number, leak: number): Float64Array | undefined {
  const { calibration } = run.frame;
  const { chain } = calibration;
  const by = largestExporter(calibration);
  const to = chain.seats.flatMap(({ regions }) => regions).filter((id) => id !== by);
  const goods = [...new Set(chain.endUses.flatMap((use) => use.goods))];
  return ifAnswered(() => {
    const found = yearOfStop(run, run.levers ?? [], year);
    return annualStop(found, { by: [by], to, goods, remaining: leak }, stockRuleOf(chain)).loss;
  });
}
