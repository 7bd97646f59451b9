import { baseline, type Baseline } from "@didym/core/baseline";
import { loadChain, type Chain } from "@didym/core/chain";
import { prepareRun, run, type RunResult } from "@didym/core/results";
import { compileChain, compileData } from "@didym/data";

/** One thing that must hold of a chain, and what was found. */
export interface ChainCheck {
  readonly chain: string;
  readonly check: string;
  readonly holds: boolean;
  readonly detail: string;
}

const SAME = 1e-8;
const IDENTITY = 1e-9;

/**
 * Checks every chain of a data folder: that its tables fit, that its base year balances, and that the model returns that year and keeps
 * its accounts.
 *
 * @throws IssueError with every problem of the tables, by file and line; `BALANCE_INFEASIBLE` or `NOT_CONVERGED` where there is no base year.
 */
export function checkChains(files: Readonly<Record<string, string>>): ChainCheck[] {
  return compileData(files).chains.flatMap((tables) => {
    const chain = loadChain(compileChain(tables, files));
    const base = baseline(chain);
    const scenario = { name: "base", levers: [], horizon: [base.year, base.year + 1] as const, members: [] };
    const result = run(chain, base, scenario, { frame: prepareRun(chain, base) });
    return [sizeOf(chain), balanceOf(chain.id, base), sameYear(chain.id, result), accounts(chain.id, result)];
  });
}

function sizeOf({ id, regions, goods, technologies, endUses }: Chain): ChainCheck {
  const counts = { regions, goods, technologies, "end uses": endUses };
  const detail = Object.entries(counts).map(([name, list]) => `${list.length} ${name}`);
  return { chain: id, check: "tables", holds: true, detail: detail.join(", ") };
}

function balanceOf(chain: string, { figures }: Baseline): ChainCheck {
  return { chain, check: "balance", holds: true, detail: `${figures.length} figures reconciled` };
}

/** The first year under no lever is the base year. */
function sameYear(chain: string, { steps, frame }: RunResult): ChainCheck {
  const { originPrice } = steps[0].equilibrium;
  const { price } = frame.calibration.origins;
  let most = 0;
  for (let o = 0; o < price.length; o++)
    if (price[o] > 0) most = Math.max(most, Math.abs(originPrice[o] / price[o] - 1));
  return {
    chain,
    check: "base year",
    holds: most <= SAME,
    detail: `prices returned to ${most.toExponential(1)}`,
  };
}

function accounts(chain: string, { identities }: RunResult): ChainCheck {
  const { mass, value, money, welfare } = identities;
  const most = Math.max(mass, value, money, welfare);
  return { chain, check: "identities", holds: most <= IDENTITY, detail: `largest ${most.toExponential(1)}` };
}
