import type { Step } from "../horizon/step.js";

/** Sums that many metrics ask of one solved year, made once; t/y and kUSD/y. */
export interface YearView {
  readonly step: Step;
  /** Per origin: output of nodes plus recycled supply, and Σ output·capacity plus recycled. */
  readonly output: Float64Array;
  readonly capacity: Float64Array;
  /** Per buyer: bought, paid (Σ q·c), and used by processes. */
  readonly bought: Float64Array;
  readonly paid: Float64Array;
  readonly processUse: Float64Array;
}

const views = new WeakMap<Step, YearView>();

export function yearView(step: Step): YearView {
  let view = views.get(step);
  if (view === undefined) views.set(step, (view = makeView(step)));
  return view;
}

function makeView(step: Step): YearView {
  const { origins, buyers, nodes, arcs } = step.market;
  const { level, flow, deliveredCost } = step.equilibrium;
  const output = Float64Array.from(origins.given);
  const capacity = Float64Array.from(origins.given);
  const [bought, paid, processUse] = [buyers, buyers, buyers].map(({ count }) => new Float64Array(count));
  for (let k = 0; k < nodes.count; k++) {
    for (let i = nodes.outStart[k]; i < nodes.outStart[k + 1]; i++) {
      output[nodes.outOrigin[i]] += nodes.outCoefficient[i] * level[k];
      capacity[nodes.outOrigin[i]] += nodes.outCoefficient[i] * nodes.capacity[k];
    }
    for (let i = nodes.inStart[k]; i < nodes.inStart[k + 1]; i++)
      processUse[nodes.inBuyer[i]] += nodes.inCoefficient[i] * level[k];
  }
  for (let a = 0; a < arcs.count; a++) {
    bought[arcs.buyer[a]] += flow[a];
    paid[arcs.buyer[a]] += flow[a] * deliveredCost[a];
  }
  return { step, output, capacity, bought, paid, processUse };
}
