import { bestRestriction } from "./best-restriction.js";
import { licenceSqueeze } from "./licence-squeeze.js";
import type { LeverEntry, ReactionSettings, Situation } from "./reaction.js";

/** The licence volume that is best for who restricts, and all that were asked. */
export interface BestLicence {
  readonly entries: readonly LeverEntry[];
  /** Share of the base year's volume that licences leave; 1 is no restriction. */
  readonly volume: number;
  /** Own welfare above that without a restriction, in the unit of `worth`. */
  readonly gain: number;
  readonly asked: readonly { readonly volume: number; readonly welfare: number }[];
}

/** Licences that leave less than this are not asked for: a full stop is another question. */
const LEAST = 0.1;
const SCAN = 7;
const TOLERANCE = 0.02;

/**
 * The best export restriction for the responder's own welfare: an outer search over the volume that licences leave to the committed.
 * @param worth own welfare under these levers; undefined where there is no answer, which counts as out of the question.
 */
export function bestLicence(
  situation: Situation,
  settings: ReactionSettings,
  worth: (entries: readonly LeverEntry[]) => number | undefined,
): BestLicence {
  const volumeAt = (withheld: number) => Math.round(1000 * (1 - withheld)) / 1000;
  const entriesAt = (withheld: number): readonly LeverEntry[] =>
    withheld === 0
      ? []
      : licenceSqueeze.answer(situation, { ...settings, licenceVolume: volumeAt(withheld) });
  const found = bestRestriction({
    welfare: (withheld) => worth(entriesAt(withheld)),
    to: 1 - LEAST,
    scan: SCAN,
    tolerance: TOLERANCE,
  });
  return {
    entries: entriesAt(found.level),
    volume: volumeAt(found.level),
    gain: found.gain,
    asked: found.asked.map(({ level, welfare }) => ({ volume: volumeAt(level), welfare })),
  };
}
