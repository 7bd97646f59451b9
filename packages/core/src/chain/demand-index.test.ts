import { describe, expect, it } from "vitest";
import { smallChainFile } from "../fixtures/small-chain-file.js";
import { demandIndexOf } from "./demand-index.js";

describe("demandIndexOf", () => {
  const { years, rows } = demandIndexOf(smallChainFile().tables, 2024);
  const values = (endUse: string, region: string) =>
    rows.find((row) => row.endUse === endUse && row.region === region)!.values;

  it("runs from the base year to the last year of the data", () => {
    expect(years).toEqual([2024, 2025, 2026, 2027, 2028]);
  });

  it("draws straight lines and stays at the last point", () => {
    expect(values("motors", "CHN")).toEqual([1, 1.1, 1.2, 1.2, 1.2]);
  });

  it("prefers the region's own points", () => {
    expect(values("motors", "JPN")).toEqual([1, 1.25, 1.5, 1.75, 2]);
  });

  it("stays flat where nothing is known", () => {
    expect(values("glass", "CHN")).toEqual([1, 1, 1, 1, 1]);
  });
});
