import { pow } from "../../numeric/elementary.js";
import type { Arc, Wedge } from "../market-problem.js";
import type { Figures } from "./figures.js";

/** What one unit costs on its way over an arc at the answer's flows and rents. */
export class ArcCosts {
  readonly transport: number;
  private readonly exporterRent: number;
  private readonly importerRent: number;

  constructor(
    private readonly figures: Figures,
    private readonly arc: Arc,
    flow: number,
  ) {
    const { problem } = figures;
    this.transport = arc.cost + (arc.slope === 0 || flow <= 0 ? 0 : arc.slope * pow(flow, arc.power));
    let [exporter, importer] = [0, this.capacityRent()];
    for (const q of arc.quotas) {
      const { id, rentTo } = problem.quotas[q];
      const rent = figures.rent.get(id) ?? 0;
      if (rentTo !== "importer") exporter += rentTo === "split" ? rent / 2 : rent;
      if (rentTo !== "exporter") importer += rentTo === "split" ? rent / 2 : rent;
    }
    [this.exporterRent, this.importerRent] = [exporter, importer];
  }

  get unitTransport(): number {
    return this.transport;
  }

  capacityRent(): number {
    const { regions, goods } = this.figures.problem;
    const { from, to, good, capacity } = this.arc;
    if (capacity === Infinity) return 0;
    return this.figures.rent.get(`arc:${regions[from]}:${regions[to]}:${goods[good]}`) ?? 0;
  }

  /** Parts of the delivered cost. @param tier a tier of the arc's tariff-rate quota. @param carrier cost that stands in for transport. */
  parts(origin: number, tier?: Wedge & { base: "cif" | "fob" }, carrier = this.transport) {
    const { arc } = this;
    if (Math.abs(origin) === Infinity) return { exportTax: NaN, duty: NaN, delivered: origin };
    const exportTax = arc.exportTax.adValorem * origin + arc.exportTax.specific;
    const fob = origin + exportTax + this.exporterRent;
    const levies = [arc.duty, ...(tier ? [tier] : [])];
    const duty = levies.reduce((sum, levy) => {
      return sum + levy.adValorem * (levy.base === "cif" ? fob + carrier : fob) + levy.specific;
    }, 0);
    return { exportTax, duty, delivered: fob + carrier + duty + this.importerRent };
  }

  /** Cost by tier: one figure without a tariff-rate quota, else inside (with the rent) and over it. */
  delivered(origin: number, carrier?: number): { readonly inside: number; readonly over: number } {
    const { arc, figures } = this;
    if (arc.tariffRateQuota < 0) {
      const { delivered } = this.parts(origin, undefined, carrier);
      return { inside: delivered, over: Infinity };
    }
    const quota = figures.problem.tariffRateQuotas[arc.tariffRateQuota];
    const rent = figures.rent.get(quota.id) ?? 0;
    return {
      inside: this.parts(origin, { ...quota.inQuota, base: quota.base }, carrier).delivered + rent,
      over: this.parts(origin, { ...quota.overQuota, base: quota.base }, carrier).delivered,
    };
  }
}
