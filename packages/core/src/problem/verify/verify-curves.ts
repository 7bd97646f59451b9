import { exp, log } from "../../numeric/elementary.js";
import { placeOf, type CurveRow, type SystemCurve } from "../market-problem.js";
import { curveViolation, quantitiesAt, type Range } from "./curve-quantities.js";
import type { Figures } from "./figures.js";
import type { NodeValue } from "./node-values.js";
import type { Violations } from "./violations.js";

type Values = ReadonlyMap<number, NodeValue>;

/** Every side of every market takes what its curves say at the price it sees; firms and curve of a region are one supply. */
export function verifyCurves(figures: Figures, values: Values, violations: Violations): void {
  const { problem } = figures;
  for (const side of [1, -1] as const) {
    const rows = side > 0 ? problem.supply : problem.demand;
    for (const row of rows)
      if (row.goods.length > 1 || "goods" in row.curve) verifySystem(figures, values, violations, row, side);
    for (const [node, value] of values) verifyNode(figures, violations, node, value, side);
  }
}

function verifyNode(
  figures: Figures,
  violations: Violations,
  node: number,
  value: NodeValue,
  side: 1 | -1,
): void {
  const { problem } = figures;
  const [region, good] = placeOf(problem, node);
  if (side > 0 && problem.sellers.some((seller) => seller.good === good)) return;
  const rows = (side > 0 ? problem.supply : problem.demand).filter(
    (row) => row.region === region && row.goods.includes(good),
  );
  if (rows.some((row) => isSystem(row))) return;
  const firms = side > 0 ? problem.firms.filter((firm) => firm.region === region && firm.good === good) : [];
  const quantity = (side > 0 ? figures.supplied : figures.demanded).get(node) ?? 0;
  const subsidy = side > 0 ? problem.supplySubsidy[node] : -problem.demandSubsidy[node];
  const [low, high] = side > 0 ? value.produce : value.use;
  const rationed = isRationedAt(figures, node, side);
  const at = (price: number): Range => {
    const parts = [
      ...rows.map((row) => ownQuantities(row, side, price, rationed)),
      ...firms.map((firm) => quantitiesAt(firmCurve(firm), 1, price, firm.capacity)),
    ];
    return [parts.reduce((sum, [least]) => sum + least, 0), parts.reduce((sum, [, most]) => sum + most, 0)];
  };
  const price: Range = [low + subsidy, high + subsidy];
  const size = curveViolation(
    at,
    side,
    price,
    quantity,
    figures.priceScale[good],
    figures.quantityScale[node],
  );
  violations.add(`${side > 0 ? "supply" : "demand"} at ${node}`, size);
}

/** Where a regulated price binds, a side that wants a fixed quantity may get any part of it. */
function ownQuantities(row: CurveRow, side: 1 | -1, price: number, rationed: boolean): Range {
  const range = quantitiesAt(row.curve, side, price, row.capacity);
  const { curve } = row;
  const vertical = curve.form === "fixed" || (curve.form === "linear" && curve.slope === 0);
  return rationed && (vertical || (curve.form === "isoelastic" && curve.elasticity === 0))
    ? [0, range[1]]
    : range;
}

function isRationedAt(
  { problem, supplyPrice, demandPrice, priceScale }: Figures,
  node: number,
  side: 1 | -1,
) {
  const good = node % problem.goods.length;
  const here = (row: { readonly region: number; readonly good: number }) =>
    row.good === good && row.region * problem.goods.length + good === node;
  const reached = 1e-9 * priceScale[good];
  if (side < 0)
    return problem.ceilings.some(
      (row) => here(row) && demandPrice.get(node)! + problem.demandSubsidy[node] >= row.price - reached,
    );
  return problem.floors.some(
    (row) =>
      here(row) &&
      row.mechanism === "regulated" &&
      supplyPrice.get(node)! - problem.supplySubsidy[node] <= row.price + reached,
  );
}

function firmCurve({ cost, costSlope }: { readonly cost: number; readonly costSlope: number }) {
  return { form: "inverse-linear", intercept: cost, slope: costSlope } as const;
}

function isSystem(row: CurveRow): row is CurveRow & { curve: SystemCurve } {
  return row.curve.form.endsWith("system") || row.curve.form === "ces";
}

