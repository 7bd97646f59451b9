import { describe, expect, it } from "vitest";
import { Stream } from "./stream.js";

const draw = (stream: Stream, count: number): number[] =>
  Array.from({ length: count }, () => stream.uniform());
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

describe("Stream", () => {
  it("repeats itself for one seed and name, and differs for others", () => {
    expect(draw(new Stream(1, "a"), 5)).toEqual(draw(new Stream(1, "a"), 5));
    expect(draw(new Stream(1, "a"), 5)).not.toEqual(draw(new Stream(2, "a"), 5));
    expect(draw(new Stream(1, "a"), 5)).not.toEqual(draw(new Stream(1, "b"), 5));
  });

  it("gives unrelated first draws for small seeds", () => {
    const first = Array.from({ length: 200 }, (_, seed) => new Stream(seed).uniform());
    expect(mean(first)).toBeGreaterThan(0.42);
    expect(mean(first)).toBeLessThan(0.58);
    expect(new Set(first).size).toBe(200);
  });

  it("opens substreams that do not depend on how far the parent went", () => {
    const parent = new Stream(3);
    const before = draw(parent.substream("demand"), 3);
    parent.uniform();
    expect(draw(parent.substream("demand"), 3)).toEqual(before);
  });

  it("is uniform and normal in its first moments", () => {
    const stream = new Stream(11);
    const uniform = draw(stream, 20_000);
    expect(mean(uniform)).toBeCloseTo(0.5, 1);
    expect(mean(uniform.map((x) => (x - 0.5) ** 2))).toBeCloseTo(1 / 12, 2);
    const normal = Array.from({ length: 20_000 }, () => stream.normal());
    expect(Math.abs(mean(normal))).toBeLessThan(0.03);
    expect(Math.abs(mean(normal.map((x) => x * x)) - 1)).toBeLessThan(0.05);
  });

  it("draws whole numbers of every size below the count, and shuffles without loss", () => {
    const stream = new Stream(5);
    const seen = new Set(Array.from({ length: 300 }, () => stream.integer(7)));
    expect([...seen].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(stream.shuffle([1, 2, 3, 4, 5]).sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5]);
    expect(stream.between(2, 3)).toBeGreaterThanOrEqual(2);
    expect([stream.chance(0), stream.chance(1)]).toEqual([false, true]);
  });
});
