import {
  coalitionKey,
  coalitionSize,
  commitmentGame,
  departures,
  flaggedCoalitions,
  MAX_FARSIGHTED_SEATS,
  remembered,
  shapleyValue,
  stability,
  type Stability,
  type StanceGame,
} from "../games/index.js";
import { accountingLikelihood } from "./accounting-draws.js";
import { Book, inline, type Executor } from "./book.js";
import { breakEvens } from "./break-even-answer.js";
import { accountGame, allStances, commitProfiles, decisionGame, lonelyDeals } from "./coalitions.js";
import { namedPayoffs, toMillions } from "./named-payoffs.js";
import { payoffsOf, type Payoffs } from "./payoffs.js";
import { endsFrom, neighbours, passed, pathFrom, playing, stanceGame } from "./play.js";
import type { Summit } from "./prepare.js";
import { allHedge, profileName, type Profile } from "./profile.js";
import { responseAnswer } from "./response-answer.js";
import { seatAnswers } from "./seat-answers.js";
import { splitAnswer } from "./split-answer.js";
import { stepsOf } from "./steps.js";
import type { SummitAnswer } from "./summit-answer.js";
import { thresholds } from "./threshold.js";
import { transferAnswer } from "./transfer-answer.js";
import { wholeGame } from "./whole-game.js";

export interface AskSummit {
  /** Where profiles are solved. Default: here, one after another. */
  readonly execute?: Executor;
  /**
   * Whether dealing counts everywhere: up to eight seats every profile of the three stances is solved, beyond, a deal alone is a way out
   * of every coalition. Default: up to four seats; else dealing is played on the path only.
   */
  readonly deals?: boolean;
  /** Draws of the accounting assumptions. Default 10,000. */
  readonly accountingDraws?: number;
  /** Random orders of moving beside the largest gain first and the order of seats. Default 10. */
  readonly orders?: number;
  readonly progress?: (done: number, total: number) => void;
}

/** An answer, and the book of solved profiles behind it. */
export interface SummitResult {
  readonly answer: Omit<SummitAnswer, "seconds" | "structural">;
  readonly book: Book;
  readonly payoffs: Payoffs;
  /** Profiles that the answer names. */
  readonly named: readonly Profile[];
}

/** Seats up to which dealing counts unasked, and up to which the game of three stances is solved in full. */
const dealingSeats = 4;
const fullSeats = 8;

/**
 * Plays the game of a package over every coalition of its seats.
 *
 * @throws IssueError where a profile has no answer.
 */
