import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { begin, record, redo, settle, undo } from "./history.js";

describe("history", () => {
  it("takes back and repeats single changes", () => {
    const two = record(record(begin(0), 1, "a"), 2, "b");
    expect(undo(two).present).toBe(1);
    expect(undo(two).future[0]?.change).toBe("b");
    expect(redo(undo(two)).present).toBe(2);
    expect(undo(undo(undo(two))).present).toBe(0);
  });

  it("makes one step of a drag, and a new step of the next one", () => {
    let history = begin(0);
    for (const value of [1, 2, 3]) history = record(history, value, "rate", "drag");
    history = settle(history);
    for (const value of [4, 5]) history = record(history, value, "rate", "drag");
    expect(history.past).toHaveLength(2);
    expect(undo(history).present).toBe(3);
    expect(undo(undo(history)).present).toBe(0);
  });

  it("forgets the future after a new change", () => {
    const history = record(undo(record(begin("a"), "b", "x")), "c", "y");
    expect(redo(history).present).toBe("c");
  });

  it("returns where it came from after as many undos as changes (property)", () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { maxLength: 50 }), (values) => {
        let history = begin(-1);
        for (const value of values) history = record(history, value, "v");
        for (const _ of values) history = undo(history);
        expect(history.present).toBe(-1);
        for (const _ of values) history = redo(history);
        expect(history.present).toBe(values.at(-1) ?? -1);
      }),
      { seed: 1 },
    );
  });
});
