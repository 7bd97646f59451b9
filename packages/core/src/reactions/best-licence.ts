import { bestRestriction } from "./best-restriction.js";
import { licenceSqueeze } from "./licence-squeeze.js";
import type { LeverEntry, ReactionSettings, Situation } from "./reaction.js";

/** The share of the base year's volume that licences had best leave, and all shares that were asked. */
export interface BestVolume {
  /** 1 is no restriction. */
  readonly volume: number;
  /** Own welfare above that without a restriction, in the unit of `worth`. */
  readonly gain: number;
  readonly asked: readonly { readonly volume: number; readonly welfare: number }[];
}

/** The licence volume that is best for who restricts, as levers. */
export interface BestLicence extends BestVolume {
  readonly entries: readonly LeverEntry[];
}

const SCAN = 7;
const TOLERANCE = 0.02;

/**
 * The volume best for the responder's own welfare: an outer search over what licences leave to the committed.
 * @param worth own welfare at a volume, 1 meaning none is restricted and 0 that no licence is given; throws where there is no answer, which
 * counts as out of the question.
 * @throws IssueError where no volume has an answer.
 */
export function bestVolume(worth: (volume: number) => number): BestVolume {
  const volumeAt = (withheld: number) => Math.round(1000 * (1 - withheld)) / 1000;
  const found = bestRestriction({
    welfare: (withheld) => worth(volumeAt(withheld)),
    scan: SCAN,
    tolerance: TOLERANCE,
  });
  return {
    volume: volumeAt(found.level),
    gain: found.gain,
    asked: found.asked.map(({ level, welfare }) => ({ volume: volumeAt(level), welfare })),
  };
}

/** The best export restriction as the levers of an answer. @param worth own welfare under these levers, as in `bestVolume`. */
export function bestLicence(
  situation: Situation,
  settings: ReactionSettings,
  worth: (entries: readonly LeverEntry[]) => number,
): BestLicence {
  const entriesAt = (volume: number): readonly LeverEntry[] =>
    volume === 1 ? [] : licenceSqueeze.answer(situation, { ...settings, licenceVolume: volume });
  const found = bestVolume((volume) => worth(entriesAt(volume)));
  return { ...found, entries: entriesAt(found.volume) };
}
