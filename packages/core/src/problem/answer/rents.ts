import { placeOf } from "../market-problem.js";
import type { RentRow } from "./answer.js";
import type { Solution } from "./solution.js";

/** Rents of quotas, of tariff-rate quotas, of capacities where they bind, and of the right to trade at a regulated price. */
export function rentRows(solution: Solution): RentRow[] {
  return [...quotaRents(solution), ...capacityRents(solution), ...rightsAtRegulatedPrices(solution)];
}

function quotaRents(solution: Solution): RentRow[] {
  const { problem, compiled } = solution;
  const used = (counts: (arc: number, tier: string) => boolean) =>
    compiled.arcs.reduce(
      (sum, arc) =>
        sum +
        arc.parts.reduce((s, part) => s + (counts(arc.arc, part.tier) ? solution.x[part.unknown] : 0), 0),
      0,
    );
  const quotas = problem.quotas.map(({ id }, q) => {
    const perUnit = solution.at(compiled.rents.quotas[q]);
    return { id, perUnit, total: perUnit * used((arc) => problem.arcs[arc].quotas.includes(q)) };
  });
  const tariffRate = problem.tariffRateQuotas.map(({ id }, q) => {
    const perUnit = solution.at(compiled.rents.tariffRateQuotas[q]);
    const inside = (arc: number, tier: string) => tier === "in" && problem.arcs[arc].tariffRateQuota === q;
    return { id, perUnit, total: perUnit * used(inside) };
  });
  return [...quotas, ...tariffRate];
}

function capacityRents(solution: Solution): RentRow[] {
  const { problem, compiled } = solution;
  const { regions, goods } = problem;
  const rows: RentRow[] = [];
  const add = (id: string, perUnit: number, quantity: number) => {
    if (perUnit > 0) rows.push({ id, perUnit, total: perUnit * quantity });
  };
  problem.supply.forEach((row, k) => {
    const rent = supplyRent(solution, k);
    if (rent > 0)
      add(
        `supply:${regions[row.region]}:${goods[row.goods[0]]}`,
        rent,
        solution.quantities(compiled.supply[k])[0],
      );
  });
  problem.firms.forEach((firm, k) => {
    const unknown = compiled.firms[k];
    add(firm.id, solution.capacityRent([unknown], firm.capacity), solution.x[unknown]);
  });
  problem.processes.forEach((process, k) => {
    const unknown = compiled.processes[k];
    add(process.id, solution.capacityRent([unknown], process.capacity), solution.x[unknown]);
  });
  compiled.arcs.forEach((arc) => {
    const { from, to, good, capacity } = problem.arcs[arc.arc];
    if (capacity === Infinity) return;
    const own =
      arc.capacityRent < 0
        ? solution.capacityRent(
            arc.parts.map((part) => part.unknown),
            capacity,
          )
        : 0;
    add(
      `arc:${regions[from]}:${regions[to]}:${goods[good]}`,
      own + solution.at(arc.capacityRent),
      solution.flow(arc),
    );
  });
  return rows;
}

/** Rent per unit of the capacity of a supply curve. */
export function supplyRent(solution: Solution, k: number): number {
  const row = solution.problem.supply[k];
  return row.goods.length > 1
    ? 0
    : solution.capacityRent(solution.compiled.supply[k].quantity[0], row.capacity);
}

/**
 * Where a regulated price rations one side, those of the other region or process who still get through gain the gap;
 * the gain of the region's own producers (floor) or final users (ceiling) is in their surplus.
 */
function rightsAtRegulatedPrices(solution: Solution): RentRow[] {
  const { problem, compiled } = solution;
  return compiled.supports.flatMap((support) => {
    const { mechanism, node, perUnit, gate } = support;
    if (mechanism !== "ceiling" && mechanism !== "regulated") return [];
    const right = solution.at(mechanism === "ceiling" && gate >= 0 ? gate : perUnit);
    if (right === 0) return [];
    const [region, good] = placeOf(problem, node);
    const quantity = compiled.arcs.reduce((sum, arc) => {
      const row = problem.arcs[arc.arc];
      const through = mechanism === "ceiling" ? row.from === region : row.to === region;
      const own = row.from === row.to;
      return sum + (through && !own && row.good === good ? solution.flow(arc) : 0);
    }, 0);
    const kind = mechanism === "ceiling" ? "ceiling" : "floor";
    const id = `${kind}:${problem.regions[region]}:${problem.goods[good]}`;
    return quantity > 0 ? [{ id, perUnit: right, total: right * quantity }] : [];
  });
}
