import { summit as play, type Profile, type Summit, type SummitAnswer } from "@didym/core/summit";
import type { Laboratory } from "../../../worker/laboratory.js";
import type { Job } from "../../../worker/protocol.js";
import { summitOfGame } from "./prepared-summits.js";
import { steadyExecutor } from "./steady-executor.js";
import type { SummitGame } from "./summit-question.js";

export interface ScanQuestion extends SummitGame {
  /** Seats that decide; the others stay out. */
  readonly players: readonly string[];
}

/** What a full scan says of its coalitions; a stored one says the same. */
export type ScanAnswer = Pick<
  SummitAnswer,
  | "scenario"
  | "players"
  | "profiles"
  | "assumptions"
  | "stable"
  | "largestStable"
  | "path"
  | "endPoints"
  | "transfers"
  | "pivotal"
  | "likelihood"
  | "likelihoodDraws"
> & { readonly response: Pick<SummitAnswer["response"], "rule"> };

/** Solves every coalition of a few seats, with progress. @throws IssueError. */
export async function answerScan(
  laboratory: Laboratory,
  { players, ...game }: ScanQuestion,
  job: Job,
): Promise<ScanAnswer> {
  const { summit, solved } = summitOfGame(laboratory, game);
  const few = deciding(summit, players);
  const { answer } = await play(few, {
    execute: steadyExecutor(solved, game, job, (profile) => seated(profile, few.players, summit.players)),
    progress: job.progress,
  });
  const { scenario, profiles, assumptions, stable, largestStable, path, endPoints } = answer;
  const { transfers, pivotal, likelihood, likelihoodDraws, response } = answer;
  return {
    scenario,
    players: answer.players,
    profiles,
    assumptions,
    stable,
    largestStable,
    path,
    endPoints,
    transfers,
    pivotal,
    likelihood,
    likelihoodDraws,
    response: { rule: response.rule },
  };
}

/** The profile of all seats in which those who do not decide stay out. */
function seated({ commit, deal }: Profile, few: readonly string[], all: readonly string[]): Profile {
  const spread = (mask: number) =>
    few.reduce((sum, id, seat) => (mask & (1 << seat) ? sum | (1 << all.indexOf(id)) : sum), 0);
  return { commit: spread(commit), deal: spread(deal) };
}

/** The same summit with some of its seats deciding, in their order. */
export function deciding(summit: Summit, chosen: readonly string[]): Summit {
  const at = summit.players.flatMap((id, seat) => (chosen.includes(id) ? [seat] : []));
  const pick = <T>(list: readonly T[]): T[] => at.map((seat) => list[seat] as T);
  return {
    ...summit,
    players: pick(summit.players),
    playerParty: pick(summit.playerParty),
    sidePayments: pick(summit.sidePayments),
  };
}
