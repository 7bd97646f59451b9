import { describe, expect, it } from "vitest";
import { valueOf } from "../results/index.js";
import { factsOf } from "./facts.js";
import { sensitivities, tryRun } from "./sensitivity.js";
import { plain, runnableFile, runPlain } from "./small-run.fixture.js";

const file = runnableFile();
const base = runPlain(file);
const reference = "price[oxide.NdPr,JPN,2026]";
const request = { file, scenario: plain, reference, most: 8 };
const fact = (id: string) => factsOf(base.frame.calibration).find((row) => row.fact.id === id)!.fact;

describe("how far rows move a figure", () => {
  const found = sensitivities(request, base);

  it("gives the figure as it is, and each row with the figure it leads to", () => {
    expect(found.year).toBe(2026);
    expect(found.value).toBe(valueOf(base, reference));
    expect(found.rows.length + found.failed.length).toBeLessThanOrEqual(8);
    expect(found.rows.length).toBeGreaterThan(3);
    for (const { fact: row, at, value, change } of found.rows) {
      expect(at).not.toBe(row.value);
      expect(change).toBe(value - found.value!);
    }
  });

  it("puts the row that moves it most first", () => {
    const sizes = found.rows.map(({ change }) => Math.abs(change));
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    expect(sizes[0]).toBeGreaterThan(0);
  });

  it("sets parameters to the end of their range that lies farther off, and figures up by the error of their grade", () => {
    const spread = base.frame.calibration.chain.base!.spread;
    for (const { fact: row, at } of found.rows) {
      if (row.low === undefined || row.high === undefined)
        expect(at).toBeCloseTo(row.value * (1 + spread[row.grade]), 9);
      else expect([row.low, row.high]).toContain(at);
    }
  });

  it("takes no more rows than asked for, of every kind in turn", () => {
    const few = sensitivities({ ...request, most: 4 }, base);
    expect(few.rows.length + few.failed.length).toBeLessThanOrEqual(4);
    expect(new Set(few.rows.map(({ fact: row }) => row.kind)).size).toBeGreaterThan(1);
  });

  it("stops when it is asked to", () => {
    expect(sensitivities({ ...request, stop: () => true }, base).rows).toEqual([]);
  });
});

describe("a run at other values", () => {
  it("is the run of a file that holds them", () => {
    const dearer = fact("CHN.oxide.NdPr");
    const other = tryRun(request, [{ fact: dearer, value: 58 }], base, 2026)!;
    const tables = file.tables;
    const prices = tables.prices.map((row) => (row.id === dearer.id ? { ...row, found: 58 } : row));
    const same = runPlain({ ...file, tables: { ...tables, prices } });
    expect(valueOf(other, reference)).toBeCloseTo(valueOf(same, reference)!, 6);
    expect(valueOf(other, reference)).toBeGreaterThan(valueOf(base, reference)!);
  });

  it("ends where it is told to", () => {
    expect(tryRun(request, [], base, 2025)!.years).toEqual([2024, 2025]);
  });

  it("is nothing where the values have no answer", () => {
    const worthless = { fact: fact("CHN.metal.NdPr"), value: 1 };
    expect(tryRun(request, [worthless], base, 2026)).toBeUndefined();
  });
});
