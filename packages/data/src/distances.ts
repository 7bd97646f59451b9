const EARTH_RADIUS = 6371;

interface Place {
  readonly longitude: number;
  readonly latitude: number;
}

/** Great-circle distances in whole km (so that every engine gives the same), by origin then destination. */
export function distances(places: readonly Place[]): number[][] {
  return places.map((from) => places.map((to) => greatCircle(from, to)));
}

function greatCircle(from: Place, to: Place): number {
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const half = (angle: number): number => Math.sin(angle / 2) ** 2;
  const a =
    half(radians(to.latitude - from.latitude)) +
    Math.cos(radians(from.latitude)) *
      Math.cos(radians(to.latitude)) *
      half(radians(to.longitude - from.longitude));
  return Math.round(2 * EARTH_RADIUS * Math.asin(Math.sqrt(Math.min(1, a))));
}
