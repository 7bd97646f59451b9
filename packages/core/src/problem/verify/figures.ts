import type { ProblemAnswer } from "../answer/answer.js";
import type { Curve, MarketProblem } from "../market-problem.js";

/** The figures of an answer by index: absent entries count as 0. */
export class Figures {
  readonly supplyPrice = new Map<number, number>();
  readonly demandPrice = new Map<number, number>();
  readonly supplied = new Map<number, number>();
  readonly demanded = new Map<number, number>();
  readonly level = new Map<string, number>();
  readonly rent = new Map<string, number>();
  readonly flow: Float64Array;
  readonly sale = new Map<string, number>();
  readonly purchased = new Map<number, number>();
  readonly payment = new Map<number, number>();
  readonly priceScale: Float64Array;
  readonly quantityScale: Float64Array;

  constructor(
    readonly problem: MarketProblem,
    readonly answer: ProblemAnswer,
  ) {
    const node = (row: { readonly region: string; readonly good: string }) => this.node(row.region, row.good);
    for (const row of answer.prices) {
      this.supplyPrice.set(node(row), row.supply);
      this.demandPrice.set(node(row), row.demand);
    }
    for (const row of answer.supply) this.supplied.set(node(row), row.quantity);
    for (const row of answer.demand) this.demanded.set(node(row), row.quantity);
    for (const row of answer.processes) this.level.set(row.id, row.level);
    for (const row of answer.rents) this.rent.set(row.id, row.perUnit);
    for (const row of answer.sales) this.sale.set(`${row.seller}|${node(row)}`, row.quantity);
    for (const row of answer.floors) {
      this.purchased.set(node(row), row.purchased ?? 0);
      this.payment.set(node(row), row.payment ?? 0);
    }
    this.flow = this.flowsByArc();
    this.priceScale = this.scaleOfPrices();
    this.quantityScale = this.scaleOfQuantities();
  }

  node(region: string, good: string): number {
    return (
      this.problem.regions.indexOf(region) * this.problem.goods.length + this.problem.goods.indexOf(good)
    );
  }

  at(region: number, good: number): number {
    return region * this.problem.goods.length + good;
  }

  /** What supply curves, firms and processes turn out at a node. */
  madeAt(region: number, good: number): number {
    return this.problem.processes.reduce(
      (sum, process) => {
        if (process.region !== region) return sum;
        const amount = process.outputs.reduce((s, [output, each]) => s + (output === good ? each : 0), 0);
        return sum + amount * (this.level.get(process.id) ?? 0);
      },
      this.supplied.get(this.at(region, good)) ?? 0,
    );
  }

  private flowsByArc(): Float64Array {
    const { regions, goods, arcs } = this.problem;
    const index = new Map(
      arcs.map((arc, k) => [`${regions[arc.from]}|${regions[arc.to]}|${goods[arc.good]}`, k]),
    );
    const flow = new Float64Array(arcs.length);
    for (const row of this.answer.flows) {
      const k = index.get(`${row.from}|${row.to}|${row.good}`);
      if (k !== undefined) flow[k] += row.quantity;
    }
    return flow;
  }

  /** By good: the largest price or cost around, and at least a millionth of what its curves and firms name. */
  private scaleOfPrices(): Float64Array {
    const { goods, arcs } = this.problem;
    const scale = new Float64Array(goods.length);
    const lift = (good: number, value: number) => (scale[good] = Math.max(scale[good], Math.abs(value)));
    for (const prices of [this.supplyPrice, this.demandPrice])
      for (const [node, price] of prices) lift(node % goods.length, price);
    arcs.forEach((arc, k) => {
      if (this.flow[k] > 0) lift(arc.good, arc.cost);
    });
    const named = new Float64Array(goods.length);
    for (const row of [...this.problem.supply, ...this.problem.demand])
      row.goods.forEach((good, g) => (named[good] = Math.max(named[good], namedPrice(row.curve, g))));
    for (const { good, cost } of this.problem.firms) named[good] = Math.max(named[good], Math.abs(cost));
    return scale.map((value, good) => Math.max(value, 1e-6 * named[good]) || 1);
  }

  /**
   * By node: everything that passes through, and at least a billionth of what passes through the good's other nodes and a
   * millionth of what its curves name.
   */
  private scaleOfQuantities(): Float64Array {
    const { regions, goods, arcs, processes } = this.problem;
    const through = new Float64Array(regions.length * goods.length);
    for (const quantities of [this.supplied, this.demanded, this.purchased])
      for (const [node, quantity] of quantities) through[node] += Math.abs(quantity);
    arcs.forEach((arc, k) => {
      through[this.at(arc.from, arc.good)] += Math.abs(this.flow[k]);
      through[this.at(arc.to, arc.good)] += Math.abs(this.flow[k]);
    });
    for (const process of processes) {
      const level = Math.abs(this.level.get(process.id) ?? 0);
      for (const [good, amount] of [...process.inputs, ...process.outputs])
        through[this.at(process.region, good)] += amount * level;
    }
    const named = new Float64Array(goods.length);
    for (const row of [...this.problem.supply, ...this.problem.demand])
      row.goods.forEach((good, g) => (named[good] = Math.max(named[good], namedQuantity(row.curve, g))));
    return through.map((own, node) => {
      let most = 1e3 * named[node % goods.length];
      for (let other = node % goods.length; other < through.length; other += goods.length)
        most = Math.max(most, through[other]);
      return Math.max(own, 1e-9 * most) || 1;
    });
  }
}

/** A price that the curve's own figures name, whatever the market; 0 where they name none. */
function namedPrice(curve: Curve, g: number): number {
  switch (curve.form) {
    case "inverse-linear":
      return Math.abs(curve.intercept);
    case "inverse-linear-system":
      return Math.abs(curve.intercept[g]);
    case "linear":
      return curve.slope === 0 ? 0 : Math.abs(curve.intercept / curve.slope);
    case "isoelastic":
      return curve.price;
    case "golombek":
      return Math.abs(curve.a);
    case "steps":
      return curve.steps.reduce((most, [, price]) => Math.max(most, Math.abs(price)), 0);
    case "ces":
    case "isoelastic-system":
      return curve.price[g];
    case "fixed":
    case "linear-system":
      return 0;
  }
}

/** A quantity that the curve's own figures name; 0 where they name none. */
function namedQuantity(curve: Curve, g: number): number {
  switch (curve.form) {
    case "inverse-linear":
      return curve.slope === 0 ? 0 : Math.abs(curve.intercept / curve.slope);
    case "linear":
      return Math.abs(curve.intercept);
    case "linear-system":
      return Math.abs(curve.intercept[g]);
    case "isoelastic":
    case "fixed":
      return curve.quantity;
    case "golombek":
      return curve.limit;
    case "steps":
      return curve.steps.reduce((sum, [size]) => sum + Math.min(size, 1e12), 0);
    case "ces":
    case "isoelastic-system":
      return curve.quantity[g];
    case "inverse-linear-system":
      return 0;
  }
}
