import fc from "fast-check";
import { toyBaseline, toyChain } from "../fixtures/toy.js";
import { baseYearState, buildMarket, marketBase } from "../market/build.js";
import { calibrate } from "../market/calibrate.js";
import { createEdit } from "../market/edit-market.js";
import type { Control, Market } from "../market/market.js";

export const calibration = calibrate(toyChain, toyBaseline);
export const baseMarket = buildMarket(calibration, baseYearState(calibration), 2024);

const region = fc.constantFrom(...calibration.regions);
const good = fc.constantFrom(...calibration.goods);
const rate = fc.double({ min: 0, max: 1, noNaN: true });
const one = fc.oneof(
  fc.record({ kind: fc.constant("duty" as const), from: region, to: region, good, rate }),
  fc.record({ kind: fc.constant("export-tax" as const), from: region, to: region, good, rate }),
  fc.record({ kind: fc.constant("levy" as const), from: region, to: region, good, rate }),
  fc.record({ kind: fc.constant("border-floor" as const), from: region, to: region, good, rate }),
  fc.record({ kind: fc.constant("quota" as const), from: region, to: region, good, rate }),
  fc.record({ kind: fc.constant("tariff-quota" as const), from: region, to: region, good, rate }),
  fc.record({ kind: fc.constant("output-quota" as const), from: region, to: region, good, rate }),
  fc.record({ kind: fc.constant("contract" as const), from: region, to: region, good, rate }),
  fc.record({ kind: fc.constant("support" as const), from: region, to: region, good, rate }),
  fc.record({ kind: fc.constant("stock" as const), from: region, to: region, good, rate }),
);

/** A random package of one to six instruments on the toy market, sizes from nothing to double the price. */
export const packages = fc.array(one, { minLength: 1, maxLength: 6 });
export type Instrument = Parameters<Parameters<typeof packages.map>[0]>[0][number];

/** @param rentTo who holds every rent; as drawn without it. */
export function marketWith(instruments: readonly Instrument[], rentTo?: Control["rentTo"]): Market {
  const edit = createEdit(baseMarket, marketBase(calibration), 2026);
  instruments.forEach((instrument, i) => {
    apply(edit, instrument, `lever-${i}`, rentTo);
  });
  return edit.finish();
}

function apply(
  edit: ReturnType<typeof createEdit>,
  { kind, from, to, good: id, rate: size }: Instrument,
  lever: string,
  rentTo?: Control["rentTo"],
): void {
  const arcs = edit.arcs({ goods: [id], from: [from], to: [to] });
  const nodes = edit.nodes({ regions: [from], outputs: [id] });
  const [origin, buyer] = [edit.originIndex(from, id), edit.buyerIndex(to, id)];
  const worth = origin === undefined ? 10 : Math.max(1, edit.basePrice(origin));
  const payers = [
    { region: calibration.regions.indexOf(to), share: 0.25 },
    { region: calibration.regions.indexOf(from), share: 0.75 },
  ];
  const limited = { id: lever, lever, cap: Infinity, neutral: false };
  const goodIndex = calibration.goods.indexOf(id);
  if (kind === "duty") edit.duty(lever, arcs, size, worth * size * 0.1);
  if (kind === "export-tax") edit.exportTax(lever, arcs, size, 0);
  if (kind === "levy") edit.levy(lever, arcs, worth * size);
  if (kind === "border-floor") edit.borderFloor(lever, arcs, worth * (1 + size), 0.5);
  if (kind === "quota" || kind === "tariff-quota") {
    const limit = arcs.reduce((sum, arc) => sum + edit.baseFlow(arc), 0) * size;
    const cap = kind === "quota" ? Infinity : worth * 0.2;
    const holder = kind === "quota" ? (rentTo ?? (size > 0.5 ? "exporter" : "importer")) : "importer";
    edit.control({
      ...limited,
      limit,
      cap,
      on: "arc",
      members: arcs,
      coefficient: new Float64Array(arcs.length).fill(1),
      rentTo: holder,
    });
  }
  if (kind === "output-quota") {
    const limit = nodes.reduce((sum, node) => sum + edit.baseLevel(node), 0) * size;
    edit.control({
      ...limited,
      limit,
      on: "node",
      members: nodes,
      coefficient: new Float64Array(nodes.length).fill(1),
      rentTo: "exporter",
    });
  }
  if (kind === "support") for (const node of nodes) edit.support(lever, node, worth * size * 0.2, payers);
  if (kind === "stock" && buyer !== undefined)
    edit.stock(lever, buyer, edit.baseUse(buyer) * (size - 0.5) * 0.2, payers);
  if (kind === "contract" && origin !== undefined)
    for (const node of nodes)
      edit.contract({
        lever,
        node,
        good: goodIndex,
        coverage: size,
        strike: worth * (0.6 + size),
        indexOrigin: origin,
        indexFactor: size > 0.5 ? 1 : 1.13,
        upsideStrike: worth * 1.2,
        upsideShare: 0.3,
        payers,
      });
}
