import type { Calibration } from "../market/calibration.js";
import type { Equilibrium, Market } from "../market/market.js";
import { exp, log } from "../numeric/elementary.js";

/**
 * Origin prices as a would-be supplier sees them: those of the market where something is supplied, else the price at which an
 * entrant would sell its whole output, Σ_j Q_j·e^{−(c_j(π)+h_j−P_j)/θ_j} = 1 per tonne of size. kUSD/t.
 */
export function entryPrices(
  calibration: Calibration,
  market: Market,
  equilibrium: Equilibrium,
  unqualified: Float64Array,
  arcsOfOrigin: readonly Int32Array[],
): Float64Array {
  const price = equilibrium.originPrice.slice();
  const idle = idleOrigins(market, equilibrium);
  if (idle.length === 0) return price;
  const lines = costLine(market, equilibrium, idle);
  const bought = new Float64Array(market.buyers.count);
  for (let a = 0; a < market.arcs.count; a++) bought[market.arcs.buyer[a]] += equilibrium.flow[a];
  for (const o of idle) {
    const routes: Route[] = [];
    for (const a of arcsOfOrigin[o]) {
      const b = market.arcs.buyer[a];
      const { unfamiliarity, qualification, entrant } = calibration.arcs;
      if (bought[b] <= 0 || entrant[a] === 0) continue;
      const h = unfamiliarity[a] + qualification[a] * unqualified[o];
      const theta = market.buyers.theta[b];
      const line = lines.get(a)!;
      routes.push({
        level: log(bought[b]) + (equilibrium.usePrice[b] - h - line.offset) / theta,
        slope: line.slope / theta,
      });
    }
    price[o] = routes.length === 0 ? market.origins.disposalPrice[o] : sellingPrice(routes);
  }
  return price;
}

interface Route {
  /** ln of the quantity sold at price 0 per tonne of size, and its fall per kUSD/t. */
  readonly level: number;
  readonly slope: number;
}

/** Root of ln Σ e^{level − slope·π}: convex and falling, so Newton from the lowest single-route root climbs to it. */
function sellingPrice(routes: readonly Route[]): number {
  let price = -Infinity;
  for (const { level, slope } of routes) price = Math.max(price, level / slope);
  for (let i = 0; i < 40; i++) {
    let [sum, fall] = [0, 0];
    for (const { level, slope } of routes) {
      const sold = exp(level - slope * price);
      sum += sold;
      fall += slope * sold;
    }
    const step = (log(sum) * sum) / fall;
    price += step;
    if (Math.abs(step) <= 1e-12 * Math.max(1, Math.abs(price))) break;
  }
  return price;
}

function idleOrigins({ origins, nodes }: Market, { level }: Equilibrium): number[] {
  const supply = Float64Array.from(origins.given);
  for (let k = 0; k < nodes.count; k++) {
    for (let i = nodes.outStart[k]; i < nodes.outStart[k + 1]; i++)
      supply[nodes.outOrigin[i]] += nodes.outCoefficient[i] * level[k];
  }
  return [...supply.keys()].filter((o) => supply[o] <= 0);
}

/** Delivered cost of idle origins' arcs as a straight line in the origin price, rents included, border floors left out. */
function costLine(
  market: Market,
  { rent }: Equilibrium,
  idle: readonly number[],
): Map<number, { slope: number; offset: number }> {
  const { arcs } = market;
  const isIdle = new Uint8Array(market.origins.count);
  for (const o of idle) isIdle[o] = 1;
  const terms = new Map<number, { taxRate: number; tax: number; dutyRate: number; paid: number }>();
  for (let a = 0; a < arcs.count; a++) {
    if (isIdle[arcs.origin[a]] === 1) terms.set(a, { taxRate: 0, tax: 0, dutyRate: 0, paid: 0 });
  }
  for (const { kind, arcs: on, adValorem, specific } of market.wedges) {
    for (let i = 0; i < on.length; i++) {
      const term = isIdle[arcs.origin[on[i]]] === 1 ? terms.get(on[i]) : undefined;
      if (term === undefined) continue;
      if (kind === "export-tax") {
        term.taxRate += adValorem[i];
        term.tax += specific[i];
      } else {
        term.dutyRate += adValorem[i];
        term.paid += specific[i];
      }
    }
  }
  market.controls.forEach(({ on, members, coefficient, rentTo }, index) => {
    if (on === "node" || rent[index] === 0) return;
    members.forEach((a, i) => {
      const term = terms.get(a);
      if (term !== undefined) term[rentTo === "exporter" ? "tax" : "paid"] += rent[index] * coefficient[i];
    });
  });
  return new Map(
    [...terms].map(([a, { taxRate, tax, dutyRate, paid }]) => {
      const dutied = 1 + dutyRate;
      const offset = tax * dutied + arcs.freight[a] * (arcs.dutyOnFob[a] === 1 ? 1 : dutied) + paid;
      return [a, { slope: (1 + taxRate) * dutied, offset }];
    }),
  );
}
