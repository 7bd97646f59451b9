import type { Figures } from "./figures.js";
import type { NodeValue } from "./node-values.js";
import { verifyRevenue } from "./verify-revenue.js";
import type { Violations } from "./violations.js";

/** Revenue, rents, outlays and the sum of welfare, recomputed from prices and quantities. */
export function verifyMoney(
  figures: Figures,
  values: ReadonlyMap<number, NodeValue>,
  violations: Violations,
): void {
  const { answer } = figures;
  const turnover = turnoverOf(figures);
  verifyRevenue(figures, values, violations, turnover);
  const rents = answer.rents.reduce((sum, row) => sum + row.total, 0);
  const surplus = [...Object.values(answer.welfare.consumer), ...Object.values(answer.welfare.producer)];
  const size = surplus.reduce((most, value) => Math.max(most, Math.abs(value)), turnover);
  const total =
    surplus.reduce((a, b) => a + b, 0) +
    answer.revenue.duties +
    answer.revenue.exportTaxes +
    rents -
    outlays(figures);
  violations.add("sum of welfare", Math.abs(total - answer.welfare.total) / size);
  for (const row of answer.floors) verifyPayment(figures, violations, row, turnover);
  for (const row of answer.rents) violations.add(`rent ${row.id}`, -row.perUnit);
}

function turnoverOf({ problem, answer, priceScale }: Figures): number {
  const good = (name: string) => priceScale[problem.goods.indexOf(name)];
  const sum = [...answer.supply, ...answer.demand].reduce(
    (total, row) => total + good(row.good) * Math.abs(row.quantity),
    0,
  );
  return sum || 1;
}

function outlays(figures: Figures): number {
  const { problem, answer } = figures;
  let sum = answer.floors.reduce((total, row) => total + (row.payment ?? 0), 0);
  for (const [node, quantity] of figures.supplied) sum += quantity * problem.supplySubsidy[node];
  for (const [node, quantity] of figures.demanded) sum += quantity * problem.demandSubsidy[node];
  for (const process of problem.processes) sum += process.subsidy * (figures.level.get(process.id) ?? 0);
  return sum;
}

function verifyPayment(
  figures: Figures,
  violations: Violations,
  row: Figures["answer"]["floors"][number],
  turnover: number,
): void {
  const { problem } = figures;
  const node = figures.node(row.region, row.good);
  const floor = problem.floors.find((f) => figures.at(f.region, f.good) === node)!;
  if (floor.mechanism === "purchase") {
    const purchased = row.purchased ?? 0;
    violations.add("purchases", Math.abs((row.payment ?? 0) - floor.price * purchased) / turnover);
    const price = figures.demandPrice.get(node)! + problem.demandSubsidy[node];
    violations.complementary(
      `purchases at ${node}`,
      purchased / figures.quantityScale[node],
      (price - floor.price) / figures.priceScale[floor.good],
    );
  }
  if (floor.mechanism !== "deficiency-payment") return;
  // with dispersion the payment tells the price that buyers pay at the gate, which is checked against the floor
  if (problem.dispersion[floor.good] > 0) return;
  const made = figures.madeAt(floor.region, floor.good);
  const gap =
    figures.supplyPrice.get(node)! -
    problem.supplySubsidy[node] -
    figures.demandPrice.get(node)! -
    problem.demandSubsidy[node];
  violations.add("deficiency payment", Math.abs((row.payment ?? 0) - gap * made) / turnover);
}
