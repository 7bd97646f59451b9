import type { Io, Sink } from "./io.js";

const graceAfterInterrupt = 5000;

function isBroken(error: NodeJS.ErrnoException): boolean {
  return error.code === "EPIPE" || error.code === "ECONNRESET" || error.code === "ERR_STREAM_DESTROYED";
}

/** Writes whole; once the reader is gone (`| head`), further writing is dropped quietly. */
function sinkOf(stream: NodeJS.WriteStream): Sink {
  let gone = false;
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (!isBroken(error)) throw error;
    gone = true;
  });
  return {
    isTerminal: stream.isTTY,
    write: (content) =>
      new Promise((resolve, reject) => {
        if (gone) {
          resolve();
          return;
        }
        stream.write(content, (error) => {
          if (error && !isBroken(error)) reject(error);
          else resolve();
        });
      }),
  };
}

function onInterrupt(callback: () => void): void {
  let interrupted = false;
  const stop = () => {
    if (interrupted) process.exit(130);
    interrupted = true;
    callback();
    setTimeout(() => process.exit(130), graceAfterInterrupt).unref();
  };
  process.on("SIGINT", stop).on("SIGTERM", stop);
}

/** The real process. */
export function processIo(): Io {
  return {
    stdout: sinkOf(process.stdout),
    stderr: sinkOf(process.stderr),
    stdin: () => process.stdin,
    env: process.env,
    cwd: process.cwd(),
    now: () => performance.now(),
    onInterrupt,
  };
}
