import type { LeverEntry, Reaction, ReactionSettings, Situation } from "./reaction.js";

/** Licences tightened toward everyone who has committed. */
export const licenceSqueeze: Reaction = {
  id: "licence-squeeze",
  answer: (situation, settings) => squeeze(situation, settings, situation.committed),
};

/** Licences tightened toward the first who committed, as a warning to the others. */
export const firstMoverSqueeze: Reaction = {
  id: "first-mover-squeeze",
  answer: (situation, settings) => squeeze(situation, settings, situation.committed.slice(0, 1)),
};

function squeeze(
  { responder, from, to, baseYear }: Situation,
  { squeezed, licenceVolume }: ReactionSettings,
  destinations: readonly string[],
): LeverEntry[] {
  if (destinations.length === 0) return [];
  const volume = `${100 * licenceVolume}% of ${baseYear}`;
  return [
    {
      "export-licence": {
        id: "response-licence",
        exporter: responder,
        destinations,
        goods: squeezed,
        volume,
        from,
        to,
      },
    },
  ];
}
