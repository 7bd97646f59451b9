import { describe, expect, it } from "vitest";
import type { Market } from "../../market/market.js";
import { duty, quota, solved } from "../testing/solved.js";
import { tinyMarket } from "../testing/tiny-market.js";
import { trueWedges } from "./blend.js";
import { demandSpan, relativeDemand } from "./demand.js";
import { evaluate } from "./evaluate.js";
import { compileProblem } from "./problem.js";
import { workspaceOf } from "./workspace.js";

const plants = [
  { region: 0, capacity: 2000, cost: 60 },
  { region: 1, capacity: 500, cost: 95 },
];
const demand = [800, 600];
const IMPORT = 2;

/** Φ(π, λ) = Σ PS + Σ CS + λ·limit − Σ B·P + Σ R·π for specific wedges; see the model page. */
function potential(market: Market, x: Float64Array): number {
  const { arcs, buyers, nodes, uses, origins, controls, wedges } = market;
  const cost = Array.from(arcs.origin, (origin, a) => x[origin] + arcs.freight[a]);
  for (const wedge of wedges) wedge.arcs.forEach((arc, i) => (cost[arc] += wedge.specific[i]));
  controls.forEach((control, c) => {
    control.members.forEach((arc) => (cost[arc] += x[origins.count + c]));
  });
  let total = 0;
  for (let b = 0; b < buyers.count; b++) {
    let sum = 0;
    for (let a = arcs.start[b]; a < arcs.start[b + 1]; a++)
      sum += Math.exp(arcs.logWeight[a] - cost[a] / buyers.theta[b]);
    const price = -buyers.theta[b] * Math.log(sum);
    total += consumerSurplus(uses.quantity[b], price) - buyers.stockBuild[b] * price;
  }
  for (let k = 0; k < nodes.count; k++) {
    total += producerSurplus(
      nodes.capacity[k],
      nodes.cost[k],
      nodes.gamma[k],
      x[nodes.outOrigin[k]] - nodes.cost[k],
    );
  }
  for (let o = 0; o < origins.count; o++) total += origins.given[o] * x[o];
  controls.forEach((control, c) => (total += control.limit * x[origins.count + c]));
  return total;
}

function producerSurplus(capacity: number, cost: number, gamma: number, m: number): number {
  const b = 1 / (1 + Math.exp(cost / gamma));
  const soft = (z: number): number => gamma * Math.log1p(Math.exp(z / gamma));
  return m > -cost ? (capacity / (1 - b)) * (soft(m) - soft(-cost) - b * (m + cost)) : 0;
}

/** ∫ D from the price to the choke of 1000, by Simpson's rule. */
function consumerSurplus(quantity: number, price: number): number {
  const two = new Float64Array(2);
  const steps = 4000;
  const width = (1000 - price) / steps;
  let sum = 0;
  for (let i = 0; i <= steps; i++) {
    relativeDemand(price + i * width, 100, 0.5, 1000, demandSpan(100, 0.5, 1000), two);
    sum += two[0] * (i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2);
  }
  return (quantity * sum * width) / 3;
}

describe("the potential", () => {
  it("has excess supply and slack as its gradient where wedges are specific", () => {
    const plain = tinyMarket({ plants, demand, given: 30 });
    const market: Market = {
      ...plain,
      buyers: { ...plain.buyers, stockBuild: Float64Array.of(25, 10) },
      wedges: [duty([IMPORT], 0, 7)],
      controls: [quota([IMPORT], 100)],
    };
    const space = workspaceOf(market);
    const problem = compileProblem(market, space.structure);
    for (const x of [
      Float64Array.of(90, 110, 4),
      Float64Array.of(60, 150, 12),
      Float64Array.of(130, 40, 0.5),
    ]) {
      const f = new Float64Array(3);
      evaluate(problem, space, trueWedges, x, f);
      for (let i = 0; i < 3; i++) {
        const h = 1e-3;
        const up = x.slice();
        const down = x.slice();
        up[i] += h;
        down[i] -= h;
        const slope = (potential(market, up) - potential(market, down)) / (2 * h);
        expect(Math.abs(slope - f[i])).toBeLessThan(1e-3 * (1 + Math.abs(f[i])));
      }
    }
  });

  it("is least at the answer", () => {
    const market: Market = { ...tinyMarket({ plants, demand }), wedges: [duty([IMPORT], 0, 7)] };
    const { originPrice } = solved(market);
    const least = potential(market, originPrice);
    for (const move of [
      [1, 0],
      [0, 1],
      [-1, 1],
      [-2, -2],
    ]) {
      expect(
        potential(
          market,
          originPrice.map((price, o) => price + move[o]),
        ),
      ).toBeGreaterThan(least);
    }
  });
});

/** Two regions without dispersion: prices differ by freight, and total supply meets total demand. */
function exactPrice(freight: number): number {
  const two = new Float64Array(2);
  const excess = (price: number): number => {
    const at = [price, price + freight];
    return at.reduce((sum, local, r) => {
      const { capacity, cost } = plants[r];
      const cut = 1 / (1 + Math.exp(cost / 20));
      const use = local > 0 ? (1 / (1 + Math.exp(-(local - cost) / 20)) - cut) / (1 - cut) : 0;
      relativeDemand(local, 100, 0.5, 1000, demandSpan(100, 0.5, 1000), two);
      return sum + capacity * use - demand[r] * two[0];
    }, 0);
  };
  let [low, high] = [1, 900];
  for (let i = 0; i < 80; i++) {
    const middle = (low + high) / 2;
    if (excess(middle) > 0) high = middle;
    else low = middle;
  }
  return low;
}

describe("dispersion going to zero", () => {
  it("tends to the classical spatial price equilibrium", () => {
    const exact = exactPrice(5);
    const errors = [8, 2, 0.5, 0.125].map((theta) => {
      const { originPrice } = solved(tinyMarket({ plants, demand, theta }));
      return Math.abs(originPrice[0] - exact) + Math.abs(originPrice[1] - originPrice[0] - 5);
    });
    for (let i = 1; i < errors.length; i++) expect(errors[i]).toBeLessThan(errors[i - 1]);
    expect(errors[3]).toBeLessThan(0.5);
  });
});
