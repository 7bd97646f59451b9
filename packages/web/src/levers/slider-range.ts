/** How far a slider reaches and how finely it steps. A matter of handling, not a bound of the model: the number field takes more. */
export interface SliderRange {
  readonly low: number;
  readonly high: number;
  readonly step: number;
}

const byAddress: Readonly<Record<string, SliderRange>> = {
  "price-floor.at": { low: 0, high: 250, step: 1 },
  "price-floor.upside-above": { low: 0, high: 400, step: 5 },
  "offtake.price": { low: 0, high: 250, step: 1 },
  "tariff.rate": { low: 0, high: 100, step: 1 },
  "export-tax.rate": { low: 0, high: 100, step: 1 },
  "cooperation.pooled-finance": { low: -6, high: 2, step: 0.25 },
  "subsidy.capital-points": { low: -6, high: 2, step: 0.25 },
  "subsidy.per-tonne": { low: 0, high: 60, step: 1 },
  "demand-shift.change": { low: -60, high: 100, step: 1 },
};

const byUnit: Readonly<Record<string, SliderRange>> = {
  "%": { low: 0, high: 100, step: 1 },
  pp: { low: -10, high: 10, step: 0.25 },
  "USD/kg": { low: 0, high: 200, step: 1 },
  "USD/t": { low: 0, high: 5_000, step: 50 },
  "t/y": { low: 0, high: 20_000, step: 50 },
  t: { low: 0, high: 50_000, step: 100 },
  MUSD: { low: 0, high: 2_000, step: 10 },
  "MUSD/y": { low: 0, high: 1_000, step: 5 },
  months: { low: 0, high: 12, step: 0.5 },
};

const shareOfBase: SliderRange = { low: 0, high: 200, step: 1 };

/** Widened where the present value lies outside; never beyond the model's own bounds. */
export function sliderRange(
  kind: string,
  field: string,
  facts: { readonly unit?: string; readonly min?: number; readonly max?: number },
  value: number,
  ofBase: boolean,
): SliderRange {
  const usual = ofBase
    ? shareOfBase
    : (byAddress[`${kind}.${field}`] ?? byUnit[facts.unit ?? ""] ?? { low: 0, high: 100, step: 1 });
  const low = Math.max(Math.min(usual.low, value), ofBase ? 0 : (facts.min ?? -Infinity));
  const high = Math.min(Math.max(usual.high, value), ofBase ? Infinity : (facts.max ?? Infinity));
  return { low, high, step: usual.step };
}
