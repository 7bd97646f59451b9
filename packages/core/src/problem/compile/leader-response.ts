import { DenseLu } from "../../equilibrium/exact/dense-lu.js";
import type { MixedComplementarityProblem } from "../../equilibrium/exact/mixed-complementarity.js";
import type { CompiledProblem } from "./compile-problem.js";

/**
 * ∂price/∂sale over a leader's sales when everyone else answers: the sensitivities of the rest of the equilibrium with
 * its active set held, by the implicit function theorem.
 *
 * @param x a solution in the file's units. @returns undefined where the others' answers are not determined.
 */
export function leaderResponse(
  compiled: CompiledProblem,
  market: MixedComplementarityProblem,
  x: Float64Array,
  seller: number,
): number[][] | undefined {
  const own = compiled.sales.filter((sale) => sale.seller === seller);
  const prices = own.map((sale) => compiled.users(sale.region, sale.good)!.usedFrom);
  const answering = unknownsOfOthers(compiled, market, x, seller);
  const position = new Map(answering.map((index, k) => [index, k]));
  const lu = new DenseLu(answering.length);
  fillOthers(market, x, answering, position, lu.matrix);
  if (!lu.factor()) return undefined;
  const columns = prices.map((price) => {
    const right = new Float64Array(answering.length);
    right[position.get(price)!] = -1;
    lu.solve(right);
    return prices.map((row) => right[position.get(row)!]);
  });
  return prices.map((_, r) => columns.map((column) => column[r]));
}

/** Unknowns strictly inside their bounds that are not the leader's own. */
function unknownsOfOthers(
  compiled: CompiledProblem,
  { size, lower, upper }: MixedComplementarityProblem,
  x: Float64Array,
  seller: number,
): number[] {
  const owned = ownUnknowns(compiled, seller);
  const others: number[] = [];
  for (let i = 0; i < size; i++) if (!owned.has(i) && x[i] > lower[i] && x[i] < upper[i]) others.push(i);
  return others;
}

function ownUnknowns(compiled: CompiledProblem, seller: number): Set<number> {
  const { problem, ownership } = compiled;
  const { good } = problem.sellers[seller];
  const owned = new Set<number>();
  for (const sale of compiled.sales) if (sale.seller === seller) owned.add(sale.unknown);
  for (const arc of compiled.arcs)
    for (const part of arc.parts) if (part.seller === seller) owned.add(part.unknown);
  problem.regions.forEach((_, region) => {
    for (const [index] of compiled.sellerWorth(seller, region, good).parts) owned.add(index);
  });
  problem.supply.forEach((row, k) => {
    const g = row.goods.indexOf(good);
    if (g < 0 || ownership.ofRegion(row.region, good) !== seller) return;
    for (const index of compiled.supply[k].quantity[g]) owned.add(index);
    if (compiled.supply[k].virtualPrice[g] >= 0) owned.add(compiled.supply[k].virtualPrice[g]);
  });
  problem.firms.forEach((firm, k) => {
    if (firm.good === good && ownership.ofFirm(k) === seller) owned.add(compiled.firms[k]);
  });
  problem.processes.forEach((process, k) => {
    const makes = process.outputs.some(([output]) => output === good);
    if (makes && ownership.ofRegion(process.region, good) === seller) owned.add(compiled.processes[k]);
  });
  return owned;
}

/** The Jacobian of the others; a price that nobody acts on (a rival kept out of the market) stays where it is. */
function fillOthers(
  market: MixedComplementarityProblem,
  x: Float64Array,
  answering: readonly number[],
  position: ReadonlyMap<number, number>,
  matrix: Float64Array,
): void {
  const values = new Float64Array(market.column.length);
  market.jacobian(x, values);
  matrix.fill(0);
  answering.forEach((i, row) => {
    let answers = false;
    for (let k = market.rowStart[i]; k < market.rowStart[i + 1]; k++) {
      const column = position.get(market.column[k]);
      if (column === undefined || values[k] === 0) continue;
      matrix[row * answering.length + column] = values[k];
      answers = true;
    }
    if (!answers) matrix[row * answering.length + row] = 1;
  });
}