export async function summit(prepared: Summit, ask: AskSummit = {}): Promise<SummitResult> {
  const { players } = prepared;
  const seats = players.length;
  const deals = ask.deals ?? seats <= dealingSeats;
  const book = new Book(prepared, ask.execute ?? inline);
  const commits = commitProfiles(seats);
  const grand = commits[commits.length - 1];
  await book.fill(
    [
      ...commits,
      ...dealingProfiles(seats, deals),
      ...neighbours(grand, seats, 3),
      ...neighbours(allHedge, seats, 3),
    ],
    ask.progress,
  );
  const payoffs = payoffsOf(book);
  const threshold = thresholds(book, payoffs, [grand]);
  const game = decisionGame(payoffs, seats, threshold, deals);
  const judged = stability(game);
  const three = remembered(stanceGame(payoffs, seats, threshold, 3));
  const path = await playing(book, seats, 3, () => pathFrom(three, grand), ask.progress);
  const start = await playing(book, seats, 3, () => pathFrom(three, allHedge), ask.progress);
  const orders = ask.orders ?? 10;
  const full = deals && seats <= fullSeats;
  const free = remembered(stanceGame(payoffs, seats, threshold, full ? 3 : 2));
  const ends = endsFrom(free, grand, orders);
  const largest = largestOf(judged);
  const held = largest[0] ?? grand.commit;
  const named = unique([
    allHedge,
    grand,
    ...flaggedCoalitions(judged.stable).map((commit) => ({ commit, deal: 0 })),
    ...passed(three, path),
    ...passed(three, start),
  ]);
  const draws = ask.accountingDraws ?? 10_000;
  const odds = accountingLikelihood(book, draws, deals);
  const name = (coalition: number) => coalitionKey(coalition, players);
  return {
    book,
    payoffs,
    named,
    answer: {
      scenario: prepared.scenario.name,
      unit: "MUSD",
      players,
      profiles: commits.length,
      distinct: book.distinct(commits).length,
      response: responseAnswer(book, named, grand),
      threshold: Object.fromEntries(players.map((id, seat) => [id, toMillions(threshold[seat])])),
      assumptions: { ...prepared.assumptions },
      ...namedPayoffs(prepared, payoffs, named),
      stable: flaggedCoalitions(judged.stable).map(name),
      largestStable: largest.map(name),
      potentiallyStable: potentially(judged).map(name),
      transfers: transferAnswer(game, grand.commit, players),
      shapley: shapleyOf(prepared, payoffs),
      path: stepsOf(prepared, payoffs, three, path),
      start: stepsOf(prepared, payoffs, three, start),
      endPoints: ends.map(({ profile, ...counted }) => ({
        coalition: profileName(profile, players),
        ...counted,
      })),
      pivotal: departures(game, held, judged.internal).map(({ seat, lossToRest, pivotal }) => ({
        seat: players[seat],
        lossToRest: toMillions(lossToRest),
        pivotal,
      })),
      likelihood: likeliest(odds.stable).map((coalition) => ({
        coalition: name(coalition),
        odds: odds.stable[coalition],
      })),
      likelihoodDraws: draws,
      ...breakEvens(prepared, payoffs, grand),
      ...seatAnswers(book, payoffs, threshold, grand),
      split: splitAnswer(book, grand),
      ...wholeAnswer(free, players),
    },
  };
}

/** Rests of a game of two stances are its stable coalitions already. */
function wholeAnswer(
  game: StanceGame,
  players: readonly string[],
): Pick<SummitAnswer, "rests" | "farsighted"> {
  if (game.stances === 2 && game.seats > MAX_FARSIGHTED_SEATS) return {};
  const { rests, farsighted } = wholeGame(game);
  const named = (profiles: readonly Profile[]) => profiles.map((profile) => profileName(profile, players));
  return {
    ...(game.stances === 3 && { rests: named(rests) }),
    ...(farsighted !== undefined && { farsighted: named(farsighted) }),
  };
}

function dealingProfiles(seats: number, deals: boolean): Profile[] {
  if (!deals) return [];
  return seats <= fullSeats ? allStances(seats) : lonelyDeals(seats);
}

function unique(profiles: readonly Profile[]): Profile[] {
  const seen = new Set<string>();
  return profiles.filter(
    ({ commit, deal }) => !seen.has(`${commit}/${deal}`) && seen.add(`${commit}/${deal}`),
  );
}

function largestOf({ stable }: Stability): number[] {
  const found = flaggedCoalitions(stable);
  const most = Math.max(0, ...found.map(coalitionSize));
  return found.filter((coalition) => coalitionSize(coalition) === most);
}

const listed = 20;

/** Coalitions of two and more that transfers could hold, the largest first. */
function potentially({ potentiallyInternal }: Stability): number[] {
  return flaggedCoalitions(potentiallyInternal)
    .filter((coalition) => coalitionSize(coalition) >= 2)
    .sort((a, b) => coalitionSize(b) - coalitionSize(a) || a - b)
    .slice(0, listed);
}

function likeliest(odds: Float64Array): number[] {
  return [...odds.keys()]
    .filter((coalition) => odds[coalition] > 0)
    .sort((a, b) => odds[b] - odds[a] || a - b)
    .slice(0, listed);
}

function shapleyOf(prepared: Summit, payoffs: Payoffs): Record<string, number> {
  const { players } = prepared;
  const value = shapleyValue(commitmentGame(accountGame(prepared, payoffs)), players.length);
  return Object.fromEntries(players.map((id, seat) => [id, toMillions(value[seat])]));
}
