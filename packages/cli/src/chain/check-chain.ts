import { baseline, type Baseline } from "@didym/core/baseline";
import { loadChain, type Chain } from "@didym/core/chain";
import { prepareRun, run, type RunResult } from "@didym/core/results";
import { compileChain, compileData } from "@didym/data";
import type { Text } from "@didym/messages";

/** One thing that must hold of a chain, and what was found. */
export interface ChainCheck {
  readonly chain: string;
  readonly check: Text;
  readonly holds: boolean;
  readonly detail: Text;
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
  const [r, g, t, e] = [regions, goods, technologies, endUses].map((list) => list.length);
  return {
    chain: id,
    check: { en: "tables", zh: "各表" },
    holds: true,
    detail: {
      en: `${r} regions, ${g} goods, ${t} technologies, ${e} end uses`,
      zh: `${r} 个地区、${g} 种产品、${t} 种技术、${e} 种终端用途`,
    },
  };
}

function balanceOf(chain: string, { figures }: Baseline): ChainCheck {
  return {
    chain,
    check: { en: "balance", zh: "平衡" },
    holds: true,
    detail: { en: `${figures.length} figures reconciled`, zh: `调和 ${figures.length} 个数字` },
  };
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
    check: { en: "base year", zh: "基年" },
    holds: most <= SAME,
    detail: {
      en: `prices returned to ${most.toExponential(1)}`,
      zh: `价格还原，相差至多 ${most.toExponential(1)}`,
    },
  };
}

function accounts(chain: string, { identities }: RunResult): ChainCheck {
  const { mass, value, money, welfare } = identities;
  const most = Math.max(mass, value, money, welfare);
  return {
    chain,
    check: { en: "identities", zh: "恒等式" },
    holds: most <= IDENTITY,
    detail: { en: `largest ${most.toExponential(1)}`, zh: `最大偏差 ${most.toExponential(1)}` },
  };
}
