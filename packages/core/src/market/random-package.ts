import { Stream } from "../numeric/stream.js";
import type { BorderFloor, Contract, Control, Market, StockOrder, Wedge } from "./market.js";

export interface PackageSize {
  /** Largest ad-valorem rate, share of value. */
  readonly duty: number;
  /** Largest specific wedge, share of the price at hand. */
  readonly specific: number;
  /** Number of quantity controls; limits between nothing and all of the base flow. */
  readonly controls: number;
  readonly floors: number;
  readonly contracts: number;
  /** Largest stock order, share of the base purchase. */
  readonly stock: number;
}

/** What a package is measured by: prices, flows and levels of a solved market. */
export interface PackageBase {
  readonly originPrice: Float64Array;
  readonly flow: Float64Array;
  readonly level: Float64Array;
}

export const mildPackage: PackageSize = {
  duty: 0.25,
  specific: 0.5,
  controls: 0,
  floors: 0,
  contracts: 0,
  stock: 0,
};
export const violentPackage: PackageSize = { ...mildPackage, duty: 1, specific: 2 };
export const fullPackage: PackageSize = {
  duty: 0.5,
  specific: 0.5,
  controls: 6,
  floors: 2,
  contracts: 3,
  stock: 0.2,
};

/** A random set of policies on any market: duties and taxes by pair of regions and good, controls, floors, contracts, stock. */
export function randomPackage(market: Market, base: PackageBase, size: PackageSize, seed: number): Market {
  const stream = new Stream(seed, "package");
  const draw = new Draw(market, base, stream);
  const orders = size.stock > 0 ? draw.stockOrders(size.stock) : [];
  const stockBuild = market.buyers.stockBuild.slice();
  for (const order of orders) stockBuild[order.buyer] += order.quantity;
  return {
    ...market,
    buyers: orders.length > 0 ? { ...market.buyers, stockBuild } : market.buyers,
    wedges: [...market.wedges, ...draw.wedges(size)],
    controls: [...market.controls, ...Array.from({ length: size.controls }, (_, i) => draw.control(i))],
    borderFloors: [...market.borderFloors, ...Array.from({ length: size.floors }, () => draw.floor())],
    contracts: [...market.contracts, ...Array.from({ length: size.contracts }, () => draw.contract())],
    stockOrders: [...market.stockOrders, ...orders],
  };
}

class Draw {
  constructor(
    readonly market: Market,
    readonly base: PackageBase,
    readonly stream: Stream,
  ) {}

  /** Arcs of one good, or of all, from one region or all but the importer, to one region or all. */
  arcs(): Int32Array {
    const { market, stream } = this;
    const { arcs, origins, buyers } = market;
    const pick = (chance: number, count: number): number =>
      stream.chance(chance) ? stream.integer(count) : -1;
    const [good, from, to] = [
      pick(0.8, market.goods.length),
      pick(0.6, market.regions.length),
      pick(0.6, market.regions.length),
    ];
    const found: number[] = [];
    for (let a = 0; a < arcs.count; a++) {
      const [source, target] = [origins.region[arcs.origin[a]], buyers.region[arcs.buyer[a]]];
      if (source === target || (from >= 0 && source !== from) || (to >= 0 && target !== to)) continue;
      if (good < 0 || origins.good[arcs.origin[a]] === good) found.push(a);
    }
    return Int32Array.from(found);
  }

  wedges(size: PackageSize): Wedge[] {
    const kinds = ["duty", "export-tax", "levy", "duty"] as const;
    return kinds.map((kind, i) => {
      const arcs = this.arcs();
      const rate = kind === "levy" ? 0 : this.stream.between(0, size.duty);
      const part = this.stream.between(0, size.specific);
      const specific = Float64Array.from(arcs, (arc) =>
        kind === "duty" ? 0 : part * this.base.originPrice[this.market.arcs.origin[arc]],
      );
      return {
        lever: `random-${i}`,
        kind,
        arcs,
        adValorem: new Float64Array(arcs.length).fill(rate),
        specific,
      };
    });
  }

  control(i: number): Control {
    const { stream, market, base } = this;
    const onNode = stream.chance(0.2);
    const members = onNode ? Int32Array.of(stream.integer(market.nodes.count)) : this.arcs();
    const quantity = onNode ? base.level : base.flow;
    const used = members.reduce((sum, member) => sum + quantity[member], 0);
    const first = members.length > 0 && !onNode ? base.originPrice[market.arcs.origin[members[0]]] : 1;
    const quota = stream.chance(0.1) ? 0 : stream.between(0, 1.2) * used;
    return {
      id: `control-${i}`,
      lever: `control-${i}`,
      limit: quota,
      cap: stream.chance(0.3) && !onNode ? 0.3 * first : Infinity,
      on: onNode ? "node" : "arc",
      members,
      coefficient: new Float64Array(members.length).fill(1),
      rentTo: stream.chance(0.5) ? "exporter" : "importer",
      neutral: false,
    };
  }

  floor(): BorderFloor {
    const arcs = this.arcs();
    const factor = this.stream.between(0.8, 1.8);
    return {
      lever: "floor",
      arcs,
      reference: Float64Array.from(
        arcs,
        (arc) => factor * this.base.originPrice[this.market.arcs.origin[arc]],
      ),
      exporterShare: 0.5,
    };
  }

  contract(): Contract {
    const { market, stream, base } = this;
    const node = stream.integer(market.nodes.count);
    const output = market.nodes.outStart[node];
    const own = market.nodes.outOrigin[output];
    const good = market.origins.good[own];
    const sameGood = [...market.origins.good.keys()].filter((o) => market.origins.good[o] === good);
    const indexOrigin = stream.chance(0.5) ? own : sameGood[stream.integer(sameGood.length)];
    const price = base.originPrice[indexOrigin];
    return {
      lever: "contract",
      node,
      good,
      coverage: stream.between(0.2, 1),
      strike: price * stream.between(0.7, 2),
      indexOrigin,
      indexFactor: indexOrigin === own ? 1 : 1.13,
      upsideStrike: stream.chance(0.5) ? price * 2.2 : Infinity,
      upsideShare: 0.3,
      payers: [{ region: market.nodes.region[node], share: 1 }],
    };
  }

  stockOrders(most: number): StockOrder[] {
    const { market, stream, base } = this;
    const buyer = stream.integer(market.buyers.count);
    let used = 0;
    for (let a = market.arcs.start[buyer]; a < market.arcs.start[buyer + 1]; a++) used += base.flow[a];
    return [
      {
        lever: "stock",
        buyer,
        quantity: stream.between(-most, most) * used,
        payers: [{ region: market.buyers.region[buyer], share: 1 }],
      },
    ];
  }
}
