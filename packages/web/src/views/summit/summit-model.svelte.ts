import type { Issue } from "@didym/core/errors";
import type { Client } from "../../model/client.js";
import { issuesOf } from "../../model/issues-of.js";
import { createScheduler } from "../../model/scheduler.js";
import type { MovesAnswer } from "./worker/answer-moves.js";
import type { TableAnswer } from "./worker/answer-table.js";
import type { SummitQuestion } from "./worker/summit-question.js";

export interface Progress {
  readonly done: number;
  readonly total: number;
}

/**
 * Answers about a table, the quickest first: what it gives each party, then who wants to join or leave, then who wants a deal.
 * Latest wins: a newer question ends the older one; what is not of the newest question is marked stale.
 */
export class SummitModel {
  table = $state.raw<TableAnswer | undefined>(undefined);
  moves = $state.raw<MovesAnswer | undefined>(undefined);
  /** The question that the table and the moves belong to. */
  question = $state.raw<SummitQuestion | undefined>(undefined);
  stale = $state(true);
  staleMoves = $state(true);
  /** Seats whose moves are of the newest question already. */
  known = $state.raw<readonly string[]>([]);
  /** Until deals have been asked about too. */
  open = $state(true);
  /** Seats asked about the stances of this step. */
  progress = $state.raw<Progress>({ done: 0, total: 0 });
  issues = $state.raw<readonly Issue[]>([]);
  /** Seconds from question to gains, and to all moves. */
  seconds = $state.raw<{ readonly table: number; readonly moves: number | undefined } | undefined>(undefined);
  private readonly scheduler;
  private readonly client: Client;
  private running: AbortController | undefined;
  /** Whether some of the last question's profiles may not be solved yet. */
  private unfinished = true;

  constructor(client: Client) {
    this.client = client;
    this.scheduler = createScheduler<SummitQuestion, undefined>(
      (question) => this.work(question),
      (error) => {
        this.table = this.moves = undefined;
        this.open = false;
        this.issues = issuesOf(error);
      },
    );
  }

  ask(question: SummitQuestion): void {
    this.stale = this.staleMoves = this.open = true;
    this.known = [];
    this.running?.abort(new Error("newer question"));
    this.scheduler.request(question);
  }
  close(): void {
    this.scheduler.close();
    this.running?.abort(new Error("view closed"));
  }

  private async work(question: SummitQuestion): Promise<undefined> {
    const running = (this.running = new AbortController());
    const { signal } = running;
    const began = performance.now();
    const since = () => (performance.now() - began) / 1000;
    const table = await this.client.ask("summitTable", question, { signal });
    if (signal.aborted) return;
    this.issues = [];
    this.table = table;
    const solved = this.question !== undefined && sameSolved(this.question, question) && !this.unfinished;
    this.question = question;
    this.unfinished = true;
    this.stale = false;
    const first = since();
    this.seconds = { table: first, moves: undefined };
    for (const deals of [false, true]) {
      const ask = (seats: readonly string[]) =>
        this.client.ask("summitMoves", { ...question, deals, seats }, { signal });
      this.progress = { done: 0, total: table.seats.length };
      for (const seats of solved ? [] : groupsOf(table.seats)) {
        const some = await ask(seats);
        if (signal.aborted) return;
        this.moves = merged(this.moves, some);
        this.known = [...this.known, ...seats];
        this.progress = { done: this.progress.done + seats.length, total: table.seats.length };
      }
      const moves = await ask(table.seats);
      if (signal.aborted) return;
      this.moves = moves;
      this.known = table.seats;
      this.staleMoves = false;
    }
    this.open = this.unfinished = false;
    this.seconds = { table: first, moves: since() };
  }
}

/** A few seats at a time, so that their rows stand before the last one is asked. */
function groupsOf(seats: readonly string[]): string[][] {
  const size = 3;
  return Array.from({ length: Math.ceil(seats.length / size) }, (_, k) =>
    seats.slice(k * size, (k + 1) * size),
  );
}

/** Only what values the solved differs. */
function sameSolved(
  { assumed: _, ...before }: SummitQuestion,
  { assumed: __, ...now }: SummitQuestion,
): boolean {
  return JSON.stringify(before) === JSON.stringify(now);
}

/** The answers of some seats in the place of their older ones. */
function merged(moves: MovesAnswer | undefined, some: MovesAnswer): MovesAnswer {
  const fresh = new Map(some.seats.map((one) => [one.seat, one]));
  const old = moves?.seats ?? [];
  const kept = old.map((one) => fresh.get(one.seat) ?? one);
  const added = some.seats.filter(({ seat }) => !old.some((one) => one.seat === seat));
  return { ...(moves ?? { deals: some.deals }), seats: [...kept, ...added] };
}
