/**
 * Latest wins: one run at a time, at most one waiting, and that one always the newest request.
 * The waiting request is taken (and cleared) when its run begins, so n separated changes make n runs and a burst one or two.
 */
export interface Scheduler<I, O> {
  request(input: I): void;
  /** True while the answer shown is not that of the newest request. */
  readonly stale: boolean;
  close(): void;
  /** For tests and figures. */
  readonly runs: number;
  onAnswer: (input: I, answer: O) => void;
  onStale: (stale: boolean) => void;
}

export function createScheduler<I, O>(
  run: (input: I) => Promise<O>,
  onError: (error: unknown) => void,
): Scheduler<I, O> {
  let waiting: { input: I } | undefined;
  let running = false;
  let closed = false;
  let runs = 0;
  const scheduler: Scheduler<I, O> = {
    request(input) {
      waiting = { input };
      scheduler.onStale(true);
      if (!running) void work();
    },
    get stale() {
      return running || waiting !== undefined;
    },
    close() {
      closed = true;
      waiting = undefined;
    },
    get runs() {
      return runs;
    },
    onAnswer: () => undefined,
    onStale: () => undefined,
  };

  async function work(): Promise<void> {
    running = true;
    while (waiting !== undefined) {
      const { input } = waiting;
      waiting = undefined;
      runs += 1;
      try {
        const answer = await run(input);
        if (isCurrent()) scheduler.onAnswer(input, answer);
      } catch (error) {
        if (isCurrent()) onError(error);
      }
    }
    running = false;
    if (!closed) scheduler.onStale(false);
  }

  /** An answer overtaken by a newer request is dropped. */
  function isCurrent(): boolean {
    return !closed && waiting === undefined;
  }

  return scheduler;
}
