import { exp, log } from "../../numeric/elementary.js";
import type { Stream } from "../../numeric/stream.js";
import type { GeneratedMarket } from "../generate.js";
import type { Market, Nodes, Uses } from "../market.js";
import type { ChainShape, Recipe } from "./chain-shape.js";
import type { Network } from "./network.js";

/** Draws final demand, hands it up the chain at base prices, and sizes every plant for what its region then sells. */
export function generateBase(chain: ChainShape, network: Network, stream: Stream): GeneratedMarket {
  const { price, share } = baseSourcing(network);
  const uses = drawUses(chain, network, price, stream);
  const purchase = new Float64Array(network.buyers.count);
  uses.goodBuyer.forEach(
    (buyer, i) => (purchase[buyer] += baseShare(uses, i, price) * uses.quantity[useOf(uses, i)]),
  );
  const sales = new Float64Array(network.origins.count);
  const level = new Float64Array(chain.recipes.length);
  for (const stage of ["finished", "metal", "oxide", "feed"] as const) {
    sell(chain, network, share, purchase, sales, stage);
    chain.recipes.forEach((recipe, k) => {
      if (chain.stage[recipe.outputs[0].good] !== stage) return;
      level[k] = Math.max(
        ...recipe.outputs.map(({ good, tonnes }) => sales[network.originAt(recipe.region, good)] / tonnes),
      );
      for (const { good, tonnes } of recipe.inputs)
        purchase[network.buyerAt(recipe.region, good)] += tonnes * level[k];
    });
  }
  const market: Market = {
    regions: Array.from({ length: chain.regions }, (_, r) => `R${r}`),
    goods: chain.stage.map((stage, g) => `${stage}.${g}`),
    origins: { ...network.origins, disposalPrice: disposalPrices(chain, network, level, sales) },
    buyers: network.buyers,
    arcs: network.arcs,
    nodes: drawNodes(chain, network, price, level, stream),
    uses,
    wedges: [],
    controls: [],
    borderFloors: [],
    contracts: [],
    supports: [],
    stockOrders: [],
  };
  return { market, originPrice: network.originPrice };
}

function baseSourcing({ arcs, buyers, originPrice }: Network) {
  const share = new Float64Array(arcs.count);
  const price = new Float64Array(buyers.count);
  for (let b = 0; b < buyers.count; b++) {
    let sum = 0;
    for (let a = arcs.start[b]; a < arcs.start[b + 1]; a++) {
      share[a] = exp(arcs.logWeight[a] - (originPrice[arcs.origin[a]] + arcs.freight[a]) / buyers.theta[b]);
      sum += share[a];
    }
    for (let a = arcs.start[b]; a < arcs.start[b + 1]; a++) share[a] /= sum;
    price[b] = -buyers.theta[b] * log(sum);
  }
  return { share, price };
}

/** One use of the finished goods per region (grades substitute) and one of each oxide. */
function drawUses(chain: ChainShape, network: Network, price: Float64Array, stream: Stream): Uses {
  const rows: { region: number; name: string; goods: number[]; quantity: number; scale: number }[] = [];
  const goodsOf = (stage: string): number[] =>
    [...chain.stage.keys()].filter((g) => chain.stage[g] === stage);
  for (let region = 0; region < chain.regions; region++) {
    const size = exp(stream.between(0, 3));
    for (let e = 0; e < 3; e++) {
      rows.push({
        region,
        name: `finished-${e}`,
        goods: goodsOf("finished"),
        quantity: 1000 * size * stream.between(0.3, 1),
        scale: 1,
      });
    }
    for (const good of goodsOf("oxide")) {
      rows.push({
        region,
        name: `oxide-${good}`,
        goods: [good],
        quantity: 100 * size * stream.between(0.2, 1),
        scale: 0,
      });
    }
  }
  const buyersOf = rows.map((row) =>
    row.goods.map((good) => network.buyerAt(row.region, good)).filter((b) => price[b] < Infinity),
  );
  const basePrice = buyersOf.map((list) => list.reduce((sum, b) => sum + price[b], 0) / list.length);
  const start = new Int32Array(rows.length + 1);
  buyersOf.forEach((list, e) => (start[e + 1] = start[e] + list.length));
  const scale = rows.map((row, e) => (row.scale > 0 && buyersOf[e].length > 1 ? basePrice[e] / 4 : 0));
  return {
    count: rows.length,
    id: rows.map((row) => `${row.name}@R${row.region}`),
    region: Int32Array.from(rows, (row) => row.region),
    endUse: rows.map((row) => row.name),
    quantity: Float64Array.from(rows, (row) => row.quantity),
    basePrice: Float64Array.from(basePrice),
    elasticity: Float64Array.from(rows, () => stream.between(0.2, 0.8)),
    choke: Float64Array.from(basePrice, (p) => p * stream.between(8, 40)),
    gradeScale: Float64Array.from(scale),
    goodStart: start,
    goodBuyer: Int32Array.from(buyersOf.flat()),
    goodWeight: Float64Array.from(
      buyersOf.flatMap((list, e) =>
        list.map((b) => (scale[e] > 0 ? log(1 / list.length) + (price[b] - basePrice[e]) / scale[e] : 1)),
      ),
    ),
  };
}

