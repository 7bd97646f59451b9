import type { ArcUnknowns } from "../compile/add-arcs.js";
import type { SupportUnknowns } from "../compile/add-support.js";
import type { CompiledProblem } from "../compile/compile-problem.js";
import { valueOf, type Expression } from "../compile/expression.js";
import type { CurveUnknowns } from "../forms/site.js";
import { nodeOf } from "../market-problem.js";

/** A solved problem with its figures read back in the file's own units. */
export class Solution {
  readonly problem;

  /**
   * @param x unknowns. @param f conditions at x. @param freedom which unknowns other solutions hold at other values.
   */
  constructor(
    readonly compiled: CompiledProblem,
    readonly x: Float64Array,
    readonly f: Float64Array,
    readonly freedom: Float64Array,
  ) {
    this.problem = compiled.problem;
  }

  /** The floor or ceiling of a node. */
  supportAt(node: number): SupportUnknowns | undefined {
    return this.compiled.supports.find((support) => support.node === node);
  }

  value(expression: Expression): number {
    return valueOf(expression, this.x);
  }

  /** Value of an unknown, 0 where there is none. */
  at(index: number): number {
    return index < 0 ? 0 : this.x[index];
  }

  quantities(curve: CurveUnknowns): number[] {
    return curve.quantity.map((unknowns, g) => unknowns.reduce((sum, i) => sum + this.x[i], curve.fixed[g]));
  }

  flow(arc: ArcUnknowns): number {
    return arc.parts.reduce((sum, part) => sum + this.x[part.unknown], 0);
  }

  /** Transport cost per unit at the flow. */
  transportCost(arc: ArcUnknowns, power: (x: number, y: number) => number): number {
    const { cost, slope, power: exponent } = this.problem.arcs[arc.arc];
    const flow = this.flow(arc);
    return slope === 0 || flow === 0 ? cost : cost + slope * power(flow, exponent);
  }

  /** Multiplier of an upper bound: what one more unit of capacity would bring. */
  capacityRent(unknowns: readonly number[], upper: number): number {
    if (upper === Infinity || unknowns.length === 0) return 0;
    const total = unknowns.reduce((sum, i) => sum + this.x[i], 0);
    if (total < upper * (1 - 1e-12)) return 0;
    return Math.max(0, Math.min(...unknowns.map((i) => -this.f[i])));
  }

  supplyPrice(region: number, good: number): number {
    const place = this.compiled.producers(region, good);
    return place === undefined
      ? 0
      : this.value(place.received) + this.problem.supplySubsidy[nodeOf(this.problem, region, good)];
  }

  demandPrice(region: number, good: number): number {
    const place = this.compiled.users(region, good);
    return place === undefined
      ? 0
      : this.value(place.paid) - this.problem.demandSubsidy[nodeOf(this.problem, region, good)];
  }

  /** By node: what the region's supply curves, firms and processes turn out. */
  production(): Float64Array {
    const { problem, compiled } = this;
    const total = new Float64Array(problem.regions.length * problem.goods.length);
    this.curveSupply().forEach((quantity, node) => (total[node] += quantity));
    problem.processes.forEach((process, k) => {
      for (const [good, amount] of process.outputs)
        total[nodeOf(problem, process.region, good)] += amount * this.x[compiled.processes[k]];
    });
    return total;
  }

  /** By node: what its supply curves and firms turn out. */
  curveSupply(): Float64Array {
    const { problem, compiled } = this;
    const total = new Float64Array(problem.regions.length * problem.goods.length);
    problem.supply.forEach((row, k) => {
      this.quantities(compiled.supply[k]).forEach(
        (q, g) => (total[nodeOf(problem, row.region, row.goods[g])] += q),
      );
    });
    problem.firms.forEach(
      (firm, k) => (total[nodeOf(problem, firm.region, firm.good)] += this.x[compiled.firms[k]]),
    );
    return total;
  }
}
