import type { Market } from "../../market/market.js";

/** Contracts for difference as entries of a node's margin: tonnes covered per tonne of level, index origin and terms. */
export interface ContractTerms {
  readonly count: number;
  readonly node: Int32Array;
  readonly covered: Float64Array;
  readonly origin: Int32Array;
  readonly factor: Float64Array;
  readonly strike: Float64Array;
  readonly upsideStrike: Float64Array;
  readonly upsideShare: Float64Array;
  /** Entry of the node's own output in `nodes.outOrigin`. */
  readonly output: Int32Array;
}

export function compileContracts({ contracts, nodes, origins }: Market): ContractTerms {
  const outputOf = (node: number, good: number): number => {
    for (let j = nodes.outStart[node]; j < nodes.outStart[node + 1]; j++) {
      if (origins.good[nodes.outOrigin[j]] === good) return j;
    }
    return -1;
  };
  const entries = contracts
    .map((contract) => ({ contract, output: outputOf(contract.node, contract.good) }))
    .filter(({ output }) => output >= 0);
  return {
    count: entries.length,
    node: Int32Array.from(entries, ({ contract }) => contract.node),
    covered: Float64Array.from(
      entries,
      ({ contract, output }) => contract.coverage * nodes.outCoefficient[output],
    ),
    origin: Int32Array.from(entries, ({ contract }) => contract.indexOrigin),
    factor: Float64Array.from(entries, ({ contract }) => contract.indexFactor),
    strike: Float64Array.from(entries, ({ contract }) => contract.strike),
    upsideStrike: Float64Array.from(entries, ({ contract }) => contract.upsideStrike),
    upsideShare: Float64Array.from(entries, ({ contract }) => contract.upsideShare),
    output: Int32Array.from(entries, ({ output }) => output),
  };
}
