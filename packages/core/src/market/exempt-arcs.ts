import type { Control } from "./market.js";

/** Arcs that a deal takes out of the exporter's controls, and the volume it assures together, t/y (Infinity: no limit). */
export interface Exemption {
  readonly lever: string;
  readonly arcs: Int32Array;
  readonly limit: number;
}

/** Export controls (rent kept by the exporter) without the arcs that other levers exempted, then the limits of the deals themselves. */
export function exemptArcs(controls: readonly Control[], exemptions: readonly Exemption[]): Control[] {
  if (exemptions.length === 0) return [...controls];
  const reduced = controls.flatMap((control) => {
    const exempt = exemptions.filter((e) => e.lever !== control.lever).flatMap((e) => [...e.arcs]);
    return isExportControl(control) ? withoutArcs(control, new Set(exempt)) : [control];
  });
  return [...reduced, ...exemptions.filter((e) => e.limit < Infinity).map(dealLimit)];
}

function isExportControl(control: Control): boolean {
  return (
    control.on === "arc" && control.rentTo === "exporter" && !control.neutral && control.cap === Infinity
  );
}

function withoutArcs(control: Control, exempt: ReadonlySet<number>): Control[] {
  const kept = [...control.members.keys()].filter((k) => !exempt.has(control.members[k]));
  if (kept.length === control.members.length) return [control];
  if (kept.length === 0) return [];
  const members = Int32Array.from(kept, (k) => control.members[k]);
  const coefficient = Float64Array.from(kept, (k) => control.coefficient[k]);
  return [{ ...control, members, coefficient }];
}

function dealLimit({ lever, arcs, limit }: Exemption): Control {
  const coefficient = new Float64Array(arcs.length).fill(1);
  return {
    id: `${lever}:assured`,
    lever,
    limit,
    cap: Infinity,
    on: "arc",
    members: arcs,
    coefficient,
    rentTo: "exporter",
    neutral: false,
  };
}
