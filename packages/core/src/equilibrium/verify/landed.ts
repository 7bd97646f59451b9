import type { Equilibrium, Market } from "../../market/market.js";

export type Prices = Pick<Equilibrium, "originPrice" | "rent">;

/** fob = π(1+xᵃ)+xˢ+λ_X; cif = fob + f; landed = cif + τ·V + v + λ_M; then what border floors add, in their order. */
export function landedCosts(
  market: Market,
  found: Prices,
): { readonly cost: Float64Array; readonly gaps: Float64Array } {
  const { arcs, borderFloors } = market;
  const { taxShare, tax, dutyShare, money } = wedgeSums(market);
  const { exporterRent, importerRent } = rentSums(market, found.rent);
  const cost = new Float64Array(arcs.count);
  for (let a = 0; a < arcs.count; a++) {
    const price = found.originPrice[arcs.origin[a]];
    const fob = price + taxShare[a] * price + tax[a] + exporterRent[a];
    const cif = fob + arcs.freight[a];
    cost[a] = cif + dutyShare[a] * (arcs.dutyOnFob[a] === 1 ? fob : cif) + money[a] + importerRent[a];
  }
  const gaps = new Float64Array(borderFloors.reduce((sum, border) => sum + border.arcs.length, 0));
  let at = 0;
  for (const border of borderFloors) {
    for (let i = 0; i < border.arcs.length; i++) {
      const gap = Math.max(0, border.reference[i] - cost[border.arcs[i]]);
      gaps[at++] = gap;
      cost[border.arcs[i]] += gap;
    }
  }
  return { cost, gaps };
}

function wedgeSums({ arcs, wedges }: Market) {
  const taxShare = new Float64Array(arcs.count);
  const tax = new Float64Array(arcs.count);
  const dutyShare = new Float64Array(arcs.count);
  const money = new Float64Array(arcs.count);
  for (const wedge of wedges) {
    const [share, amount] = wedge.kind === "export-tax" ? [taxShare, tax] : [dutyShare, money];
    for (let i = 0; i < wedge.arcs.length; i++) {
      share[wedge.arcs[i]] += wedge.adValorem[i];
      amount[wedge.arcs[i]] += wedge.specific[i];
    }
  }
  return { taxShare, tax, dutyShare, money };
}

function rentSums({ arcs, controls }: Market, rent: Float64Array) {
  const exporterRent = new Float64Array(arcs.count);
  const importerRent = new Float64Array(arcs.count);
  controls.forEach((control, c) => {
    if (control.on !== "arc" || rent[c] === 0) return;
    const sum = control.rentTo === "exporter" ? exporterRent : importerRent;
    for (let i = 0; i < control.members.length; i++)
      sum[control.members[i]] += rent[c] * control.coefficient[i];
  });
  return { exporterRent, importerRent };
}
