import { curveSurplus } from "../forms/index.js";
import type { CurveUnknowns } from "../forms/site.js";
import { nodeOf, type CurveRow } from "../market-problem.js";
import type { FloorRow, ProblemAnswer, RentRow, Welfare } from "./answer.js";
import { partCharges } from "./charges.js";
import { addDispersedRights, importsUnder } from "./dispersed-rights.js";
import { supplyRent } from "./rents.js";
import type { Solution } from "./solution.js";

/** Duties (levies included) and export taxes over all arcs. */
export function revenueOf(solution: Solution): ProblemAnswer["revenue"] {
  let duties = 0;
  let exportTaxes = 0;
  for (const arc of solution.compiled.arcs) {
    for (const part of arc.parts) {
      const flow = solution.x[part.unknown];
      if (flow === 0) continue;
      const charges = partCharges(solution, arc, part);
      duties += charges.duty * flow;
      exportTaxes += charges.exportTax * flow;
    }
  }
  for (const support of solution.compiled.supports)
    if (support.mechanism === "border")
      duties += solution.at(support.perUnit) * importsUnder(solution, support);
  return { duties, exportTaxes };
}

export function welfareOf(
  solution: Solution,
  revenue: ProblemAnswer["revenue"],
  rents: readonly RentRow[],
  floors: readonly FloorRow[],
): Welfare {
  const { problem } = solution;
  const consumer = new Float64Array(problem.regions.length);
  const producer = new Float64Array(problem.regions.length);
  const firms = new Float64Array(problem.firms.length);
  problem.demand.forEach((row, k) => (consumer[row.region] += demandSurplus(solution, row, k)));
  problem.supply.forEach((row, k) => (producer[row.region] += supplySurplus(solution, row, k)));
  problem.firms.forEach((_, k) => (firms[k] += firmProfit(solution, k)));
  problem.processes.forEach((process, k) => (producer[process.region] += processProfit(solution, k)));
  addSellerMargins(solution, producer, firms);
  addDispersedRights(solution, consumer, producer);
  const named = (names: readonly string[], values: Float64Array) =>
    names.map((name, i) => [name, values[i]] as const);
  const sum = (values: Float64Array) => values.reduce((a, b) => a + b, 0);
  const outlays = floors.reduce((total, row) => total + (row.payment ?? 0), 0) + subsidyOutlay(solution);
  return {
    consumer: Object.fromEntries(named(problem.regions, consumer)),
    producer: Object.fromEntries([
      ...named(problem.regions, producer),
      ...named(
        problem.firms.map((firm) => firm.id),
        firms,
      ),
    ]),
    total:
      sum(consumer) +
      sum(producer) +
      sum(firms) +
      revenue.duties +
      revenue.exportTaxes +
      rents.reduce((total, row) => total + row.total, 0) -
      outlays,
  };
}

function demandSurplus(solution: Solution, row: CurveRow, k: number): number {
  const paid = row.goods.map((good) => solution.demandPrice(row.region, good));
  const worth = row.goods.map((good) => {
    const place = solution.compiled.users(row.region, good)!;
    return (
      solution.value(place.use) - solution.problem.demandSubsidy[nodeOf(solution.problem, row.region, good)]
    );
  });
  return surplus(solution, row, solution.compiled.demand[k], -1, paid, worth);
}

function supplySurplus(solution: Solution, row: CurveRow, k: number): number {
  const received = row.goods.map((good) => solution.supplyPrice(row.region, good));
  const worth = row.goods.map((good) => {
    const place = solution.compiled.producers(row.region, good)!;
    return (
      solution.value(place.produce) +
      solution.problem.supplySubsidy[nodeOf(solution.problem, row.region, good)]
    );
  });
  const curve = solution.compiled.supply[k];
  const rent = supplyRent(solution, k) * solution.quantities(curve)[0];
  return surplus(solution, row, curve, 1, received, worth) - rent;
}

function surplus(
  solution: Solution,
  row: CurveRow,
  unknowns: CurveUnknowns,
  side: 1 | -1,
  money: readonly number[],
  worth: readonly number[],
): number {
  const virtual = unknowns.virtualPrice.map((index, g) => (index < 0 ? worth[g] : solution.x[index]));
  return curveSurplus(row.curve, side, solution.quantities(unknowns), money, virtual);
}

