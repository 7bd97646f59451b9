/** A command line for a worker, and what came of it. */
export interface Job {
  readonly argv: readonly string[];
  readonly files: Readonly<Record<string, string>>;
}

export interface JobDone {
  readonly exitCode: number;
  /** What stood on stdout: one JSON document, of the answer or the error. */
  readonly text: string;
}
