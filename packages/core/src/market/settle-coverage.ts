import type { Contract } from "./market.js";

/**
 * Covers each tonne once: contracts on one node's output share it in order of strike, highest first (earlier first at
 * equal strikes), and what is already covered is not covered again. Contracts that do not overlap come back as they are.
 */
export function settleCoverage(contracts: readonly Contract[]): Contract[] {
  const left = new Map<string, number>();
  const settled = new Map<Contract, number>();
  for (const contract of [...contracts].sort((a, b) => b.strike - a.strike)) {
    const output = `${contract.node} ${contract.good}`;
    const free = left.get(output) ?? 1;
    const coverage = Math.min(contract.coverage, free);
    left.set(output, free - coverage);
    settled.set(contract, coverage);
  }
  return contracts.flatMap((contract) => {
    const coverage = settled.get(contract)!;
    if (coverage === contract.coverage) return [contract];
    return coverage > 0 ? [{ ...contract, coverage }] : [];
  });
}
