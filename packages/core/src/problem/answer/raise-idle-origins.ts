import { shunnedPrice } from "../forms/site.js";
import { rightOf } from "../compile/add-support.js";
import type { CompiledProblem } from "../compile/compile-problem.js";
import { nodeOf, type MarketProblem } from "../market-problem.js";
import type { Solution } from "./solution.js";

/**
 * Where nobody produces a dispersed good its origin price may be anything up to the first producer's cost; the highest is
 * taken, at which nobody would buy either.
 */
export function raiseIdleOrigins(solution: Solution): void {
  const { compiled, problem, x, f } = solution;
  problem.goods.forEach((_, good) => {
    if (problem.dispersion[good] === 0) return;
    problem.regions.forEach((__, region) => {
      const place = compiled.producers(region, good);
      const producers = [
        ...problem.supply.flatMap((row, k) => {
          const g = row.goods.indexOf(good);
          return row.region === region && g >= 0 ? compiled.supply[k].quantity[g] : [];
        }),
        ...problem.firms.flatMap((firm, k) =>
          firm.region === region && firm.good === good ? [compiled.firms[k]] : [],
        ),
      ];
      const makers = problem.processes.flatMap((p, k) =>
        p.region === region && p.outputs.some(([output]) => output === good) ? [compiled.processes[k]] : [],
      );
      if (!place || [...makers, ...producers].some((index) => x[index] > 0)) return;
      if (fixedSupply(problem, region, good) > 0) return;
      dropTraces(compiled, x, region, good);
      if (makers.length > 0) return;
      if (producers.length === 0) {
        // only a fixed quantity of nothing: any price at which nobody would buy
        const shunned = shunnedPrice(compiled.builder.scales.price[good], problem.dispersion[good]);
        const by = Math.max(0, shunned - x[place.producedInto]);
        raise(solution, place.producedInto, nodeOf(problem, region, good), by);
        return;
      }
      const spare = Math.max(0, Math.min(...producers.map((index) => f[index])));
      raise(solution, place.producedInto, nodeOf(problem, region, good), spare);
    });
  });
}

/** What has not been produced does not flow. */
function dropTraces({ problem, arcs }: CompiledProblem, x: Float64Array, region: number, good: number): void {
  for (const { arc, parts } of arcs) {
    if (problem.arcs[arc].from !== region || problem.arcs[arc].good !== good) continue;
    for (const part of parts) x[part.unknown] = 0;
  }
}

/** Raises an origin price, and with it what a floor or a ceiling makes of it. */
function raise(solution: Solution, origin: number, node: number, by: number): void {
  const { x } = solution;
  const support = solution.supportAt(node);
  const pays = support?.mechanism === "deficiency-payment";
  const wedge = (pays ? support.perUnit : support?.gate) ?? -1;
  if (pays && wedge >= 0) x[origin] += x[wedge];
  x[origin] += by;
  if (support === undefined || wedge < 0) return;
  x[wedge] = rightOf(support, x[origin]);
}

function fixedSupply({ supply }: MarketProblem, region: number, good: number): number {
  return supply.reduce((sum, { region: at, goods, curve }) => {
    return at === region && goods[0] === good && curve.form === "fixed" ? sum + curve.quantity : sum;
  }, 0);
}
