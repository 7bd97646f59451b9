import { Stream } from "../numeric/stream.js";

/**
 * Who moves when several want to: whoever gains most, or seat after seat in a fixed sequence, round after round.
 */
export type MoveOrder =
  { readonly kind: "largest-gain" } | { readonly kind: "sequence"; readonly seats: readonly number[] };

export const LARGEST_GAIN: MoveOrder = { kind: "largest-gain" };

/** Seats in the order they are listed. */
export function seatOrder(seats: number): MoveOrder {
  return { kind: "sequence", seats: Array.from({ length: seats }, (_, seat) => seat) };
}

/** Random sequences, the same for the same seed. */
export function randomOrders(seats: number, count: number, seed: number): MoveOrder[] {
  const stream = new Stream(seed, "move-orders");
  return Array.from({ length: count }, () => {
    const sequence = Array.from({ length: seats }, (_, seat) => seat);
    for (let last = seats - 1; last > 0; last--) {
      const other = stream.integer(last + 1);
      [sequence[last], sequence[other]] = [sequence[other], sequence[last]];
    }
    return { kind: "sequence", seats: sequence };
  });
}

/** Largest gain first, the seats in order, and `random` random orders. */
export function standardOrders(seats: number, random: number, seed: number): MoveOrder[] {
  return [LARGEST_GAIN, seatOrder(seats), ...randomOrders(seats, random, seed)];
}
