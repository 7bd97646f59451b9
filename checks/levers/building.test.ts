import { beforeAll, describe, expect, it } from "vitest";
import type { Baseline } from "@didym/core/baseline";
import { rareEarths } from "./rare-earths.js";

/** Demand as in the base year for ever, and base support that does not end. */
const flat = (base: Baseline): Baseline => ({
  ...base,
  nodes: base.nodes.map((node) => ({ ...node, supportUntil: 2040 })),
  demandIndex: {
    years: base.demandIndex.years,
    rows: base.demandIndex.rows.map((row) => ({ ...row, values: row.values.map(() => 1) })),
  },
});

describe("where demand is flat and no lever acts", () => {
  it("nobody starts anything, committed or not, to 2040", () => {
    const { end } = rareEarths({}, flat).solve([], [2024, 2040]);
    expect(end.vintages).toEqual([]);
    expect(Math.max(...end.goneAhead)).toBe(0);
  });
});

describe("a project far under water", () => {
  /** Announced and not yet begun, with an outlay three hundred times what it was. */
  let sunk: readonly string[];
  const dear = (base: Baseline): Baseline => {
    const projects = base.projects.map((project) =>
      project.committed || project.technology.startsWith("recycling")
        ? project
        : { ...project, capitalCost: 300 * project.capitalCost },
    );
    sunk = projects.filter((project, i) => project !== base.projects[i]).map((project) => project.id);
    return { ...base, projects };
  };
  let built: ReadonlySet<string>;
  beforeAll(() => {
    const { end, frame } = rareEarths({}, dear).solve([], [2024, 2040]);
    built = new Set(end.vintages.map(({ node }) => frame.calibration.nodes.id[node]));
  });

  it("is not built however many years pass", () => {
    expect(sunk.length).toBeGreaterThan(20);
    expect(sunk.filter((id) => built.has(id))).toEqual([]);
  });

  it("while those whose money is committed are", () => {
    expect(built.has("aus-eneabba-refinery")).toBe(true);
  });
});
