import type { Market, StartPoint } from "../market/market.js";

/**
 * Where a year's solve begins: only canonical points, so that a result is a function of its input. With a stored baseline: its prices of
 * the year, moved by as much as this run's year before lay off the baseline's; else the year before. Rents likewise, by the id of their
 * control: one that begins this year starts at the baseline's rent. The factor is that of the year before in this run, else the baseline's.
 */
export function canonicalStart(
  year: number,
  market: Market,
  before: StartPoint | undefined,
  stored: ReadonlyMap<number, StartPoint> | undefined,
): StartPoint | undefined {
  const [now, then] = [stored?.get(year), stored?.get(year - 1)];
  if (before === undefined)
    return now === undefined ? undefined : { ...now, rent: rentsOf(market, now, now, now) };
  const rent = rentsOf(market, before, now, then);
  if (now === undefined || then === undefined) return { ...(now ?? before), rent };
  const originPrice = now.originPrice.map((price, o) =>
    moved(price, before.originPrice[o], then.originPrice[o]),
  );
  return { ...now, ...(before.factor !== undefined && { factor: before.factor }), originPrice, rent };
}

/** The ratio where all prices are positive, else the difference. */
function moved(price: number, before: number, then: number): number {
  return price > 0 && before > 0 && then > 0 ? (price * before) / then : price + before - then;
}

function rentsOf(
  { controls }: Market,
  before: StartPoint,
  now: StartPoint | undefined,
  then: StartPoint | undefined,
): Float64Array {
  const [own, stored, storedBefore] = [before, now, then].map(rentById);
  return Float64Array.from(controls, ({ id }) => {
    const [last, base, lastBase] = [own.get(id), stored.get(id), storedBefore.get(id)];
    if (base === undefined) return last ?? 0;
    return last === undefined || lastBase === undefined ? base : Math.max(0, base + last - lastBase);
  });
}

function rentById(point: StartPoint | undefined): ReadonlyMap<string, number> {
  return new Map((point?.controls ?? []).map((id, index) => [id, point?.rent[index] ?? 0]));
}
