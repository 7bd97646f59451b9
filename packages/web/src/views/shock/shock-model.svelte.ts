import type { Issue } from "@didym/core/errors";
import type { Client } from "../../model/client.js";
import { issuesOf } from "../../model/issues-of.js";
import { createScheduler } from "../../model/scheduler.js";
import type { ShockAnswer, ShockQuestion } from "./worker/answer-shock.js";

/** Answers about stops: latest wins, and while one is awaited the last is marked stale. */
export class ShockModel {
  answer = $state.raw<ShockAnswer | undefined>(undefined);
  stale = $state(false);
  issues = $state.raw<readonly Issue[]>([]);
  private readonly scheduler;

  constructor(client: Client) {
    this.scheduler = createScheduler<ShockQuestion, ShockAnswer>(
      (question) => client.ask("shock", question),
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

  ask(question: ShockQuestion): void {
    this.scheduler.request(question);
  }
  close(): void {
    this.scheduler.close();
  }
}
