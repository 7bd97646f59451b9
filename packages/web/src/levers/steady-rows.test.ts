import { describe, expect, it } from "vitest";
import type { LeverRow } from "../worker/lever-rows.js";
import { steadyRows } from "./steady-rows.js";

const row = (id: string, rate: number): LeverRow => ({
  id,
  kind: "tariff",
  from: 2026,
  to: 2040,
  response: false,
  origin: "x",
  values: { rate },
  sources: [],
  assumption: undefined,
  status: undefined,
});

describe("rows between answers", () => {
  it("stay the same object where they say the same, and only there", () => {
    const keep = steadyRows();
    const [a, b] = keep([row("a", 1), row("b", 2)]);
    const next = keep([row("b", 2), row("a", 3), row("c", 4)]);
    expect(next.map(({ id }) => id)).toEqual(["b", "a", "c"]);
    expect(next[0]).toBe(b);
    expect(next[1]).not.toBe(a);
    expect(next[1]?.values).toEqual({ rate: 3 });
  });

  it("forget what is gone", () => {
    const keep = steadyRows();
    const [a] = keep([row("a", 1)]);
    keep([]);
    expect(keep([row("a", 1)])[0]).not.toBe(a);
  });
});
