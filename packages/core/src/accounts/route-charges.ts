import type { Equilibrium, Market } from "../market/market.js";

/**
 * What each tonne on each arc pays, kUSD/t, recomputed from origin prices, wedges and rents alone:
 * fob = π(1+xᵃ)+xˢ+λ_X; cif = fob + f; landed = cif + τV + λ_M + levy; gap = max(0, reference − landed); c = landed + gap.
 */
export interface RouteCharges {
  readonly exportTax: Float64Array;
  readonly exporterRent: Float64Array;
  readonly duty: Float64Array;
  readonly levy: Float64Array;
  readonly importerRent: Float64Array;
  /** Part of `importerRent` beyond a tariff-rate quota, which is duty and not rent. */
  readonly overQuota: Float64Array;
  /** Gap of a border floor that the importing treasury takes, and the part that the exporter keeps. */
  readonly floorLevy: Float64Array;
  readonly floorKept: Float64Array;
  /** Their sum with origin price and freight: the delivered cost c. */
  readonly delivered: Float64Array;
}

export function routeCharges(market: Market, equilibrium: Equilibrium): RouteCharges {
  const { arcs } = market;
  const column = () => new Float64Array(arcs.count);
  const none = column();
  const where = (used: boolean) => (used ? column() : none);
  const rents = market.controls.some(({ on }, index) => on === "arc" && equilibrium.rent[index] !== 0);
  const floors = market.borderFloors.length > 0;
  const charges = {
    exportTax: column(),
    exporterRent: where(rents),
    duty: column(),
    levy: where(market.wedges.some(({ kind }) => kind === "levy")),
    importerRent: where(rents),
    overQuota: where(rents),
    floorLevy: where(floors),
    floorKept: where(floors),
    delivered: column(),
  };
  const [dutyRate, dutySpecific] = [column(), column()];
  const price = equilibrium.originPrice;
  for (const wedge of market.wedges) {
    for (let i = 0; i < wedge.arcs.length; i++) {
      const a = wedge.arcs[i];
      if (wedge.kind === "levy") charges.levy[a] += wedge.specific[i];
      else if (wedge.kind === "duty") {
        dutyRate[a] += wedge.adValorem[i];
        dutySpecific[a] += wedge.specific[i];
      } else charges.exportTax[a] += wedge.adValorem[i] * price[arcs.origin[a]] + wedge.specific[i];
    }
  }
  addRents(market, equilibrium, charges);
  for (let a = 0; a < arcs.count; a++) {
    const fob = price[arcs.origin[a]] + charges.exportTax[a] + charges.exporterRent[a];
    const cif = fob + arcs.freight[a];
    charges.duty[a] = dutyRate[a] * (arcs.dutyOnFob[a] === 1 ? fob : cif) + dutySpecific[a];
    charges.delivered[a] = cif + charges.duty[a] + charges.importerRent[a] + charges.levy[a];
  }
  liftToFloors(market, charges);
  return charges;
}

function addRents(
  market: Market,
  equilibrium: Equilibrium,
  charges: Pick<RouteCharges, "exporterRent" | "importerRent" | "overQuota">,
): void {
  market.controls.forEach((control, index) => {
    const rent = equilibrium.rent[index];
    if (control.on === "node" || rent === 0) return;
    const held = control.rentTo === "exporter" ? charges.exporterRent : charges.importerRent;
    const beyond = control.cap < Infinity ? shareBeyond(control, equilibrium.flow) : 0;
    control.members.forEach((a, i) => {
      held[a] += rent * control.coefficient[i];
      if (control.rentTo === "importer") charges.overQuota[a] += beyond * rent * control.coefficient[i];
    });
  });
}

/** Share of the flow under a tariff-rate quota that exceeds its volume. */
function shareBeyond(control: Market["controls"][number], flow: Float64Array): number {
  let total = 0;
  control.members.forEach((a, i) => (total += control.coefficient[i] * flow[a]));
  return total > control.limit ? (total - control.limit) / total : 0;
}

function liftToFloors(
  market: Market,
  charges: Pick<RouteCharges, "delivered" | "floorLevy" | "floorKept">,
): void {
  for (const floor of market.borderFloors) {
    floor.arcs.forEach((a, i) => {
      const gap = Math.max(0, floor.reference[i] - charges.delivered[a]);
      charges.floorLevy[a] += (1 - floor.exporterShare) * gap;
      charges.floorKept[a] += floor.exporterShare * gap;
      charges.delivered[a] += gap;
    });
  }
}
