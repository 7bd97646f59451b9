/** What can be measured in a scenario, with the units its quantities may be written in and their factor to the unit used inside. */
export const UNITS = {
  /** Inside kUSD/t, which is USD/kg. */
  price: { "USD/kg": 1, "kUSD/t": 1, "USD/t": 0.001 },
  /** Inside a ratio. */
  share: { "%": 0.01 },
  /** Percentage points; inside a ratio. */
  points: { pp: 0.01, bp: 0.0001 },
  /** Inside t/y. */
  volume: { "t/y": 1, "kt/y": 1000, "Mt/y": 1_000_000, "kg/y": 0.001 },
  /** Inside t. */
  mass: { t: 1, kt: 1000, kg: 0.001 },
  /** Inside kUSD. */
  money: { USD: 0.001, kUSD: 1, MUSD: 1000, BUSD: 1_000_000 },
  /** Inside kUSD/y. */
  "money-rate": { "USD/y": 0.001, "kUSD/y": 1, "MUSD/y": 1000, "BUSD/y": 1_000_000 },
  /** Inside years. */
  duration: { y: 1, months: 1 / 12, month: 1 / 12, days: 1 / 365, day: 1 / 365 },
} as const satisfies Record<string, Readonly<Record<string, number>>>;

export type Dimension = keyof typeof UNITS;

/** Factor to the unit used inside, or undefined where the dimension has no such unit. */
export function unitFactor(dimension: Dimension, unit: string): number | undefined {
  const units: Readonly<Record<string, number>> = UNITS[dimension];
  return Object.hasOwn(units, unit) ? units[unit] : undefined;
}

/** The units' names, the field's own first. */
export function unitNames(dimension: Dimension, own: string): string[] {
  return [own, ...Object.keys(UNITS[dimension]).filter((unit) => unit !== own)];
}
