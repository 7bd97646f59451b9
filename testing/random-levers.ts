import fc from "fast-check";

/** A package of levers as a scenario file writes them, of any kind and any size, from nothing to absurd. */
export interface LeverSpace {
  readonly parties: readonly string[];
  readonly goods: readonly string[];
  readonly endUses: readonly string[];
  /** Dates or other fields that every lever gets. */
  readonly also?: Readonly<Record<string, unknown>>;
}

const percent = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 0, max: 100 }),
  fc.integer({ min: 0, max: 10_000 }),
);
const share = fc.integer({ min: 0, max: 100 });
const price = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 500 }), fc.constant(1_000_000));
const volume = fc.oneof(
  fc.constant("0 t/y"),
  fc.integer({ min: 0, max: 300 }).map((p) => `${p}% of 2024`),
  fc.integer({ min: 0, max: 1_000_000 }),
);
const buyOut = fc.option(price, { nil: undefined });
const basis = fc.constantFrom("each", "pooled");

export function randomLever({ parties, goods, endUses, also = {} }: LeverSpace): fc.Arbitrary<object> {
  const party = fc.constantFrom(...parties);
  const good = fc.constantFrom(...goods);
  const entry = (kind: string, fields: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<object> =>
    fc.record(fields).map((drawn) => ({ [kind]: { ...drawn, ...also } }));
  const supply = { exporter: party, goods: good };
  const sale = { importers: party, goods: good };
  const floor = { good, at: price };
  return fc.oneof(
    entry("tariff", { ...sale, exporters: party, rate: percent, specific: price }),
    entry("export-tax", { ...supply, rate: percent, specific: price }),
    entry("export-licence", { ...supply, destinations: party, volume }),
    entry("export-quota", { ...supply, volume, basis, per: fc.constantFrom("destination", "group") }),
    entry("export-ban", { ...supply, destinations: party }),
    entry("price-floor", {
      ...floor,
      covers: party,
      "paid-by": party,
      key: fc.constantFrom("home", "host", "use", "equal"),
    }),
    entry("price-floor", { ...floor, mechanism: fc.constant("border-adjusted"), "exporter-share": share }),
    entry("price-floor", { ...floor, covers: party, index: fc.constant("chinese-ex-works"), vat: share }),
    entry("subsidy", { covers: party, goods: good, "per-tonne": price, "tax-credit": share }),
    entry("output-quota", { region: party, goods: good, volume, basis }),
    entry("tariff-rate-quota", { ...sale, exporters: party, volume, "over-quota": percent }),
    entry("stockpile", { holder: party, goods: good, fill: volume }),
    entry("local-content", { ...sale, share, "buy-out": buyOut }),
    entry("recycled-content", { ...sale, share, "buy-out": buyOut }),
    entry("cooperation", { among: party, "duty-free": fc.boolean() }),
    entry("bilateral-deal", { party, supplier: party, goods: good, spared: share }),
    entry("processing-delay", {
      ...supply,
      delay: fc.integer({ min: 0, max: 12 }),
      "carrying-cost": share,
    }),
    entry("environmental-cost", {
      regions: party,
      goods: good,
      cost: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 1_000_000 })),
    }),
    entry("demand-shift", {
      "end-uses": fc.constantFrom(...endUses),
      change: fc.integer({ min: -99, max: 1000 }),
    }),
  );
}
