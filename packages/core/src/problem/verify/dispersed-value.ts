import { placeOf, type Ceiling, type Floor } from "../market-problem.js";
import { above, below, same } from "./curve-quantities.js";
import type { Figures } from "./figures.js";
import { HELD, rightAt, type NodeValue } from "./node-values.js";
import type { Violations } from "./violations.js";

interface Prices {
  readonly received: number;
  readonly paid: number;
}

/**
 * Values at a node of a dispersed good: producers sell at a price of their own, and floors and ceilings part it from what
 * a further unit costs or is worth. What only shares can tell is left as a range.
 */
export function dispersedValue(
  figures: Figures,
  node: number,
  { received, paid }: Prices,
  { floor, ceiling }: { readonly floor: Floor | undefined; readonly ceiling: Ceiling | undefined },
  violations: Violations,
): NodeValue {
  const [region, good] = placeOf(figures.problem, node);
  const scale = figures.priceScale[good];
  const plain = { produce: same(received), leave: same(received), arrive: same(paid), use: same(paid) };
  if (floor?.mechanism === "deficiency-payment") {
    const made = figures.madeAt(region, good);
    const perUnit = made > 0 ? (figures.payment.get(node) ?? 0) / made : 0;
    const atGate = received - perUnit;
    violations.add(`payment at ${node}`, Math.abs(received - Math.max(atGate, floor.price)) / scale);
    return { ...plain, leave: same(atGate) };
  }
  if (floor?.mechanism === "regulated") {
    violations.add(`floor at ${node}`, (floor.price - Math.min(paid, received)) / scale);
    const heldInside = paid <= floor.price + HELD * scale;
    const right = rightAt(figures, "floor", node);
    return {
      ...plain,
      produce: received <= floor.price + HELD * scale ? below(received) : same(received),
      arrive: right > 0 || !heldInside ? same(paid - right) : below(paid),
    };
  }
  if (ceiling === undefined) return plain;
  violations.add(`ceiling at ${node}`, (Math.max(paid, received) - ceiling.price) / scale);
  const right = rightAt(figures, "ceiling", node);
  const heldAtGate = received >= ceiling.price - HELD * scale;
  return {
    ...plain,
    leave: right > 0 || !heldAtGate ? same(received + right) : above(received),
    use: paid >= ceiling.price - HELD * scale ? above(paid) : same(paid),
  };
}
