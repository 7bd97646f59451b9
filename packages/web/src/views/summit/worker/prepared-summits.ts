import { scenarioHash } from "@didym/core/scenario";
import { prepareSummit, solvedProfiles, type SolvedProfiles, type Summit } from "@didym/core/summit";
import type { Laboratory, ScenarioDocument } from "../../../worker/laboratory.js";
import type { SummitGame } from "./summit-question.js";

/** A package prepared for every seat of the chain, with what has been solved of it. */
export interface PreparedSummit {
  readonly hash: string;
  readonly summit: Summit;
  readonly solved: SolvedProfiles;
}

const kept = 3;
const prepared = new WeakMap<Laboratory, Map<string, PreparedSummit>>();

/** The last few packages, each prepared once. @throws IssueError. */
export function preparedSummit(laboratory: Laboratory, document: ScenarioDocument): PreparedSummit {
  const { scenario } = laboratory.read(document);
  const hash = scenarioHash(scenario);
  let known = prepared.get(laboratory);
  if (known === undefined) prepared.set(laboratory, (known = new Map()));
  const found = known.get(hash);
  if (found !== undefined) return found;
  const { chain, base, options } = laboratory.groundOf(scenario.parameters);
  const players = chain.seats.map(({ id }) => id);
  const summit = prepareSummit(chain, base, scenario, {
    players,
    ...(options.frame && { frame: options.frame }),
    ...(options.starts && { starts: options.starts }),
  });
  const fresh = { hash, summit, solved: solvedProfiles() };
  if (known.size >= kept) known.delete(known.keys().next().value ?? "");
  known.set(hash, fresh);
  return fresh;
}

/** The summit of a game: China's rule, payments and the assumptions set, nothing solved. */
export function summitOfGame(
  laboratory: Laboratory,
  { document, response, minimum, penalty, pay, assumed }: SummitGame,
): PreparedSummit {
  const { summit, ...rest } = preparedSummit(laboratory, document);
  const assumptions = { ...summit.assumptions, ...assumed };
  const sidePayments = summit.players.map((id) => 1000 * (pay[id] ?? 0));
  const rule = response ?? summit.response;
  return { ...rest, summit: { ...summit, response: rule, minimum, penalty, sidePayments, assumptions } };
}