function firmProfit(solution: Solution, k: number): number {
  const { problem, compiled, x } = solution;
  const firm = problem.firms[k];
  const q = x[compiled.firms[k]];
  const price =
    solution.value(compiled.firmPlace(k).received) +
    problem.supplySubsidy[nodeOf(problem, firm.region, firm.good)];
  const rent = solution.capacityRent([compiled.firms[k]], firm.capacity);
  return q * (price - rent - firm.cost - 0.5 * firm.costSlope * q);
}

function processProfit(solution: Solution, k: number): number {
  const { problem, compiled, x } = solution;
  const process = problem.processes[k];
  const level = x[compiled.processes[k]];
  const out = process.outputs.reduce((sum, [good, amount]) => {
    return sum + amount * solution.value(compiled.producers(process.region, good)!.received);
  }, 0);
  const spent = process.inputs.reduce((sum, [good, amount]) => {
    return sum + amount * solution.value(compiled.users(process.region, good)!.paid);
  }, 0);
  const rent = solution.capacityRent([compiled.processes[k]], process.capacity);
  return level * (out - spent - process.cost - 0.5 * process.costSlope * level + process.subsidy - rent);
}

function subsidyOutlay(solution: Solution): number {
  const { problem, compiled, x } = solution;
  const supplied = solution.curveSupply();
  let outlay = supplied.reduce((sum, q, node) => sum + q * problem.supplySubsidy[node], 0);
  problem.demand.forEach((row, k) => {
    solution.quantities(compiled.demand[k]).forEach((q, g) => {
      outlay += q * problem.demandSubsidy[nodeOf(problem, row.region, row.goods[g])];
    });
  });
  problem.processes.forEach((process, k) => (outlay += process.subsidy * x[compiled.processes[k]]));
  return outlay;
}

/** What sellers with market power earn beyond the worth at which they count their own output. */
function addSellerMargins(solution: Solution, producer: Float64Array, firms: Float64Array): void {
  const { problem, compiled, x } = solution;
  problem.sellers.forEach((_, s) => {
    const output = sellerOutput(solution, s);
    let margin = output.reduce((sum, { quantity, worth }) => sum - quantity * worth, 0);
    for (const sale of compiled.sales)
      if (sale.seller === s)
        margin += x[sale.unknown] * solution.value(compiled.users(sale.region, sale.good)!.received);
    for (const arc of compiled.arcs) {
      for (const part of arc.parts) {
        if (part.seller !== s || x[part.unknown] === 0) continue;
        const { exportTax, transport, duty, rents } = partCharges(solution, arc, part);
        margin -= x[part.unknown] * (exportTax + transport + duty + rents);
      }
    }
    const total = output.reduce((sum, { quantity }) => sum + quantity, 0);
    if (total === 0) return;
    for (const { quantity, region, firm } of output) {
      const share = (margin * quantity) / total;
      if (firm >= 0) firms[firm] += share;
      else producer[region] += share;
    }
  });
}

/** Everything a seller turns out, by source. */
function sellerOutput(solution: Solution, s: number) {
  const { problem, compiled, x } = solution;
  const { good } = problem.sellers[s];
  const owns = (region: number) => compiled.ownership.ofRegion(region, good) === s;
  const worth = (region: number) => solution.value(compiled.sellerWorth(s, region, good));
  const curves = problem.supply.flatMap((row, k) =>
    row.goods.flatMap((own, g) =>
      own === good && owns(row.region)
        ? [
            {
              region: row.region,
              firm: -1,
              quantity: solution.quantities(compiled.supply[k])[g],
              worth: worth(row.region),
            },
          ]
        : [],
    ),
  );
  const ofFirms = problem.firms.flatMap((firm, k) =>
    firm.good === good && compiled.ownership.ofFirm(k) === s
      ? [{ region: firm.region, firm: k, quantity: x[compiled.firms[k]], worth: worth(firm.region) }]
      : [],
  );
  const made = problem.processes.flatMap((process, k) =>
    process.outputs.flatMap(([output, amount]) =>
      output === good && owns(process.region)
        ? [
            {
              region: process.region,
              firm: -1,
              quantity: amount * x[compiled.processes[k]],
              worth: worth(process.region),
            },
          ]
        : [],
    ),
  );
  return [...curves, ...ofFirms, ...made];
}
