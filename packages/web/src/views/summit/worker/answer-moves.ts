import {
  breakEven,
  cheapestTransfers,
  coalitionMembers,
  type BreakEven,
  type HazardLine,
} from "@didym/core/games";
import {
  Book,
  payoffsOf,
  reasons,
  stanceOf,
  stances,
  thresholds,
  withStance,
  type Payoffs,
  type Reason,
  type Stance,
  type Summit,
} from "@didym/core/summit";
import type { Laboratory } from "../../../worker/laboratory.js";
import type { Job } from "../../../worker/protocol.js";
import { millions } from "./answer-table.js";
import { summitOfGame } from "./prepared-summits.js";
import { steadyExecutor } from "./steady-executor.js";
import type { SummitQuestion } from "./summit-question.js";

export interface MovesQuestion extends SummitQuestion {
  /** Whether a deal of one's own is asked about too. */
  readonly deals: boolean;
  /** Seats asked. */
  readonly seats: readonly string[];
}

/** What a stance is worth to a seat, the others as they are. MUSD. */
export interface StanceWorth {
  readonly stance: Stance;
  readonly line: HazardLine;
  readonly worth: number;
  /** Items that change from the stance held, largest gain first; at most three for it and three against. */
  readonly reasons: readonly Reason[];
}

export interface SeatMoves {
  readonly seat: string;
  readonly stance: Stance;
  readonly stances: readonly StanceWorth[];
  /** The best other stance, where it gains more than the threshold. */
  readonly wants: { readonly to: Stance; readonly gain: number } | undefined;
  readonly threshold: number;
  /** Hazard at which joining and the other stance are worth the same. */
  readonly breakEven: Readonly<Partial<Record<"hedge" | "deal", BreakEven>>>;
}

export interface MovesAnswer {
  readonly deals: boolean;
  readonly seats: readonly SeatMoves[];
  /** The cheapest payments that would hold those who have joined, MUSD; where all of them have been asked. */
  readonly transfers?: {
    readonly bySeat: Readonly<Record<string, number>>;
    readonly moved: number;
    readonly outsideMoney: number;
  };
}

/** Who would rather do something else at a table, and why. @throws IssueError. */
export async function answerMoves(
  laboratory: Laboratory,
  { deals, seats, ...question }: MovesQuestion,
  job: Job,
): Promise<MovesAnswer> {
  const { summit, solved } = summitOfGame(laboratory, question);
  const { profile } = question;
  const asked = stances.filter((stance) => stance !== "deal" || deals);
  const book = new Book(summit, steadyExecutor(solved, question, job));
  const numbers = summit.players.flatMap((id, seat) => (seats.includes(id) ? [seat] : []));
  const others = numbers.flatMap((seat) => asked.map((stance) => withStance(profile, seat, stance)));
  await book.fill([{ commit: 0, deal: 0 }, profile, ...others], job.progress);
  const payoffs = payoffsOf(book);
  const threshold = thresholds(book, payoffs, [profile]);
  const found = numbers.map((seat) =>
    seatMoves(summit, payoffs, question, seat, asked, threshold[seat] ?? 0),
  );
  const all = numbers.length === summit.players.length;
  return { deals, seats: found, ...(all && { transfers: transfersOf(summit, found, profile.commit) }) };
}

function seatMoves(
  summit: Summit,
  payoffs: Payoffs,
  { profile }: SummitQuestion,
  seat: number,
  asked: readonly Stance[],
  threshold: number,
): SeatMoves {
  const held = stanceOf(profile, seat);
  const found = stances
    .filter((stance) => asked.includes(stance) || stance === held)
    .map((stance): StanceWorth => {
      const other = withStance(profile, seat, stance);
      const { constant, slope } = payoffs.decision(other, seat);
      const list = stance === held ? [] : reasons(summit, payoffs, seat, profile, other);
      return {
        stance,
        line: { constant: millions(constant), slope: millions(slope) },
        worth: millions(payoffs.decides(other, seat)),
        reasons: ends(list).map(({ item, amount }) => ({ item, amount: millions(amount) })),
      };
    });
  const of = (stance: Stance) => found.find((worth) => worth.stance === stance);
  const now = of(held)?.worth ?? 0;
  const least = millions(threshold);
  const best = found.reduce<StanceWorth | undefined>(
    (most, worth) => (worth.worth - now > Math.max(least, (most?.worth ?? now) - now) ? worth : most),
    undefined,
  );
  const tie = (other: "hedge" | "deal") => {
    const [commit, line] = [of("commit")?.line, of(other)?.line];
    return (
      commit && line && { [other]: breakEven(commit, line, millions(summit.assumptions.thresholdMoney)) }
    );
  };
  return {
    seat: summit.players[seat] ?? "",
    stance: held,
    stances: found,
    wants: best && { to: best.stance, gain: best.worth - now },
    threshold: least,
    breakEven: { ...tie("hedge"), ...tie("deal") },
  };
}

const shown = 3;

/** The largest for and against. */
function ends(list: readonly Reason[]): readonly Reason[] {
  return [...list.slice(0, shown), ...list.slice(shown).slice(-shown)];
}

function transfersOf(
  { players }: Summit,
  moves: readonly SeatMoves[],
  commit: number,
): NonNullable<MovesAnswer["transfers"]> {
  const seats = players.length;
  const members = coalitionMembers(commit);
  const payoff = new Float64Array(seats << seats);
  const outside = new Float64Array(payoff.length);
  for (const seat of members) {
    const others = moves[seat]?.stances.filter(({ stance }) => stance !== "commit") ?? [];
    payoff[commit * seats + seat] =
      moves[seat]?.stances.find(({ stance }) => stance === "commit")?.worth ?? 0;
    outside[(commit ^ (1 << seat)) * seats + seat] = Math.max(...others.map(({ worth }) => worth));
  }
  const threshold = moves.map((one) => one.threshold);
  const plan = cheapestTransfers({ seats, payoff, outside, threshold: Float64Array.from(threshold) }, commit);
  return {
    bySeat: Object.fromEntries(members.map((seat) => [players[seat] ?? "", plan.transfers[seat] ?? 0])),
    moved: plan.moved,
    outsideMoney: plan.outsideMoney,
  };
}
