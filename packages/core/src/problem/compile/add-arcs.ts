import type { Term } from "../../equilibrium/exact/problem-builder.js";
import { pow } from "../../numeric/elementary.js";
import { nodeOf, type Arc, type MarketProblem, type Wedge } from "../market-problem.js";
import { addTo, type Expression } from "./expression.js";
import type { Place } from "./place.js";
import type { UnitBuilder } from "./unit-builder.js";

/** A good, or a seller's own part of it, where it can stand. */
export interface Commodity {
  readonly good: number;
  /** Index into `problem.sellers`; −1 for competitive supply. */
  readonly seller: number;
  readonly place: (region: number) => Place | undefined;
}

/** A part of an arc's flow: one commodity, in one tier of a tariff-rate quota. */
export interface ArcPart {
  readonly unknown: number;
  readonly seller: number;
  readonly tier: "in" | "over" | "none";
}

export interface ArcUnknowns {
  readonly arc: number;
  readonly parts: readonly ArcPart[];
  /** Unknown rent of the capacity where several parts share it; −1 where the bound of the only part does. */
  readonly capacityRent: number;
}

/** Unknown rents per unit of quotas and tariff-rate quotas. */
export interface QuotaRents {
  readonly quotas: readonly number[];
  readonly tariffRateQuotas: readonly number[];
}

export function addQuotaRents(problem: MarketProblem, builder: UnitBuilder): QuotaRents {
  const rentOf = (limit: number, uses: (arc: Arc) => boolean) => {
    const rent = builder.price(problem.arcs.find(uses)?.good ?? 0, 0);
    builder.constant(rent, limit);
    return rent;
  };
  return {
    quotas: problem.quotas.map(({ limit }, q) => rentOf(limit, (arc) => arc.quotas.includes(q))),
    tariffRateQuotas: problem.tariffRateQuotas.map(({ limit }, q) =>
      rentOf(limit, (arc) => arc.tariffRateQuota === q),
    ),
  };
}

/** Adds the flows on every arc: what a delivered unit costs is at least what it is worth, and equal where there is a flow. */
export function addArcs(
  problem: MarketProblem,
  builder: UnitBuilder,
  commodities: (good: number) => readonly Commodity[],
  rents: QuotaRents,
): ArcUnknowns[] {
  const sources = new Int32Array(problem.regions.length * problem.goods.length);
  for (const { to, good } of problem.arcs) sources[nodeOf(problem, to, good)] += 1;
  const byGood = problem.goods.map((_, good) => commodities(good));
  return problem.arcs.map((arc, index) => {
    const share = 1 / sources[nodeOf(problem, arc.to, arc.good)];
    return new ArcBuilder(problem, builder, rents, index, share).add(byGood[arc.good]);
  });
}

const ONE_TIER = ["none"] as const;
const TWO_TIERS = ["in", "over"] as const;

class ArcBuilder {
  private readonly arc: Arc;
  private readonly tiers: readonly ArcPart["tier"][];

  constructor(
    private readonly problem: MarketProblem,
    private readonly builder: UnitBuilder,
    private readonly rents: QuotaRents,
    private readonly index: number,
    private readonly share: number,
  ) {
    this.arc = problem.arcs[index];
    this.tiers = this.arc.tariffRateQuota < 0 ? ONE_TIER : (problem.tiers?.get(index) ?? TWO_TIERS);
  }

  add(commodities: readonly Commodity[]): ArcUnknowns {
    const { arc, builder, index } = this;
    const present = commodities.filter((c) => c.place(arc.from) && c.place(arc.to));
    const shared = present.length * this.tiers.length > 1 || present.some((c) => this.isOffered(c));
    const capacityRent = shared && arc.capacity < Infinity ? builder.price(arc.good, 0) : -1;
    if (capacityRent >= 0) builder.constant(capacityRent, arc.capacity);
    const parts: ArcPart[] = [];
    const offers: ArcPart[] = [];
    const upper = this.upper(shared);
    for (const commodity of present)
      for (const tier of this.tiers) {
        const part = this.addPart(commodity, tier, upper, capacityRent);
        parts.push(part);
        if (this.isOffered(commodity))
          offers.push({ ...part, unknown: this.addOffer(commodity, tier, capacityRent) });
      }
    this.addCongestion(parts, [...parts, ...offers]);
    return { arc: index, parts, capacityRent };
  }

  private upper(shared: boolean): number {
    const { arc, problem } = this;
    if (problem.idle?.has(nodeOf(problem, arc.to, arc.good))) return 0;
    if (problem.shut?.has(nodeOf(problem, arc.from, arc.good))) return 0;
    return shared ? Infinity : arc.capacity;
  }

  private isOffered(commodity: Commodity): boolean {
    return this.arc.from !== this.arc.to && commodity.place(this.arc.to)?.cheapest !== undefined;
  }

