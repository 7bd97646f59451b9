import type { ProblemAnswer } from "./answer.js";
import type { Solution } from "./solution.js";

/** Larger entries of the null space are movement, smaller ones rounding. */
const MOVES = 1e-3;

/** Whether another answer has other prices where something is traded, or other quantities. */
export function uniqueness({ compiled, freedom, x }: Solution): ProblemAnswer["unique"] {
  const { problem } = compiled;
  const moves = (index: number) => index >= 0 && freedom[index] > MOVES;
  const traded = tradedNodes({ compiled, x });
  const prices = problem.regions.every((_, region) =>
    problem.goods.every((__, good) => {
      if (!traded.has(region * problem.goods.length + good)) return true;
      const [seller, buyer] = [compiled.producers(region, good), compiled.users(region, good)];
      return ![seller?.received, buyer?.paid].some((price) => price?.parts.some(([index]) => moves(index)));
    }),
  );
  const quantities = [
    ...[...compiled.supply, ...compiled.demand].flatMap((curve) => curve.quantity.flat()),
    ...compiled.firms,
    ...compiled.processes,
    ...compiled.arcs.flatMap((arc) => arc.parts.map((part) => part.unknown)),
    ...compiled.sales.map((sale) => sale.unknown),
    ...compiled.supports.map((support) => support.purchased),
  ];
  return { prices, flows: !quantities.some(moves) };
}

function tradedNodes({ compiled, x }: Pick<Solution, "compiled" | "x">): Set<number> {
  const { problem } = compiled;
  const nodes = new Set<number>();
  const add = (region: number, good: number, quantity: number) => {
    if (quantity > 0) nodes.add(region * problem.goods.length + good);
  };
  const curves = [...problem.supply.map((row, k) => [row, compiled.supply[k]] as const)];
  for (const [row, curve] of [...curves, ...problem.demand.map((r, k) => [r, compiled.demand[k]] as const)])
    row.goods.forEach((good, g) => {
      add(
        row.region,
        good,
        curve.quantity[g].reduce((sum, i) => sum + x[i], curve.fixed[g]),
      );
    });
  problem.firms.forEach((firm, k) => {
    add(firm.region, firm.good, x[compiled.firms[k]]);
  });
  problem.processes.forEach((process, k) => {
    for (const [good] of [...process.inputs, ...process.outputs])
      add(process.region, good, x[compiled.processes[k]]);
  });
  for (const arc of compiled.arcs) {
    const { from, to, good } = problem.arcs[arc.arc];
    const flow = arc.parts.reduce((sum, part) => sum + x[part.unknown], 0);
    add(from, good, flow);
    add(to, good, flow);
  }
  return nodes;
}
