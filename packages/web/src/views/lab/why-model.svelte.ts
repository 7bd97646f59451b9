import { IssueError, type Issue } from "@didym/core/errors";
import type { Client } from "../../model/client.js";
import type { WhyAnswer, WhyQuestion } from "./worker/answer-why.js";

/** Works out why on demand, with progress; a new question or a closed panel stops the old one. */
export class WhyModel {
  answer = $state.raw<(WhyAnswer & { readonly asked: string }) | undefined>(undefined);
  progress = $state.raw<readonly [number, number] | undefined>(undefined);
  issues = $state.raw<readonly Issue[]>([]);
  private stopper: AbortController | undefined;

  ask(client: Client, question: WhyQuestion): void {
    this.stop();
    const stopper = new AbortController();
    this.stopper = stopper;
    this.progress = [0, 0];
    this.issues = [];
    const onProgress = (done: number, total: number): void => {
      if (this.stopper === stopper) this.progress = [done, total];
    };
    client.ask("why", question, { onProgress, signal: stopper.signal }).then(
      (answer) => {
        if (this.stopper !== stopper) return;
        this.answer = answer && { ...answer, asked: question.metric };
        this.progress = undefined;
      },
      (error: unknown) => {
        if (this.stopper !== stopper || stopper.signal.aborted) return;
        this.answer = undefined;
        this.progress = undefined;
        this.issues = error instanceof IssueError ? error.issues : [];
      },
    );
  }

  stop(): void {
    this.stopper?.abort();
    this.stopper = undefined;
    this.progress = undefined;
  }
}
