import type { Description } from "../../worker/describe.js";

export interface PresetGroup {
  readonly label: "in-force" | "proposed" | "hypothetical";
  readonly names: readonly string[];
}

const inForce = "status-quo";

/** Built-in scenarios as starting points: what is in force, the proposals of Washington, all others; parts of what is in force left out. */
export function presetGroups({ scenarios, library }: Description): PresetGroup[] {
  const parts = new Set([library[inForce]?.["extends"] ?? []].flat() as string[]);
  const names = scenarios.map(({ name }) => name).filter((name) => !parts.has(name));
  const proposals = names.filter((name) => name.startsWith("washington"));
  return [
    { label: "in-force" as const, names: names.filter((name) => name === inForce) },
    { label: "proposed" as const, names: proposals },
    {
      label: "hypothetical" as const,
      names: names.filter((name) => name !== inForce && !proposals.includes(name)),
    },
  ].filter((group) => group.names.length > 0);
}

/** Scenarios in which China alone acts, and which are not in force: its possible answers. */
export function answersOfChina({ library }: Description): string[] {
  const parts = new Set([inForce, ...([library[inForce]?.["extends"] ?? []].flat() as string[])]);
  return Object.entries(library).flatMap(([name, document]) => {
    const levers = [document["levers"], document["response"]].flatMap((list) =>
      Array.isArray(list) ? (list as object[]) : [],
    );
    const fields = levers.flatMap((lever) => Object.values(lever) as Readonly<Record<string, unknown>>[]);
    const chinese = fields.length > 0 && fields.every((field) => [field["exporter"]].flat().join() === "CHN");
    return chinese && !parts.has(name) ? [name] : [];
  });
}
