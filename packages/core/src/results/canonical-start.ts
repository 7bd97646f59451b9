import type { Market, StartPoint } from "../market/market.js";

/**
 * Where a year's solve begins: only canonical points, so that a result is a function of its input. With a stored baseline: its prices of
 * the year, moved by as much as this run's year before lay off the baseline's; else the year before. Rents are this run's of the year
 * before, by the id of their control.
 */
export function canonicalStart(
  year: number,
  market: Market,
  before: StartPoint | undefined,
  stored: ReadonlyMap<number, StartPoint> | undefined,
): StartPoint | undefined {
  const [now, then] = [stored?.get(year), stored?.get(year - 1)];
  if (before === undefined) return now;
  const rent = rentsOf(market, before);
  if (now === undefined || then === undefined) return { ...(now ?? before), rent };
  const originPrice = now.originPrice.map((price, o) =>
    moved(price, before.originPrice[o], then.originPrice[o]),
  );
  return { ...now, originPrice, rent };
}

/** The ratio where all prices are positive, else the difference. */
function moved(price: number, before: number, then: number): number {
  return price > 0 && before > 0 && then > 0 ? (price * before) / then : price + before - then;
}

function rentsOf({ controls }: Market, { rent, controls: ids = [] }: StartPoint): Float64Array {
  const byId = new Map(ids.map((id, index) => [id, rent[index]]));
  return Float64Array.from(controls, ({ id }) => byId.get(id) ?? 0);
}
