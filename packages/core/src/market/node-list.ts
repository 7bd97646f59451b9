import type { Baseline, OwnerShare } from "../baseline/baseline.js";
import type { Chain, Technology } from "../chain/chain.js";

/** One process node of the market, before numbers: a base node, a named project, or the new build that its region may add. */
export interface NodeEntry {
  readonly id: string;
  readonly plant?: string;
  readonly kind: "base" | "project" | "new-build";
  readonly region: string;
  readonly technology: Technology;
  readonly capacity: number;
  readonly level: number;
  readonly inputs: Readonly<Record<string, number>>;
  readonly outputs: Readonly<Record<string, number>>;
  readonly supplyElasticity: number;
  readonly support: number;
  readonly supportUntil?: number;
  readonly cost?: number;
  readonly owners: readonly OwnerShare[];
}

/**
 * All nodes that may ever run: base nodes, then projects, then one node of new build per region and technology seen among them.
 * The list is the same in every year and scenario, so that index spaces never move.
 */
export function nodeList(chain: Chain, baseline: Baseline): NodeEntry[] {
  const technologies = new Map(chain.technologies.map((technology) => [technology.id, technology]));
  const technologyOf = (id: string): Technology => {
    const technology = technologies.get(id);
    if (technology === undefined) throw new RangeError(`technology ${id} is not in the chain`);
    return technology;
  };
  const base = baseline.nodes.map((node): NodeEntry => ({
    ...node,
    kind: "base",
    technology: technologyOf(node.technology),
  }));
  const projects = baseline.projects.map((project): NodeEntry => {
    const technology = technologyOf(project.technology);
    const { id, region, inputs, outputs, owners, plant = id } = project;
    const { supplyElasticity } = technology;
    return {
      id,
      plant,
      kind: "project",
      region,
      technology,
      capacity: 0,
      level: 0,
      inputs,
      outputs,
      supplyElasticity,
      support: 0,
      owners,
    };
  });
  return [...base, ...projects, ...newBuild([...base, ...projects])];
}

function newBuild(known: readonly NodeEntry[]): NodeEntry[] {
  const largest = new Map<string, NodeEntry>();
  for (const node of known) {
    if (node.technology.kind === "recycling") continue;
    const key = `${node.technology.id}@${node.region}`;
    const found = largest.get(key);
    if (found === undefined || node.capacity > found.capacity) largest.set(key, node);
  }
  return [...largest.entries()].map(([key, { region, technology, inputs, outputs }]) => ({
    id: `new:${key}`,
    kind: "new-build",
    region,
    technology,
    capacity: 0,
    level: 0,
    inputs,
    outputs,
    supplyElasticity: technology.supplyElasticity,
    support: 0,
    owners: [{ region, share: 1 }],
  }));
}
