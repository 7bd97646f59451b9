import type { Issue } from "../../errors/issue.js";
import type { WeightBasis } from "./imported.js";

/** A mass that knows what it counts. */
export interface Weighed {
  readonly id: string;
  readonly tonnes: number;
  readonly weight: WeightBasis;
}

/** The ratio of two masses of the same kind; MIXED_WEIGHT where one counts product and the other oxide or element. */
export function massRatio(
  part: Weighed,
  whole: Weighed,
): { readonly value: number } | { readonly issue: Issue } {
  if (part.weight !== whole.weight) {
    return {
      issue: {
        code: "MIXED_WEIGHT",
        path: part.id,
        found: part.weight,
        expected: whole.weight,
        details: { against: whole.id },
      },
    };
  }
  if (!(whole.tonnes > 0))
    return { issue: { code: "OUT_OF_RANGE", path: whole.id, found: whole.tonnes, expected: "more than 0" } };
  return { value: part.tonnes / whole.tonnes };
}
