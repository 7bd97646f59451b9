import { en } from "@didym/messages";
import { describe, expect, it } from "vitest";
import { makeProgress } from "./progress.js";

function watch(isTerminal: boolean) {
  let time = 0;
  const written: string[] = [];
  const progress = makeProgress({ write: (text) => written.push(text), isTerminal, now: () => time }, en.cli);
  const at = (seconds: number, done: number) => {
    time = seconds * 1000;
    progress.report(done, 100);
  };
  return { written, at, progress };
}

describe("progress", () => {
  it("draws one line on a terminal, with rate and time left, and clears it", () => {
    const { written, at, progress } = watch(true);
    at(0.5, 5);
    expect(written).toEqual([]);
    at(2, 20);
    at(2.05, 21);
    expect(written).toEqual(["\r\u001B[2K20 of 100, 10/s, 8 s left"]);
    progress.end();
    expect(written.at(-1)).toBe("\r\u001B[2K");
    progress.end();
    expect(written.length).toBe(2);
  });

  it("writes a plain line each ten seconds elsewhere", () => {
    const { written, at } = watch(false);
    for (let second = 1; second <= 25; second += 1) at(second, second);
    expect(written).toEqual(["10 of 100, 1.0/s, 90 s left\n", "20 of 100, 1.0/s, 80 s left\n"]);
  });
});
