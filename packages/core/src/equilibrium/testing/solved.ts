import type { Control, Equilibrium, Market, StartPoint } from "../../market/market.js";
import { solveMarket } from "../dispersed/solve-market.js";

/** The answer, or an error that carries the issue. */
export function solved(market: Market, start?: Partial<StartPoint>): Equilibrium {
  const rent = new Float64Array(market.controls.length);
  const result = solveMarket(
    market,
    start?.originPrice && { start: { rent, ...start, originPrice: start.originPrice } },
  );
  if (!result.ok) throw new Error(JSON.stringify(result.issue));
  return result.equilibrium;
}

export function quota(members: readonly number[], limit: number, more: Partial<Control> = {}): Control {
  return {
    id: "quota",
    lever: "quota",
    limit,
    cap: Infinity,
    on: "arc",
    members: Int32Array.from(members),
    coefficient: new Float64Array(members.length).fill(1),
    rentTo: "exporter",
    neutral: false,
    ...more,
  };
}

export function duty(arcs: readonly number[], adValorem: number, specific = 0): Market["wedges"][number] {
  return {
    lever: "duty",
    kind: "duty",
    arcs: Int32Array.from(arcs),
    adValorem: new Float64Array(arcs.length).fill(adValorem),
    specific: new Float64Array(arcs.length).fill(specific),
  };
}

export function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
