import { leverOf } from "@didym/core/levers";
import type { Scenario } from "@didym/core/scenario";

/** A share of the base year, or a number in the field's own unit, or words. */
export type ShownValue =
  | number
  | { readonly percent: number; readonly of: number }
  | string
  | boolean
  | readonly string[]
  | Readonly<Record<string, number>>;

/** A lever as the panel shows it: values in the units people write. */
export interface LeverRow {
  readonly id: string;
  readonly kind: string;
  readonly from: number;
  readonly to: number;
  readonly response: boolean;
  readonly origin: string;
  readonly values: Readonly<Record<string, ShownValue>>;
  readonly sources: readonly string[];
  readonly assumption: string | undefined;
  readonly status: string | undefined;
}

export function leverRows(scenario: Scenario): LeverRow[] {
  return scenario.levers.map(
    ({ id, kind, from, to, response, origin, params, sources, assumption, status }) => ({
      id,
      kind,
      from,
      to,
      response,
      origin,
      values: valuesOf(kind, params),
      sources,
      assumption,
      status,
    }),
  );
}

function valuesOf(kind: string, params: Readonly<Record<string, unknown>>): Record<string, ShownValue> {
  const fields = leverOf(kind)?.fields ?? {};
  const values: Record<string, ShownValue> = {};
  for (const [name, value] of Object.entries(params)) {
    const field = fields[name];
    if (field === undefined || value === undefined || value === null) continue;
    values[name] =
      field.facts.type === "quantity"
        ? quantityOf(value, Number(field.schema.parse(1)))
        : (value as ShownValue);
  }
  return values;
}

/** @param own the field's own unit in the unit used inside. */
function quantityOf(value: unknown, own: number): ShownValue {
  if (typeof value === "number") return rounded(value / own);
  const { share, of } = value as { share: number; of: number };
  return { percent: rounded(share * 100), of };
}

/** Without the last bits that a change of unit leaves. */
function rounded(value: number): number {
  return Number(value.toPrecision(12));
}
