import type { Table } from "../evidence/table.js";
import type { Assumption } from "../chain/chain-file.js";
import { quotaBacktest, type Observation } from "../backtest/index.js";
import { valueOf } from "../results/index.js";
import type { Experiment } from "./experiment.js";

/**
 * What export quotas did to prices abroad on the reduced chain of 2009, with the parameters fitted there. `measure=rise`: per cent above the
 * base year, the mean of the `goods`; `measure=multiple`: the largest multiple of the base year's price.
 */
export function quotaPrices(
  experiment: Experiment,
  tables: ReadonlyMap<string, Pick<Table, "rows">>,
  assumptions: readonly Assumption[],
  observations: readonly Observation[],
): number {
  const { result } = quotaBacktest(tables, assumptions, observations);
  const year = experiment.word("year");
  const at = (good: string, when: string): number =>
    valueOf(result, `price[${good},world-excluding-CHN,${when}]`) ?? NaN;
  const multiples = experiment
    .words("goods")
    .map((good) => at(good, year) / at(good, String(result.years[0])));
  if (experiment.word("measure") === "multiple") return Math.max(...multiples);
  return 100 * (multiples.reduce((sum, one) => sum + one, 0) / multiples.length - 1);
}
