import { matches } from "../fields/index.js";
import type { MetricReference, RunResult } from "../results/index.js";

/** What holds a goal back in its year: quantity controls that bind, and plants that run at their limit. */
export interface Binding {
  readonly controls: readonly string[];
  readonly plants: readonly string[];
}

const atLimit = 0.97;
const shown = 8;

/** @param asked the goal's figure: plants of other stages hold it back from afar at most and are left out, scrap or not. */
export function bindingIn(
  run: RunResult,
  year: number,
  parties: readonly string[],
  asked?: MetricReference,
): Binding {
  const step = run.steps.find((candidate) => candidate.year === year);
  if (step === undefined) return { controls: [], plants: [] };
  const { market, equilibrium } = step;
  const { nodes, regions } = market;
  const made = makersOf(run, asked);
  const plants = nodes.id.filter((_, k) => {
    const running = nodes.capacity[k] * nodes.ramp[k];
    return (
      made(k) &&
      parties.includes(regions[nodes.region[k]]) &&
      running > 0 &&
      equilibrium.level[k] > atLimit * running
    );
  });
  return {
    controls: market.controls
      .filter((_, c) => equilibrium.rent[c] > 0)
      .map(({ id }) => id)
      .slice(0, shown),
    plants: plants.slice(0, shown),
  };
}

function makersOf({ frame }: RunResult, asked: MetricReference | undefined): (node: number) => boolean {
  const { good, stage } = asked?.names ?? {};
  const pattern = good ?? (stage === undefined ? "*" : `${stage}.*`);
  const { nodes, origins, goods } = frame.calibration;
  return (k) => {
    for (let i = nodes.outStart[k]; i < nodes.outStart[k + 1]; i++) {
      const id = goods[origins.good[nodes.outOrigin[i]]];
      if (matches(pattern, id) && id.startsWith(`${nodes.technology[k].stage}.`)) return true;
    }
    return false;
  };
}
