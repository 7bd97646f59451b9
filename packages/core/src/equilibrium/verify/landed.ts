import type { Equilibrium, Market } from "../../market/market.js";

/** fob = π(1+xᵃ)+xˢ+λ_X; cif = fob + f; landed = cif + τ·V + v + λ_M, before border floors, and what floors add in their order. */
export function landedCosts(
  market: Market,
  found: Prices,
): { readonly landed: number[]; readonly final: number[]; readonly gaps: number[] } {
  const { arcs, wedges, controls, borderFloors } = market;
  const zero = (): number[] => new Array<number>(arcs.count).fill(0);
  const [taxShare, tax, dutyShare, money, exporterRent, importerRent] = [
    zero(),
    zero(),
    zero(),
    zero(),
    zero(),
    zero(),
  ];
  for (const { kind, arcs: members, adValorem, specific } of wedges) {
    members.forEach((arc, i) => {
      if (kind === "export-tax") {
        taxShare[arc] += adValorem[i];
        tax[arc] += specific[i];
      } else {
        dutyShare[arc] += adValorem[i];
        money[arc] += specific[i];
      }
    });
  }
  controls.forEach((control, c) => {
    if (control.on !== "arc") return;
    const rent = control.rentTo === "exporter" ? exporterRent : importerRent;
    control.members.forEach((arc, i) => (rent[arc] += found.rent[c] * control.coefficient[i]));
  });
  const landed = zero().map((_, a) => {
    const price = found.originPrice[arcs.origin[a]];
    const fob = price + taxShare[a] * price + tax[a] + exporterRent[a];
    const cif = fob + arcs.freight[a];
    return cif + dutyShare[a] * (arcs.dutyOnFob[a] === 1 ? fob : cif) + money[a] + importerRent[a];
  });
  const final = [...landed];
  const gaps: number[] = [];
  for (const border of borderFloors) {
    border.arcs.forEach((arc, i) => {
      const gap = Math.max(0, border.reference[i] - final[arc]);
      gaps.push(gap);
      final[arc] += gap;
    });
  }
  return { landed, final, gaps };
}

export type Prices = Pick<Equilibrium, "originPrice" | "rent">;