function verifySystem(
  figures: Figures,
  values: Values,
  violations: Violations,
  row: CurveRow,
  side: 1 | -1,
): void {
  if (!isSystem(row)) return;
  const { problem } = figures;
  if (side > 0 && problem.sellers.some((seller) => row.goods.includes(seller.good))) return;
  const nodes = row.goods.map((good) => figures.at(row.region, good));
  const q = nodes.map((node) => (side > 0 ? figures.supplied : figures.demanded).get(node) ?? 0);
  const p = nodes.map((node) => {
    const value = values.get(node);
    const subsidy = side > 0 ? problem.supplySubsidy[node] : -problem.demandSubsidy[node];
    return (value === undefined ? 0 : (side > 0 ? value.produce : value.use)[side > 0 ? 1 : 0]) + subsidy;
  });
  const worth = marginalValues(row.curve, q, p);
  const wanted = wantedQuantities(row.curve, p);
  q.forEach((quantity, g) => {
    const scaleQ = figures.quantityScale[nodes[g]];
    const scaleP = figures.priceScale[row.goods[g]];
    if (wanted) violations.add(`system at ${nodes[g]}`, Math.abs(wanted[g] - quantity) / scaleQ);
    else
      violations.complementary(
        `system at ${nodes[g]}`,
        quantity / scaleQ,
        (side * (worth[g] - p[g])) / scaleP,
      );
  });
}

/** Prices on a linear system at quantities q. */
function marginalValues(curve: SystemCurve, q: readonly number[], p: readonly number[]): number[] {
  if (curve.form === "inverse-linear-system")
    return curve.intercept.map((a, g) => a + curve.slope[g].reduce((sum, s, h) => sum + s * q[h], 0));
  if (curve.form !== "linear-system") return [...p];
  return eliminate(
    curve.slope,
    q.map((quantity, g) => quantity - curve.intercept[g]),
  );
}

/** Quantities at prices p where the form gives them outright. */
function wantedQuantities(curve: SystemCurve, p: readonly number[]): number[] | undefined {
  if (curve.form === "isoelastic-system")
    return curve.quantity.map(
      (base, g) =>
        base * exp(curve.elasticity[g].reduce((sum, e, h) => sum + e * log(p[h] / curve.price[h]), 0)),
    );
  if (curve.form === "ces") return cesQuantities(curve, p);
  if (curve.form !== "linear-system") return undefined;
  const plain = curve.intercept.map((a, g) => a + curve.slope[g].reduce((sum, s, h) => sum + s * p[h], 0));
  return plain.every((quantity) => quantity >= 0) ? plain : undefined;
}

function cesQuantities(curve: SystemCurve & { form: "ces" }, p: readonly number[]): number[] {
  const { sigma, elasticity } = curve;
  const spent = curve.quantity.reduce((sum, quantity, g) => sum + quantity * curve.price[g], 0);
  const logs = p.map((price, g) => log(price / curve.price[g]));
  const share = curve.quantity.map((quantity, g) => (quantity * curve.price[g]) / spent);
  const logIndex =
    Math.abs(sigma - 1) < 1e-9
      ? share.reduce((sum, s, g) => sum + s * logs[g], 0)
      : log(share.reduce((sum, s, g) => sum + s * exp((1 - sigma) * logs[g]), 0)) / (1 - sigma);
  return curve.quantity.map(
    (quantity, g) => quantity * exp(-sigma * logs[g] + (sigma + elasticity) * logIndex),
  );
}

/** Solves M·v = b; what is not determined comes out as not a number. */
function eliminate(matrix: readonly (readonly number[])[], b: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, b[i]]);
  const n = rows.length;
  for (let k = 0; k < n; k++) {
    const best = rows
      .slice(k)
      .reduce((at, row, i) => (Math.abs(row[k]) > Math.abs(rows[at][k]) ? k + i : at), k);
    [rows[k], rows[best]] = [rows[best], rows[k]];
    for (let i = 0; i < n; i++) {
      if (i === k) continue;
      const factor = rows[i][k] / rows[k][k];
      for (let j = k; j <= n; j++) rows[i][j] -= factor * rows[k][j];
    }
  }
  return rows.map((row, k) => row[n] / row[k]);
}