function useOf(uses: Uses, i: number): number {
  let e = 0;
  while (uses.goodStart[e + 1] <= i) e++;
  return e;
}

/** Weights are set so that goods share a use equally at base prices. */
function baseShare(uses: Uses, i: number, _price: Float64Array): number {
  const e = useOf(uses, i);
  return 1 / (uses.goodStart[e + 1] - uses.goodStart[e]);
}

function sell(
  chain: ChainShape,
  { arcs, origins }: Network,
  share: Float64Array,
  purchase: Float64Array,
  sales: Float64Array,
  stage: string,
): void {
  for (let a = 0; a < arcs.count; a++) {
    if (chain.stage[origins.good[arcs.origin[a]]] === stage)
      sales[arcs.origin[a]] += share[a] * purchase[arcs.buyer[a]];
  }
}

/** Where a region makes more than it sells at base prices, the base price is what storing it costs. */
function disposalPrices(
  chain: ChainShape,
  network: Network,
  level: Float64Array,
  sales: Float64Array,
): Float64Array {
  const made = new Float64Array(sales.length);
  chain.recipes.forEach((recipe, k) => {
    for (const { good, tonnes } of recipe.outputs)
      made[network.originAt(recipe.region, good)] += tonnes * level[k];
  });
  return network.origins.disposalPrice.map((price, o) =>
    made[o] > sales[o] * (1 + 1e-9) ? network.originPrice[o] : price,
  );
}

function drawNodes(
  chain: ChainShape,
  network: Network,
  price: Float64Array,
  level: Float64Array,
  stream: Stream,
): Nodes {
  const { recipes } = chain;
  const value = (recipe: Recipe): number =>
    recipe.outputs.reduce(
      (sum, { good, tonnes }) => sum + tonnes * network.originPrice[network.originAt(recipe.region, good)],
      0,
    ) -
    recipe.inputs.reduce(
      (sum, { good, tonnes }) => sum + tonnes * price[network.buyerAt(recipe.region, good)],
      0,
    );
  const outputValue = (recipe: Recipe): number =>
    recipe.outputs.reduce((sum, { good, tonnes }) => sum + tonnes * chain.price[good], 0);
  const plants = recipes.map((recipe, k) => {
    const utilisation = stream.between(0.3, 0.9);
    const valueAdded = Math.max(value(recipe), 0.15 * outputValue(recipe));
    const gamma = ((1 - utilisation) * valueAdded) / stream.between(0.4, 1.2);
    const cost = valueAdded - gamma * log(utilisation / (1 - utilisation));
    const cut = 1 / (1 + exp(cost / gamma));
    return {
      gamma,
      cost,
      capacity: level[k] / ((utilisation - cut) / (1 - cut)),
      support: valueAdded - value(recipe),
    };
  });
  const starts = (list: (recipe: Recipe) => readonly unknown[]): Int32Array => {
    const start = new Int32Array(recipes.length + 1);
    recipes.forEach((recipe, k) => (start[k + 1] = start[k] + list(recipe).length));
    return start;
  };
  return {
    count: recipes.length,
    id: recipes.map((recipe, k) => `node-${k}@R${recipe.region}`),
    region: Int32Array.from(recipes, (recipe) => recipe.region),
    capacity: Float64Array.from(plants, (plant) => plant.capacity),
    ramp: new Float64Array(recipes.length).fill(1),
    cost: Float64Array.from(plants, (plant) => plant.cost),
    gamma: Float64Array.from(plants, (plant) => plant.gamma),
    support: Float64Array.from(plants, (plant) => plant.support),
    inStart: starts((recipe) => recipe.inputs),
    inBuyer: Int32Array.from(
      recipes.flatMap((recipe) => recipe.inputs.map(({ good }) => network.buyerAt(recipe.region, good))),
    ),
    inCoefficient: Float64Array.from(recipes.flatMap((recipe) => recipe.inputs.map(({ tonnes }) => tonnes))),
    outStart: starts((recipe) => recipe.outputs),
    outOrigin: Int32Array.from(
      recipes.flatMap((recipe) => recipe.outputs.map(({ good }) => network.originAt(recipe.region, good))),
    ),
    outCoefficient: Float64Array.from(
      recipes.flatMap((recipe) => recipe.outputs.map(({ tonnes }) => tonnes)),
    ),
  };
}
