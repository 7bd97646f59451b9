import type { Contract, Equilibrium, Market } from "../market/market.js";

/** Payment of a contract per tonne covered, kUSD/t: max(0, F − I) − upside·max(0, I − U); negative where the seller pays back. */
export function contractPayment(contract: Contract, originPrice: Float64Array): number {
  const index = contract.indexFactor * originPrice[contract.indexOrigin];
  const back =
    contract.upsideShare > 0 ? contract.upsideShare * Math.max(0, index - contract.upsideStrike) : 0;
  return Math.max(0, contract.strike - index) - back;
}

export interface NodeMargins {
  /** Value added at market prices, kUSD per t of level: Σ out·π − Σ in·P. */
  readonly valueAdded: Float64Array;
  /** Received from contracts and paid as rent of output quotas, kUSD per t of level. */
  readonly contracts: Float64Array;
  readonly rent: Float64Array;
  /** m = value added + contracts + support − rent − cost. */
  readonly margin: Float64Array;
}

export function nodeMargins(market: Market, { originPrice, usePrice, rent }: Equilibrium): NodeMargins {
  const { nodes, origins } = market;
  const column = () => new Float64Array(nodes.count);
  const result = { valueAdded: column(), contracts: column(), rent: column(), margin: column() };
  for (let k = 0; k < nodes.count; k++) {
    let value = 0;
    for (let i = nodes.outStart[k]; i < nodes.outStart[k + 1]; i++) {
      value += nodes.outCoefficient[i] * originPrice[nodes.outOrigin[i]];
    }
    for (let i = nodes.inStart[k]; i < nodes.inStart[k + 1]; i++) {
      value -= nodes.inCoefficient[i] * usePrice[nodes.inBuyer[i]];
    }
    result.valueAdded[k] = value;
  }
  for (const contract of market.contracts) {
    const { node: k, good } = contract;
    for (let i = nodes.outStart[k]; i < nodes.outStart[k + 1]; i++) {
      if (origins.good[nodes.outOrigin[i]] !== good) continue;
      result.contracts[k] +=
        nodes.outCoefficient[i] * contract.coverage * contractPayment(contract, originPrice);
    }
  }
  market.controls.forEach((control, index) => {
    if (control.on === "arc") return;
    control.members.forEach((k, i) => (result.rent[k] += rent[index] * control.coefficient[i]));
  });
  for (let k = 0; k < nodes.count; k++) {
    const received = result.valueAdded[k] + result.contracts[k] + nodes.support[k];
    result.margin[k] = received - result.rent[k] - nodes.cost[k];
  }
  return result;
}
