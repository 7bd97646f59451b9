import { pow } from "../../numeric/elementary.js";
import { nodeOf } from "../market-problem.js";
import type { ProblemAnswer, PriceRow, QuantityRow } from "./answer.js";
import { rentRows } from "./rents.js";
import type { Solution } from "./solution.js";
import { ceilingRows, floorRows } from "./supports.js";
import { uniqueness } from "./uniqueness.js";
import { revenueOf, welfareOf } from "./welfare.js";

/** The answer's figures; its residual is left to the verifier. */
export function readAnswer(
  solution: Solution,
): Omit<ProblemAnswer, "residual" | "iterations" | "milliseconds"> {
  const revenue = revenueOf(solution);
  const rents = rentRows(solution);
  const floors = floorRows(solution);
  return {
    status: "solved",
    prices: priceRows(solution),
    supply: byNode(solution, solution.curveSupply()),
    demand: byNode(solution, demandByNode(solution)),
    processes: solution.problem.processes.map(({ id, region }, k) => {
      const level = solution.x[solution.compiled.processes[k]];
      return { id, region: solution.problem.regions[region], level };
    }),
    flows: flowRows(solution),
    sales: saleRows(solution),
    rents,
    floors,
    ceilings: ceilingRows(solution),
    revenue,
    welfare: welfareOf(solution, revenue, rents, floors),
    unique: uniqueness(solution),
  };
}

function priceRows(solution: Solution): PriceRow[] {
  const { problem, compiled } = solution;
  return problem.regions.flatMap((name, region) =>
    problem.goods.flatMap((goodName, good) => {
      const seller = compiled.producers(region, good);
      const buyer = compiled.users(region, good);
      if (!seller && !buyer) return [];
      const market = compiled.ownership.isStrategic(good);
      const supply =
        market && buyer
          ? solution.value(buyer.received) + problem.supplySubsidy[nodeOf(problem, region, good)]
          : solution.supplyPrice(region, good);
      const demand = buyer ? solution.demandPrice(region, good) : supply;
      return [{ region: name, good: goodName, supply, demand }];
    }),
  );
}

function demandByNode(solution: Solution): Float64Array {
  const { problem, compiled } = solution;
  const total = new Float64Array(problem.regions.length * problem.goods.length);
  problem.demand.forEach((row, k) => {
    solution
      .quantities(compiled.demand[k])
      .forEach((q, g) => (total[nodeOf(problem, row.region, row.goods[g])] += q));
  });
  return total;
}

function byNode({ problem }: Solution, quantities: Float64Array): QuantityRow[] {
  return problem.regions.flatMap((region, r) =>
    problem.goods.flatMap((good, g) => {
      const quantity = quantities[nodeOf(problem, r, g)];
      return quantity > 0 ? [{ region, good, quantity }] : [];
    }),
  );
}

function flowRows(solution: Solution): ProblemAnswer["flows"] {
  const { problem, compiled } = solution;
  return compiled.arcs.flatMap((arc) => {
    const quantity = solution.flow(arc);
    if (!(quantity > 0)) return [];
    const { from, to, good } = problem.arcs[arc.arc];
    const cost = solution.transportCost(arc, pow);
    return [
      { from: problem.regions[from], to: problem.regions[to], good: problem.goods[good], quantity, cost },
    ];
  });
}

function saleRows({ problem, compiled, x }: Solution): ProblemAnswer["sales"] {
  return compiled.sales.flatMap((sale) => {
    if (sale.seller < 0 || !(x[sale.unknown] > 0)) return [];
    const [region, good] = [problem.regions[sale.region], problem.goods[sale.good]];
    return [{ seller: problem.sellers[sale.seller].id, region, good, quantity: x[sale.unknown] }];
  });
}