  private addPart(commodity: Commodity, tier: ArcPart["tier"], upper: number, capacityRent: number): ArcPart {
    const { arc, builder, rents } = this;
    const flow = builder.quantity(arc.good, upper, this.share);
    const from = commodity.place(arc.from)!;
    const to = commodity.place(arc.to)!;
    const own = arc.from === arc.to ? from.own : undefined;
    builder.linear(from.leavesFrom, flow, -1);
    builder.linear(to.arrivesInto, flow, 1);
    this.addCost(flow, own?.leave ?? from.leave, tier, capacityRent);
    addTo(builder, flow, own?.arrive ?? to.arrive, -1);
    for (const q of arc.quotas) builder.linear(rents.quotas[q], flow, -1);
    if (tier === "in") builder.linear(rents.tariffRateQuotas[arc.tariffRateQuota], flow, -1);
    if (capacityRent >= 0) builder.linear(capacityRent, flow, -1);
    return { unknown: flow, seller: commodity.seller, tier };
  }

  /** What is offered over the arc costs at least as much as the cheapest import; a weight stands on those that cost the same. */
  private addOffer(commodity: Commodity, tier: ArcPart["tier"], capacityRent: number): number {
    const { arc, builder } = this;
    const cheapest = commodity.place(arc.to)!.cheapest!;
    const weight = builder.quantity(arc.good);
    this.addCost(weight, commodity.place(arc.from)!.leave, tier, capacityRent);
    builder.linear(weight, cheapest, -1);
    builder.linear(cheapest, weight, 1);
    return weight;
  }

  /** Adds the cost of a delivered unit without congestion. */
  private addCost(row: number, origin: Expression, tier: ArcPart["tier"], capacityRent: number): void {
    this.addDelivered(row, origin, tier);
    if (tier === "in") this.builder.linear(row, this.rents.tariffRateQuotas[this.arc.tariffRateQuota], 1);
    if (capacityRent >= 0) this.builder.linear(row, capacityRent, 1);
  }

  /** Adds the cost of a delivered unit without congestion and without the rents of capacities and tariff-rate quotas. */
  private addDelivered(row: number, origin: Expression, tier: ArcPart["tier"]): void {
    const { arc, builder, problem, rents } = this;
    const { onFob, onCif, specific } = dutyRates(problem, arc, tier);
    const onOrigin = 1 + onFob + onCif;
    addTo(builder, row, origin, onOrigin * (1 + arc.exportTax.adValorem));
    builder.constant(row, onOrigin * arc.exportTax.specific + (1 + onCif) * arc.cost + specific);
    for (const q of arc.quotas) {
      const share = { importer: 0, exporter: 1, split: 0.5 }[problem.quotas[q].rentTo];
      builder.linear(row, rents.quotas[q], share * onOrigin + (1 - share));
    }
  }

  /** @param costs parts in whose conditions the cost of the arc stands. */
  private addCongestion(parts: readonly ArcPart[], costs: readonly ArcPart[]): void {
    const { arc, builder, problem } = this;
    if (arc.slope === 0 || parts.length === 0) return;
    const factors = costs.map((part) => {
      const owns = part.seller >= 0 && problem.sellers[part.seller].ownsTransport;
      return arc.slope * (1 + dutyRates(problem, arc, part.tier).onCif) * (owns ? 1 + arc.power : 1);
    });
    const flows = parts.map((part) => part.unknown);
    const rows = costs.map((part) => part.unknown);
    if (arc.power === 1)
      rows.forEach((row, r) => {
        for (const flow of flows) builder.linear(row, flow, factors[r]);
      });
    else builder.term(powerTerm(flows, rows, factors, arc.power));
  }
}

/** factor · (Σ flow)^power in each row. */
function powerTerm(
  flows: readonly number[],
  rows: readonly number[],
  factors: readonly number[],
  power: number,
): Term {
  const total = (x: Float64Array) => flows.reduce((sum, flow) => sum + Math.max(0, x[flow]), 0);
  const tiny = 1e-200;
  return {
    entries: rows.flatMap((row) => flows.map((column) => [row, column] as const)),
    residual(x, f) {
      const level = pow(total(x), power);
      rows.forEach((row, r) => (f[row] += factors[r] * level));
    },
    jacobian(x, values, slots) {
      const slope = power * pow(Math.max(total(x), power < 1 ? tiny : 0), power - 1);
      slots.forEach((slot, k) => (values[slot] += factors[Math.floor(k / flows.length)] * slope));
    },
  };
}

/** Rates on the two bases and the specific part, duty and tier of a tariff-rate quota together. */
export function dutyRates(problem: MarketProblem, arc: Arc, tier: ArcPart["tier"]) {
  const rates = { onFob: 0, onCif: 0, specific: 0 };
  const add = (wedge: Wedge, base: "cif" | "fob") => {
    rates[base === "cif" ? "onCif" : "onFob"] += wedge.adValorem;
    rates.specific += wedge.specific;
  };
  add(arc.duty, arc.duty.base);
  if (tier !== "none") {
    const quota = problem.tariffRateQuotas[arc.tariffRateQuota];
    add(tier === "in" ? quota.inQuota : quota.overQuota, quota.base);
  }
  return rates;
}
