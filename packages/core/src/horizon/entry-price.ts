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
  const line = costLine(market, equilibrium);
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
      routes.push({
        level: log(bought[b]) + (equilibrium.usePrice[b] - h - line.offset[a]) / theta,
        slope: line.slope[a] / theta,
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

/** Delivered cost as a straight line in the origin price, rents included, border floors left out. */
function costLine(market: Market, { rent }: Equilibrium): { slope: Float64Array; offset: Float64Array } {
  const { arcs } = market;
  const column = () => new Float64Array(arcs.count);
  const [taxRate, tax, dutyRate, paid] = [column(), column(), column(), column()];
  for (const { kind, arcs: on, adValorem, specific } of market.wedges) {
    const [rate, amount] = kind === "export-tax" ? [taxRate, tax] : [dutyRate, paid];
    for (let i = 0; i < on.length; i++) {
      rate[on[i]] += adValorem[i];
      amount[on[i]] += specific[i];
    }
  }
  market.controls.forEach(({ on, members, coefficient, rentTo }, index) => {
    if (on === "node" || rent[index] === 0) return;
    const held = rentTo === "exporter" ? tax : paid;
    members.forEach((a, i) => (held[a] += rent[index] * coefficient[i]));
  });
  const [slope, offset] = [column(), column()];
  for (let a = 0; a < arcs.count; a++) {
    const dutied = 1 + dutyRate[a];
    slope[a] = (1 + taxRate[a]) * dutied;
    offset[a] = tax[a] * dutied + arcs.freight[a] * (arcs.dutyOnFob[a] === 1 ? 1 : dutied) + paid[a];
  }
  return { slope, offset };
}
