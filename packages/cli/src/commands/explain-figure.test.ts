import { callMain } from "@didym/testing";
import { describe, expect, it } from "vitest";

interface Explained {
  readonly reference: string;
  readonly value: number;
  readonly unit: string;
  readonly equation: string;
  readonly evidence: readonly { readonly id: string; readonly sources: readonly string[] }[];
  readonly sensitivity?: readonly {
    readonly id: string;
    readonly from: number;
    readonly to: number;
    readonly value: number;
    readonly change: number;
  }[];
  readonly sources: readonly { readonly publisher: string; readonly title: string }[];
}

async function explained(...args: string[]): Promise<Explained> {
  const { code, stdout } = await callMain(["explain", ...args, "--json"]);
  expect(code).toBe(0);
  return JSON.parse(stdout) as Explained;
}

describe("didym explain of a figure", () => {
  it("gives value, equation, rows with sources, and what moves it most", async () => {
    const figure = await explained("price[oxide.Dy,CHN,2025]", "--scenario", "status-quo", "--runs", "4");
    expect(figure).toMatchObject({ reference: "price[oxide.Dy,CHN,2025]", unit: "USD/kg" });
    expect(figure.equation).toContain("Σ");
    expect(figure.evidence.length).toBeGreaterThan(3);
    expect(figure.sources.length).toBeGreaterThan(3);
    const rows = figure.sensitivity ?? [];
    expect(rows.length).toBeGreaterThan(1);
    for (const { from, to, value, change } of rows) {
      expect(to).not.toBe(from);
      expect(change).toBeCloseTo(value - figure.value, 9);
    }
    const sizes = rows.map(({ change }) => Math.abs(change));
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    expect(sizes[0]).toBeGreaterThan(0);
  });

  it("takes year and region from flags, and solves nothing more where none is asked", async () => {
    const figure = await explained("use[oxide.Dy]", "--region", "CHN", "--year", "2024", "--runs", "0");
    expect(figure.reference).toBe("use[oxide.Dy,region=CHN,2024]");
    expect(figure.sensitivity).toBeUndefined();
  });

  it("refuses what is no figure of the run", async () => {
    const { code, stderr } = await callMain(["explain", "price[oxide.Dyx]", "--runs", "0"]);
    expect(code).not.toBe(0);
    expect(stderr).toContain("oxide.Dy");
  });
});

describe("didym explain assumptions", () => {
  it("gives each headline with the band that assumptions leave it", async () => {
    const { code, stdout } = await callMain([
      ...["explain", "assumptions", "--scenario", "status-quo", "--year", "2025", "--runs", "3", "--json"],
    ]);
    expect(code).toBe(0);
    const { draws, drawsFound, assumptions, evidence, rows } = JSON.parse(stdout) as {
      draws: { answered: number };
      assumptions: string[];
      drawsFound: { answered: number };
      evidence: string[];
      rows: {
        value: number;
        low: number;
        median: number;
        high: number;
        found: { low: number; high: number };
        assumedShare: number | null;
      }[];
    };
    expect(draws.answered).toBeGreaterThan(0);
    expect(assumptions.length).toBeGreaterThan(100);
    expect(assumptions).toContain("horizon.adaptation");
    expect(drawsFound.answered).toBeGreaterThan(0);
    expect(evidence.length).toBeGreaterThan(50);
    expect(evidence.filter((id) => assumptions.includes(id))).toEqual([]);
    for (const { low, median, high, found, assumedShare } of rows) {
      expect(low).toBeLessThanOrEqual(median);
      expect(median).toBeLessThanOrEqual(high);
      expect(found.low).toBeLessThanOrEqual(found.high);
      if (assumedShare !== null) expect(assumedShare >= 0 && assumedShare <= 1).toBe(true);
    }
    expect(rows.some(({ low, high }) => high > low)).toBe(true);
  });
});
