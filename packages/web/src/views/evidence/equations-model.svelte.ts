import { IssueError, type Issue } from "@didym/core/errors";
import type { Client } from "../../model/client.js";
import { createScheduler } from "../../model/scheduler.js";
import type { EquationsAnswer, EquationsQuestion } from "./worker/handlers.js";

/** Equations of the scenario looked at: latest wins, and while one is awaited the last is marked stale. */
export class EquationsModel {
  answer = $state.raw<EquationsAnswer | undefined>(undefined);
  stale = $state(false);
  issues = $state.raw<readonly Issue[]>([]);
  private readonly scheduler;

  constructor(client: Client) {
    this.scheduler = createScheduler<EquationsQuestion, EquationsAnswer>(
      (question) => client.ask("evidenceEquations", question),
      (error) => {
        this.answer = undefined;
        const reason = error instanceof Error ? error.message : String(error);
        this.issues =
          error instanceof IssueError ? error.issues : [{ code: "INTERNAL", details: { reason } }];
      },
    );
    this.scheduler.onAnswer = (_, answer) => {
      this.issues = [];
      this.answer = answer;
    };
    this.scheduler.onStale = (stale) => (this.stale = stale);
  }

  ask(question: EquationsQuestion): void {
    this.scheduler.request(question);
  }
  close(): void {
    this.scheduler.close();
  }
}
