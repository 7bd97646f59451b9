import type { Issue } from "@didym/core/errors";
import type { Client } from "../../model/client.js";
import { issuesOf } from "../../model/issues-of.js";
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
        this.issues = issuesOf(error);
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
