import { RATIONED_WORTH } from "../forms/site.js";
import type { MarketProblem } from "../market-problem.js";
import type { Solution } from "./solution.js";

/**
 * Where nobody produces a dispersed good its origin price may be anything up to the first producer's cost; the highest is
 * taken, at which nobody would buy either.
 */
export function raiseIdleOrigins({ compiled, problem, x, f }: Solution): void {
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
      const makes = problem.processes.some(
        (p) => p.region === region && p.outputs.some(([output]) => output === good),
      );
      if (!place || makes || producers.some((index) => x[index] > 0)) return;
      if (fixedSupply(problem, region, good) > 0) return;
      if (producers.length === 0) {
        // only a fixed quantity of nothing: any price at which nobody would buy
        const { price } = compiled.builder.scales;
        x[place.producedInto] = Math.max(
          x[place.producedInto],
          RATIONED_WORTH * price[good] + 60 * problem.dispersion[good],
        );
        return;
      }
      x[place.producedInto] += Math.max(0, Math.min(...producers.map((index) => f[index])));
    });
  });
}

function fixedSupply({ supply }: MarketProblem, region: number, good: number): number {
  return supply.reduce((sum, { region: at, goods, curve }) => {
    return at === region && goods[0] === good && curve.form === "fixed" ? sum + curve.quantity : sum;
  }, 0);
}
