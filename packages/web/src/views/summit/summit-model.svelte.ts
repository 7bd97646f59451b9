import { IssueError, type Issue } from "@didym/core/errors";
import type { Client } from "../../model/client.js";
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
  /** Until deals have been asked about too. */
  open = $state(true);
  progress = $state.raw<Progress>({ done: 0, total: 0 });
  issues = $state.raw<readonly Issue[]>([]);
  /** Seconds from question to gains, and to all moves. */
  seconds = $state.raw<{ readonly table: number; readonly moves: number | undefined } | undefined>(undefined);
  private readonly scheduler;
  private readonly client: Client;
  private running: AbortController | undefined;

  constructor(client: Client) {
    this.client = client;
    this.scheduler = createScheduler<SummitQuestion, undefined>(
      (question) => this.work(question),
      (error) => {
        this.table = this.moves = undefined;
        this.open = false;
        this.issues =
          error instanceof IssueError
            ? error.issues
            : [{ code: "INTERNAL", details: { reason: String(error) } }];
      },
    );
  }

  ask(question: SummitQuestion): void {
    this.stale = this.staleMoves = this.open = true;
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
    const options = {
      signal,
      onProgress: (done: number, total: number) => {
        if (!signal.aborted) this.progress = { done, total };
      },
    };
    const table = await this.client.ask("summitTable", question, options);
    if (signal.aborted) return;
    this.issues = [];
    this.table = table;
    this.question = question;
    this.stale = false;
    const first = since();
    this.seconds = { table: first, moves: undefined };
    for (const deals of [false, true]) {
      const moves = await this.client.ask("summitMoves", { ...question, deals }, options);
      if (signal.aborted) return;
      this.moves = moves;
      this.staleMoves = false;
    }
    this.open = false;
    this.seconds = { table: first, moves: since() };
  }
}
