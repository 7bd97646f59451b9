import type { ProblemBuilder } from "../../equilibrium/exact/problem-builder.js";

/** constant + Σ factor · unknown. */
export interface Expression {
  readonly constant: number;
  readonly parts: readonly (readonly [unknown: number, factor: number])[];
}

export function unknown(index: number, factor = 1): Expression {
  return { constant: 0, parts: [[index, factor]] };
}

export function constant(value: number): Expression {
  return { constant: value, parts: [] };
}

/** Σ factor · expression. */
export function combine(
  ...terms: readonly (readonly [factor: number, expression: Expression])[]
): Expression {
  return {
    constant: terms.reduce((sum, [factor, e]) => sum + factor * e.constant, 0),
    parts: terms.flatMap(([factor, e]) => e.parts.map(([index, by]) => [index, factor * by] as const)),
  };
}

export function valueOf(expression: Expression, x: Float64Array): number {
  return expression.parts.reduce((sum, [index, factor]) => sum + factor * x[index], expression.constant);
}

/** F_row += factor · expression. */
export function addTo(builder: ProblemBuilder, row: number, expression: Expression, factor: number): void {
  builder.constant(row, factor * expression.constant);
  for (const [index, by] of expression.parts) builder.linear(row, index, factor * by);
}
