import type { Issue } from "@didym/core/errors";
import { tick } from "svelte";
import type { Client } from "../../model/client.js";
import { issuesOf } from "../../model/issues-of.js";
import { createScheduler } from "../../model/scheduler.js";
import type { LabAnswer, LabQuestion } from "./worker/answer-lab.js";

/** The Lab's answers: latest wins, stale ones are dropped, and while one is awaited the last is marked stale. */
export class LabModel {
  answer = $state.raw<LabAnswer | undefined>(undefined);
  stale = $state(false);
  issues = $state.raw<readonly Issue[]>([]);
  private asked = 0;
  private readonly scheduler;

  constructor(client: Client) {
    this.scheduler = createScheduler<LabQuestion, LabAnswer>(
      (question) => client.ask("lab", question),
      (error) => {
        this.issues = issuesOf(error);
      },
    );
    this.scheduler.onAnswer = (_, answer) => {
      this.issues = [];
      this.answer = answer;
      this.measure(this.asked);
    };
    this.scheduler.onStale = (stale) => (this.stale = stale);
  }

  ask(question: LabQuestion): void {
    this.asked = performance.now();
    this.scheduler.request(question);
  }
  close(): void {
    this.scheduler.close();
  }

  /** From the question to the painted pictures, as a performance measure named `answer`. */
  private measure(start: number): void {
    void tick().then(() => {
      requestAnimationFrame(() => {
        setTimeout(() => {
          performance.clearMeasures("answer");
          performance.measure("answer", { start, end: performance.now() });
        }, 0);
      });
    });
  }
}
