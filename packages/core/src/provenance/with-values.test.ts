import { describe, expect, it } from "vitest";
import type { ChainFile } from "../chain/chain-file.js";
import type { Fact, FactKind } from "./fact.js";
import { mixed } from "./mixed.js";
import { canChange, withValues } from "./with-values.js";

const fact = (kind: FactKind, id: string): Fact => ({
  id,
  kind,
  value: 1,
  unit: "t",
  sources: ["S"],
  grade: "C",
  reason: "",
});
const tables = {
  prices: [{ id: "price.CHN.oxide.Dy", found: 1 }],
  wedges: [{ id: "duty.EU.oxide", ad_valorem: 1 }],
  projects: [{ id: "p", capacity: 1 }],
  "node-costs": [{ node: "n", cost: 1 }],
  "demand-growth": [
    { end_use: "ev", region: "*", year: 2030, index: 1 },
    { end_use: "ev", region: "CHN", year: 2030, index: 1 },
  ],
  nodes: [{ id: "n", level: 1 }],
  "uses-world": [{ end_use: "ev", good: "magnet.x", quantity: 1 }],
  disposal: [{ region: "CHN", good: "oxide.LaCe", quantity: 1 }],
  recycled: [{ region: "CHN", good: "oxide.Dy", quantity: 1 }],
  figures: [{ id: "china-exports", value: 1 }],
};
const file = { tables } as unknown as ChainFile;
const rows: readonly (readonly [FactKind, string, keyof typeof tables, number, string])[] = [
  ["price", "price.CHN.oxide.Dy", "prices", 0, "found"],
  ["wedge", "duty.EU.oxide", "wedges", 0, "ad_valorem"],
  ["project", "project.p", "projects", 0, "capacity"],
  ["cost", "cost.n", "node-costs", 0, "cost"],
  ["growth", "growth.ev.all.2030", "demand-growth", 0, "index"],
  ["growth", "growth.ev.CHN.2030", "demand-growth", 1, "index"],
  ["figure", "level.n", "nodes", 0, "level"],
  ["figure", "use.ev.magnet.x", "uses-world", 0, "quantity"],
  ["figure", "disposal.CHN.oxide.LaCe", "disposal", 0, "quantity"],
  ["figure", "recycled.CHN.oxide.Dy", "recycled", 0, "quantity"],
  ["figure", "china-exports", "figures", 0, "value"],
];

describe("data with another value", () => {
  it.each(rows)("sets a %s, %s, in its table and nothing else", (kind, id, table, row, column) => {
    const { file: changed, parameters } = withValues({ file, parameters: {} }, [
      { fact: fact(kind, id), value: 7 },
    ]);
    const expected = structuredClone(tables) as unknown as Record<string, Record<string, unknown>[]>;
    expected[table][row][column] = 7;
    expect(changed.tables).toEqual(expected);
    expect(parameters).toEqual({});
    expect(file.tables).toEqual(tables);
  });

  it("sets an assumption as a parameter, beside those there are", () => {
    const { file: same, parameters } = withValues({ file, parameters: { a: 1, b: 2 } }, [
      { fact: fact("assumption", "b"), value: 7 },
    ]);
    expect(same.tables).toEqual(tables);
    expect(parameters).toEqual({ a: 1, b: 7 });
  });

  it("knows rows that have no value to change", () => {
    expect(canChange(fact("figure", "yield.n.oxide.Dy"), file)).toBe(false);
    expect(canChange(fact("figure", "china-exports"), file)).toBe(true);
    expect(canChange(fact("assumption", "x"), file)).toBe(true);
  });
});

describe("a choice by kind", () => {
  it("takes kinds in turn and keeps the order", () => {
    const ranked = [fact("figure", "1"), fact("figure", "2"), fact("figure", "3"), fact("price", "4")];
    expect(mixed(ranked, 2).map(({ id }) => id)).toEqual(["1", "4"]);
    expect(mixed(ranked, 3).map(({ id }) => id)).toEqual(["1", "2", "4"]);
    expect(mixed(ranked, 9)).toEqual(ranked);
    expect(mixed([], 3)).toEqual([]);
  });
});
