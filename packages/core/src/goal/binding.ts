import type { RunResult } from "../results/index.js";

/** What holds a goal back in its year: quantity controls that bind, and plants that run at their limit. */
export interface Binding {
  readonly controls: readonly string[];
  readonly plants: readonly string[];
}

const atLimit = 0.97;
const shown = 8;

export function bindingIn(run: RunResult, year: number, parties: readonly string[]): Binding {
  const step = run.steps.find((candidate) => candidate.year === year);
  if (step === undefined) return { controls: [], plants: [] };
  const { market, equilibrium } = step;
  const { nodes, regions } = market;
  const plants = nodes.id.filter((_, k) => {
    const running = nodes.capacity[k] * nodes.ramp[k];
    return (
      parties.includes(regions[nodes.region[k]]) && running > 0 && equilibrium.level[k] > atLimit * running
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
