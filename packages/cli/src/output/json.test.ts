import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jsonText, plain } from "./json.js";

describe("JSON answers", () => {
  it("hold the same values as they were given", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(jsonText(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { seed: 1 },
    );
  });

  it("put durations last in their object, and leave them out when asked", () => {
    const answer = { solver: { milliseconds: 3, solves: 2 }, seconds: 1, name: "x" };
    expect(JSON.stringify(plain(answer, true))).toBe(
      '{"solver":{"solves":2,"milliseconds":3},"name":"x","seconds":1}',
    );
    expect(plain(answer, false)).toEqual({ solver: { solves: 2 }, name: "x" });
  });

  it("turn typed arrays into lists and drop absent keys", () => {
    expect(plain({ a: Float64Array.of(1, 2), b: undefined }, true)).toEqual({ a: [1, 2] });
  });

  it.each([Number.NaN, Infinity, -Infinity])("never hide %s as null", (value) => {
    expect(() => plain({ a: [{ b: value }] }, true)).toThrow("$.a[0].b");
    expect(() => plain({ a: Float64Array.of(value) }, true)).toThrow("$.a[0]");
  });

  it("keep flat objects and number lists on one line", () => {
    expect(jsonText({ a: { b: 1, c: "x" }, d: [1, 2] })).toBe(
      '{\n  "a": { "b": 1, "c": "x" },\n  "d": [1, 2]\n}\n',
    );
    expect(jsonText([])).toBe("[]\n");
    expect(jsonText({})).toBe("{}\n");
  });
});
