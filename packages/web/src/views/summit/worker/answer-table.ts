import { Book, payoffsOf, type SummitAssumptions } from "@didym/core/summit";
import type { HazardLine } from "@didym/core/games";
import type { Laboratory } from "../../../worker/laboratory.js";
import type { Job } from "../../../worker/protocol.js";
import { summitOfGame } from "./prepared-summits.js";
import { steadyExecutor } from "./steady-executor.js";
import type { SummitQuestion } from "./summit-question.js";

/** What a table gives each party, present value against all staying out under the same rule. */
export interface TableAnswer {
  readonly hash: string;
  readonly seats: readonly string[];
  /** The seats, who answers, the rest of the world. */
  readonly parties: readonly string[];
  readonly responder: string;
  readonly rule: string;
  /** What was played at this table, and when. */
  readonly played: string;
  readonly from: number;
  readonly to: number;
  /** MUSD by party: constant − slope·p. */
  readonly lines: Readonly<Record<string, HazardLine>>;
  /** MUSD by party and item; `security` is −p × loss. */
  readonly items: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly assumptions: SummitAssumptions;
  /** The package does nothing of its own. */
  readonly empty: boolean;
}

export const millions = (thousands: number): number => thousands / 1000;

/** Solves one table. @throws IssueError: then there are no numbers. */
export async function answerTable(
  laboratory: Laboratory,
  question: SummitQuestion,
  job: Job,
): Promise<TableAnswer> {
  const { hash, summit, solved } = summitOfGame(laboratory, question);
  const { parties, players, items, assumptions, scenario, answering, response } = summit;
  const { profile } = question;
  const book = new Book(summit, steadyExecutor(solved, question, job));
  await book.fill([{ commit: 0, deal: 0 }, profile], job.progress);
  const payoffs = payoffsOf(book);
  const by = <T>(value: (party: number) => T): Record<string, T> =>
    Object.fromEntries(parties.map(({ id }, party) => [id, value(party)]));
  const line = (party: number): HazardLine => {
    const { constant, slope } = payoffs.line(profile, party);
    return { constant: millions(constant), slope: millions(slope) };
  };
  const itemsOf = (party: number): Record<string, number> => {
    const values = payoffs.items(profile, party);
    const staying = assumptions.place * (values[items.place] ?? 0);
    const money = items.ids.slice(0, items.money).map((id, k) => {
      return [id, millions((values[k] ?? 0) + (id === "producer-surplus" ? staying : 0))] as const;
    });
    return { ...Object.fromEntries(money), security: -assumptions.hazard * line(party).slope };
  };
  return {
    hash,
    seats: players,
    parties: parties.map(({ id }) => id),
    responder: answering.responder,
    rule: response,
    played: book.at(profile).account.response,
    from: answering.from,
    to: answering.to,
    lines: by(line),
    items: by(itemsOf),
    assumptions,
    empty: !scenario.levers.some(({ origin }) => origin === scenario.name),
  };
}
