/** Where bytes go. `write` resolves when they are handed over; a reader that went away is no error. */
export interface Sink {
  readonly write: (content: string | Uint8Array) => Promise<void>;
  readonly isTerminal: boolean;
}

/** The process as the command line sees it; tests give their own. */
export interface Io {
  readonly stdout: Sink;
  readonly stderr: Sink;
  readonly stdin: () => AsyncIterable<Uint8Array>;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** Milliseconds that only grow. */
  readonly now: () => number;
  /** Calls back at the first Ctrl-C or SIGTERM. */
  readonly onInterrupt: (callback: () => void) => void;
}
