import type { Market } from "../market/market.js";
import type { Step } from "../horizon/step.js";

/** A year's numerical problem by name, with its answer: what another solver needs to compute the same year. null = closed or unlimited. */
export interface MarketDump {
  readonly schema: "didym/market@1";
  readonly year: number;
  readonly regions: readonly string[];
  readonly goods: readonly string[];
  readonly origins: readonly object[];
  readonly buyers: readonly object[];
  readonly routes: readonly object[];
  readonly nodes: readonly object[];
  readonly uses: readonly object[];
  readonly wedges: readonly object[];
  readonly controls: readonly object[];
  readonly borderFloors: readonly object[];
  readonly contracts: readonly object[];
  readonly answer: { readonly residual: number; readonly rents: readonly number[] };
}

/** Quantities t/y, money kUSD, prices kUSD/t; `logWeight` is ln N − h/θ. Equations in docs/model.md. */
export function dumpMarket({ year, market, equilibrium }: Step): MarketDump {
  const { origins, buyers, arcs, uses } = market;
  const place = (space: { region: Int32Array; good: Int32Array }, i: number) => ({
    region: market.regions[space.region[i]],
    good: market.goods[space.good[i]],
  });
  const route = (a: number) => ({
    good: market.goods[origins.good[arcs.origin[a]]],
    from: market.regions[origins.region[arcs.origin[a]]],
    to: market.regions[buyers.region[arcs.buyer[a]]],
  });
  const list = <T>(count: number, row: (i: number) => T): T[] =>
    Array.from({ length: count }, (_, i) => row(i));
  return {
    schema: "didym/market@1",
    year,
    regions: market.regions,
    goods: market.goods,
    origins: list(origins.count, (o) => ({
      ...place(origins, o),
      disposalPrice: origins.disposalPrice[o],
      given: origins.given[o],
      price: equilibrium.originPrice[o],
      disposal: equilibrium.disposal[o],
    })),
    buyers: list(buyers.count, (b) => ({
      ...place(buyers, b),
      theta: buyers.theta[b],
      stockBuild: buyers.stockBuild[b],
      usePrice: equilibrium.usePrice[b],
    })),
    routes: list(arcs.count, (a) => ({
      ...route(a),
      logWeight: finite(arcs.logWeight[a]),
      freight: arcs.freight[a],
      dutyOn: arcs.dutyOnFob[a] === 1 ? "fob" : "cif",
      deliveredCost: equilibrium.deliveredCost[a],
      flow: equilibrium.flow[a],
    })),
    nodes: nodesOf(market, equilibrium.level),
    uses: list(uses.count, (u) => ({
      endUse: uses.endUse[u],
      region: market.regions[uses.region[u]],
      quantity: uses.quantity[u],
      basePrice: uses.basePrice[u],
      exponent: uses.elasticity[u],
      choke: finite(uses.choke[u]),
      gradeScale: uses.gradeScale[u],
      goods: list(uses.goodStart[u + 1] - uses.goodStart[u], (i) => ({
        good: market.goods[buyers.good[uses.goodBuyer[uses.goodStart[u] + i]]],
        weight: uses.goodWeight[uses.goodStart[u] + i],
        demand: equilibrium.demandByGood[uses.goodStart[u] + i],
      })),
      demand: equilibrium.demand[u],
    })),
    wedges: market.wedges.map(({ lever, kind, arcs: on, adValorem, specific }) => ({
      lever,
      kind,
      routes: [...on].map((a, i) => ({ ...route(a), adValorem: adValorem[i], specific: specific[i] })),
    })),
    controls: controlsOf(market, equilibrium.rent, route),
    borderFloors: market.borderFloors.map(({ lever, arcs: on, reference, exporterShare }) => ({
      lever,
      exporterShare,
      routes: [...on].map((a, i) => ({ ...route(a), reference: reference[i] })),
    })),
    contracts: market.contracts.map(({ node, good, indexOrigin, upsideStrike, payers, ...terms }) => ({
      ...terms,
      node: market.nodes.id[node],
      good: market.goods[good],
      index: place(origins, indexOrigin),
      upsideStrike: finite(upsideStrike),
      payers: payers.map(({ region, share }) => ({ region: market.regions[region], share })),
    })),
    answer: { residual: equilibrium.residual, rents: [...equilibrium.rent] },
  };
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

function nodesOf(market: Market, level: Float64Array): object[] {
  const { nodes, buyers, origins, goods } = market;
  const amounts = (start: Int32Array, k: number, good: (i: number) => number, coefficient: Float64Array) => {
    const found: Record<string, number> = {};
    for (let i = start[k]; i < start[k + 1]; i++) found[goods[good(i)]] = coefficient[i];
    return found;
  };
  return nodes.id.map((id, k) => ({
    id,
    region: market.regions[nodes.region[k]],
    capacity: nodes.capacity[k],
    ramp: nodes.ramp[k],
    cost: nodes.cost[k],
    gamma: nodes.gamma[k],
    support: nodes.support[k],
    inputs: amounts(nodes.inStart, k, (i) => buyers.good[nodes.inBuyer[i]], nodes.inCoefficient),
    outputs: amounts(nodes.outStart, k, (i) => origins.good[nodes.outOrigin[i]], nodes.outCoefficient),
    level: level[k],
  }));
}

function controlsOf(market: Market, rent: Float64Array, route: (a: number) => object): object[] {
  return market.controls.map(({ id, lever, limit, cap, on, members, coefficient, rentTo, neutral }, c) => ({
    id,
    lever,
    limit,
    cap: finite(cap),
    on,
    rentTo,
    neutral,
    members: [...members].map((member, i) => ({
      ...(on === "arc" ? route(member) : { node: market.nodes.id[member] }),
      coefficient: coefficient[i],
    })),
    rent: rent[c],
  }));
}
