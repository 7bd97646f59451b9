/**
 * Doubly constrained flows a_i·b_j·T_ij with given row and column totals: the matrix of least relative entropy to the prior
 * (Furness 1965; also RAS). Alternates row and column scaling until every row total is met to `tolerance` relative.
 *
 * @param prior flows ≥ 0, rows of equal length; a zero stays zero.
 * @param rowTotals totals to reach, in the units of the prior, with the same sum as `columnTotals`.
 * @returns a new matrix; the best reached after `rounds` where the zeros of the prior leave no exact answer.
 */
export function furness(
  prior: readonly (readonly number[])[],
  rowTotals: readonly number[],
  columnTotals: readonly number[],
  { rounds = 1000, tolerance = 1e-12 } = {},
): number[][] {
  const flows = prior.map((row) => [...row]);
  for (let round = 0; round < rounds; round++) {
    scaleColumns(flows, columnTotals);
    if (scaleRows(flows, rowTotals) <= tolerance) break;
  }
  return flows;
}

function scaleColumns(flows: number[][], totals: readonly number[]): void {
  totals.forEach((total, j) => {
    let sum = 0;
    for (const row of flows) sum += row[j];
    if (sum > 0) for (const row of flows) row[j] = row[j] * (total / sum);
  });
}

/** Largest relative change that a row needed. */
function scaleRows(flows: number[][], totals: readonly number[]): number {
  let worst = 0;
  flows.forEach((row, i) => {
    let sum = 0;
    for (const flow of row) sum += flow;
    if (sum === 0) return;
    const factor = totals[i] / sum;
    worst = Math.max(worst, Math.abs(factor - 1));
    flows[i] = row.map((flow) => flow * factor);
  });
  return worst;
}
