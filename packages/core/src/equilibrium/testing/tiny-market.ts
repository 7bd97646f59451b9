import type { Market } from "../../market/market.js";

/** What a tiny market may be given; everything else has a plain default. */
export interface TinyMarket {
  /** Plants that make the one good, by region. */
  readonly plants: readonly {
    readonly region: number;
    readonly capacity: number;
    readonly cost: number;
    readonly gamma?: number;
  }[];
  /** Final demand by region at the base price of 100. */
  readonly demand: readonly number[];
  readonly theta?: number;
  readonly elasticity?: number;
  readonly choke?: number;
  /** Freight between different regions. */
  readonly freight?: number;
  readonly given?: number;
}

/** One good, as many regions as there are demands; every region buys from every plant's region. Hand-checkable. */
export function tinyMarket(options: TinyMarket): Market {
  const regions = options.demand.length;
  const homes = [...new Set(options.plants.map((plant) => plant.region))].sort((a, b) => a - b);
  const fill = (length: number, value: number): Float64Array => new Float64Array(length).fill(value);
  const steps = (count: number, step: number): Int32Array =>
    Int32Array.from({ length: count + 1 }, (_, i) => i * step);
  const pairs = options.demand.flatMap((_, buyer) => homes.map((_home, origin) => ({ origin, buyer })));
  const plants = options.plants.length;
  return {
    regions: options.demand.map((_, r) => `R${r}`),
    goods: ["good"],
    origins: {
      count: homes.length,
      region: Int32Array.from(homes),
      good: new Int32Array(homes.length),
      disposalPrice: fill(homes.length, 0),
      given: fill(homes.length, options.given ?? 0),
    },
    buyers: {
      count: regions,
      region: Int32Array.from(options.demand.keys()),
      good: new Int32Array(regions),
      theta: fill(regions, options.theta ?? 10),
      stockBuild: fill(regions, 0),
    },
    arcs: {
      count: pairs.length,
      start: steps(regions, homes.length),
      origin: Int32Array.from(pairs, (pair) => pair.origin),
      buyer: Int32Array.from(pairs, (pair) => pair.buyer),
      logWeight: fill(pairs.length, 0),
      freight: Float64Array.from(pairs, (pair) =>
        homes[pair.origin] === pair.buyer ? 0 : (options.freight ?? 5),
      ),
      dutyOnFob: new Uint8Array(pairs.length),
    },
    nodes: {
      count: plants,
      id: options.plants.map((_, k) => `plant-${k}`),
      region: Int32Array.from(options.plants, (plant) => plant.region),
      capacity: Float64Array.from(options.plants, (plant) => plant.capacity),
      ramp: fill(plants, 1),
      cost: Float64Array.from(options.plants, (plant) => plant.cost),
      gamma: Float64Array.from(options.plants, (plant) => plant.gamma ?? 20),
      support: fill(plants, 0),
      inStart: new Int32Array(plants + 1),
      inBuyer: new Int32Array(0),
      inCoefficient: new Float64Array(0),
      outStart: steps(plants, 1),
      outOrigin: Int32Array.from(options.plants, (plant) => homes.indexOf(plant.region)),
      outCoefficient: fill(plants, 1),
    },
    uses: {
      count: regions,
      id: options.demand.map((_, r) => `use@R${r}`),
      region: Int32Array.from(options.demand.keys()),
      endUse: options.demand.map(() => "use"),
      quantity: Float64Array.from(options.demand),
      basePrice: fill(regions, 100),
      elasticity: fill(regions, options.elasticity ?? 0.5),
      choke: fill(regions, options.choke ?? 1000),
      gradeScale: fill(regions, 0),
      goodStart: steps(regions, 1),
      goodBuyer: Int32Array.from(options.demand.keys()),
      goodWeight: fill(regions, 1),
    },
    wedges: [],
    controls: [],
    borderFloors: [],
    contracts: [],
    supports: [],
    stockOrders: [],
  };
}
