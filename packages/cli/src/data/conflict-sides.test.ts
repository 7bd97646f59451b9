import type { DataRead, Row, Table } from "@didym/core/evidence";
import { describe, expect, it } from "vitest";
import { conflictSides, sidesTable } from "./conflict-sides.js";

const table = (name: string, rows: Row[]): [string, Table] => [
  name,
  { name, file: `${name}.csv`, fields: [], rows, lines: [], columns: [] },
];
const mine = { source_id: ["S"], grade: "B", period: "2024" };
const read = {
  tables: new Map([
    table("conflicts", [{ id: "c", rows: ["a", "b", "d", "e", "lost"], used: ["b"] }]),
    table("figures", [
      { id: "a", value: 13000, unit: "t", ...mine },
      { id: "b", value: 17000, unit: "t", share_pct: 85, ...mine },
      { id: "d", share_low: 60, share_high: 72, ...mine },
    ]),
    table("claims", [
      { id: "e", claimed: "72%", best: "91%", verdict: "contradicted", source_id: ["S", "T"] },
    ]),
  ]),
} as unknown as DataRead;

describe("the sides of a conflict", () => {
  const sides = conflictSides(read);

  it("are its rows in its order, as far as there are such rows", () => {
    expect(sides.map(({ row }) => row)).toEqual(["a", "b", "d", "e"]);
    expect(sides.map(({ used }) => used)).toEqual([false, true, false, false]);
  });

  it("say a share where the row has one, a range, or what was claimed", () => {
    expect(sides.map(({ value, unit }) => [value, unit])).toEqual([
      [13000, "t"],
      [85, "%"],
      ["60–72", "%"],
      ["72%", ""],
    ]);
    expect(sides[3]).toMatchObject({ grade: "contradicted", sources: ["S", "T"], period: "" });
  });

  it("are a table in both languages", () => {
    expect(sidesTable(sides, ({ en }) => en).rows[1]).toEqual([
      "c",
      "b",
      "85.00",
      "%",
      "2024",
      "yes",
      "B",
      "S",
    ]);
    expect(sidesTable(sides, ({ zh }) => zh).rows[1]).toContain("是");
  });

  it("are none where there are no conflicts", () => {
    expect(conflictSides({ tables: new Map() } as unknown as DataRead)).toEqual([]);
  });
});
