import type { CliMessages } from "@didym/messages";

/** Tells how far a long run is. */
export interface Progress {
  /** `done` of `total` pieces are done. */
  readonly report: (done: number, total: number) => void;
  /** Clears the line. */
  readonly end: () => void;
}

/** Where progress goes: stderr, drawn over itself on a terminal, otherwise a line each ten seconds. */
export interface ProgressSink {
  readonly write: (text: string) => void;
  readonly isTerminal: boolean;
  readonly now: () => number;
}

const betweenFrames = 100;
const betweenLines = 10_000;

function duration(milliseconds: number, words: CliMessages): string {
  const seconds = Math.ceil(milliseconds / 1000);
  return seconds < 120 ? words.seconds(seconds) : words.minutes(Math.round(seconds / 60));
}

function line(done: number, total: number, elapsed: number, words: CliMessages): string {
  const rate = elapsed > 0 ? (done * 1000) / elapsed : 0;
  const left = done > 0 ? ((total - done) * elapsed) / done : 0;
  return words.progress(done, total, rate >= 10 ? rate.toFixed(0) : rate.toFixed(1), duration(left, words));
}

/** A progress that says nothing before its first second. */
export function makeProgress(sink: ProgressSink, words: CliMessages): Progress {
  const start = sink.now();
  let last = sink.isTerminal ? start + 1000 - betweenFrames : start;
  let drawn = false;
  return {
    report(done, total) {
      const now = sink.now();
      if (now - last < (sink.isTerminal ? betweenFrames : betweenLines)) return;
      last = now;
      const text = line(done, total, now - start, words);
      sink.write(sink.isTerminal ? `\r\u001B[2K${text}` : `${text}\n`);
      drawn = sink.isTerminal;
    },
    end() {
      if (drawn) sink.write("\r\u001B[2K");
      drawn = false;
    },
  };
}
