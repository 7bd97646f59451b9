import { describe, expect, it } from "vitest";
import { createScheduler } from "./scheduler.js";

const tick = (milliseconds = 0) => new Promise((resolve) => setTimeout(resolve, milliseconds));

function observed(milliseconds: number) {
  const answers: number[] = [];
  const scheduler = createScheduler<number, number>(
    async (input) => {
      await tick(milliseconds);
      return input * 10;
    },
    () => undefined,
  );
  scheduler.onAnswer = (_, answer) => answers.push(answer);
  return { scheduler, answers };
}

describe("scheduler", () => {
  it("runs once for each separated change", async () => {
    const { scheduler, answers } = observed(0);
    for (const input of [1, 2, 3]) {
      scheduler.request(input);
      await tick(10);
    }
    expect(scheduler.runs).toBe(3);
    expect(answers).toEqual([10, 20, 30]);
  });

  it("runs a burst once or twice and shows only the newest answer", async () => {
    const { scheduler, answers } = observed(5);
    for (let input = 1; input <= 100; input += 1) scheduler.request(input);
    await tick(40);
    expect(scheduler.runs).toBeLessThanOrEqual(2);
    expect(answers).toEqual([1000]);
    expect(scheduler.stale).toBe(false);
  });

  it("says that it is stale from the request to the answer", async () => {
    const { scheduler } = observed(1);
    const said: boolean[] = [];
    scheduler.onStale = (stale) => said.push(stale);
    scheduler.request(1);
    expect(scheduler.stale).toBe(true);
    await tick(10);
    expect(said).toEqual([true, false]);
  });

  it("goes on after a failure and reports it", async () => {
    const errors: unknown[] = [];
    const scheduler = createScheduler<number, number>(
      (input) => (input === 1 ? Promise.reject(new Error("no answer")) : Promise.resolve(input)),
      (error) => errors.push(error),
    );
    const answers: number[] = [];
    scheduler.onAnswer = (_, answer) => answers.push(answer);
    scheduler.request(1);
    await tick(1);
    scheduler.request(2);
    await tick(1);
    expect(errors).toHaveLength(1);
    expect(answers).toEqual([2]);
  });

  it("gives nothing after it was closed", async () => {
    const { scheduler, answers } = observed(3);
    scheduler.request(1);
    scheduler.close();
    await tick(10);
    expect(answers).toEqual([]);
  });
});
