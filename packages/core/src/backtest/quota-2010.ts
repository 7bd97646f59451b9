import type { Assumption } from "../chain/chain-file.js";
import { IssueError } from "../errors/issue.js";
import type { Table } from "../evidence/table.js";
import type { CompiledLever } from "../levers/lever.js";
import { log } from "../numeric/elementary.js";
import { run, valueOf, type RunResult } from "../results/index.js";
import type { FittedParameter } from "./backtest.js";
import type { Observation, QuoteTerms } from "./observation.js";
import {
  BASE_YEAR,
  LAST_YEAR,
  oxideBaseline,
  outputLimits,
  oxideChain,
  quotas,
  ReducedFigures,
  type Fit,
} from "./oxides-2009.js";

export const QUOTA_CASE = "quota-2010";
/** The year whose mean prices abroad the two parameters are fitted on. */
const FITTED_ON = "2011";

export interface QuotaBacktest {
  readonly result: RunResult;
  readonly fitted: readonly FittedParameter[];
  readonly fit: Fit;
}

/**
 * The export quotas of 2010 to 2012 on the reduced chain, with the short-run elasticity and the choke at the values, of those listed in the
 * data, that come nearest to the mean prices abroad of 2011 (least squares in logs).
 *
 * @param assumptions of the rare-earth chain: what the years need besides.
 * @throws IssueError of the solver where no value tried has an answer.
 */
export function quotaBacktest(
  tables: ReadonlyMap<string, Pick<Table, "rows">>,
  assumptions: readonly Assumption[],
  observations: readonly Observation[],
): QuotaBacktest {
  const figures = new ReducedFigures(tables);
  const targets = observations.filter(
    ({ case: name, series, date }) =>
      name === QUOTA_CASE && date === FITTED_ON && series.startsWith("abroad-"),
  );
  let best: { fit: Fit; result: RunResult; misfit: number } | undefined;
  for (const { value: elasticity } of figures.all("try-elasticity"))
    for (const { value: choke } of figures.all("try-choke")) {
      const fit = { elasticity, choke };
      const result = solve(figures, fit, assumptions);
      const misfit = misfitOf(result, targets);
      if (best === undefined || misfit < best.misfit) best = { fit, result, misfit };
    }
  if (best === undefined) throw new IssueError([{ code: "UNKNOWN_TABLE", found: "backtest-oxides-2009" }]);
  const { elasticity, choke } = best.fit;
  return {
    result: best.result,
    fit: best.fit,
    fitted: [
      { parameter: "elasticity-short", value: elasticity, case: QUOTA_CASE },
      { parameter: "choke", value: choke, case: QUOTA_CASE },
    ],
  };
}

/** Terms of Chinese quotes in the time of the quotas. */
export function quotaTerms(tables: ReadonlyMap<string, Pick<Table, "rows">>): QuoteTerms {
  const figures = new ReducedFigures(tables);
  return { cnyPerUsd: figures.get("exchange-rate"), vat: figures.get("vat") };
}

function solve(figures: ReducedFigures, fit: Fit, assumptions: readonly Assumption[]): RunResult {
  return run(oxideChain(figures, fit, assumptions), oxideBaseline(figures), {
    name: QUOTA_CASE,
    levers: [
      ...quotas(figures).map(({ year, volume }) => quota(year, volume)),
      ...outputLimits(figures).map(({ year, volume }) => outputLimit(year, volume)),
    ],
    horizon: [BASE_YEAR, LAST_YEAR],
    members: [],
  });
}

/** Recorded output of a year as the most that China's mines make. */
function outputLimit(year: number, limit: number): CompiledLever {
  return {
    ...leverOf("output-quota", year),
    market(edit) {
      const { nodes, regions } = edit.market;
      const members = nodes.id.flatMap((_, node) => (regions[nodes.region[node]] === "CHN" ? [node] : []));
      edit.control({
        id: `output-quota-${year}`,
        lever: `output-quota-${year}`,
        limit,
        cap: Infinity,
        on: "node",
        members: Int32Array.from(members),
        coefficient: new Float64Array(members.length).fill(1),
        rentTo: "exporter",
        neutral: false,
      });
    },
  };
}

const leverOf = (kind: string, year: number) => ({
  id: `${kind}-${year}`,
  kind,
  from: year,
  to: year,
  warnings: [],
});

/** One volume over all goods and buyers, as China set it. */
function quota(year: number, limit: number): CompiledLever {
  return {
    ...leverOf("export-quota", year),
    market(edit) {
      const goods = edit.market.goods.filter((name) => name.startsWith("oxide."));
      const to = edit.market.regions.filter((name) => name !== "CHN");
      const members = edit.arcs({ goods, from: ["CHN"], to });
      edit.control({
        id: `export-quota-${year}`,
        lever: `export-quota-${year}`,
        limit,
        cap: Infinity,
        on: "arc",
        members,
        coefficient: new Float64Array(members.length).fill(1),
        rentTo: "exporter",
        neutral: false,
      });
    },
  };
}

function misfitOf(result: RunResult, targets: readonly Observation[]): number {
  return targets.reduce((sum, { reference, observed }) => {
    const gap = log((valueOf(result, reference) ?? NaN) / observed);
    return sum + gap * gap;
  }, 0);
}
