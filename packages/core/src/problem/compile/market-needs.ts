import { nodeOf, type MarketProblem } from "../market-problem.js";

/** What stands at each node (region · goods + good). */
export interface MarketNeeds {
  /** Supply curves, firms and process outputs. */
  readonly produces: Uint8Array;
  /** Demand curves, process inputs and public purchases. */
  readonly uses: Uint8Array;
  readonly demands: Uint8Array;
  readonly arrives: Uint8Array;
  readonly leaves: Uint8Array;
}

export function marketNeeds(problem: MarketProblem): MarketNeeds {
  const flags = () => new Uint8Array(problem.regions.length * problem.goods.length);
  const needs = { produces: flags(), uses: flags(), demands: flags(), arrives: flags(), leaves: flags() };
  const node = (region: number, good: number) => nodeOf(problem, region, good);
  for (const row of problem.supply) for (const good of row.goods) needs.produces[node(row.region, good)] = 1;
  for (const row of problem.demand) {
    for (const good of row.goods)
      needs.uses[node(row.region, good)] = needs.demands[node(row.region, good)] = 1;
  }
  for (const firm of problem.firms) needs.produces[node(firm.region, firm.good)] = 1;
  for (const process of problem.processes) {
    for (const [good] of process.outputs) needs.produces[node(process.region, good)] = 1;
    for (const [good] of process.inputs) needs.uses[node(process.region, good)] = 1;
  }
  for (const floor of problem.floors)
    if (floor.mechanism === "purchase") needs.uses[node(floor.region, floor.good)] = 1;
  for (const arc of problem.arcs) {
    needs.leaves[node(arc.from, arc.good)] = 1;
    needs.arrives[node(arc.to, arc.good)] = 1;
  }
  return needs;
}

export function isLive(needs: MarketNeeds, node: number): boolean {
  return Boolean(needs.produces[node] || needs.uses[node] || needs.arrives[node] || needs.leaves[node]);
}
