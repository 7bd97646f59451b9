import { addQuantity, type CurveUnknowns, type Site } from "./site.js";

export interface StepsCurve {
  readonly steps: readonly (readonly [quantity: number, price: number])[];
}

/** Blocks of a given size at a given price each; the cheapest (or for demand the dearest) are used first. */
export function stepsCurve(curve: StepsCurve, site: Site): CurveUnknowns {
  let room = site.capacity;
  const blocks = inOrder(curve, site.side).flatMap(([size, price]) => {
    const upper = Math.min(size, room);
    room -= upper;
    if (upper === 0) return [];
    const block = addQuantity(site, 0, upper);
    site.builder.constant(block, site.side * price);
    return [block];
  });
  return { quantity: [blocks], fixed: [0], virtualPrice: [-1] };
}

/** Area under the staircase from 0 to q. */
export function stepsArea(curve: StepsCurve, q: number, side: 1 | -1): number {
  let left = q;
  let area = 0;
  for (const [size, price] of inOrder(curve, side)) {
    const taken = Math.min(left, size);
    area += taken * price;
    left -= taken;
  }
  return area;
}

function inOrder({ steps }: StepsCurve, side: 1 | -1) {
  return [...steps].sort((a, b) => side * (a[1] - b[1]));
}
