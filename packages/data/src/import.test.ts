import {
  compareImport,
  importFile,
  massRatio,
  placeMap,
  readData,
  type Change,
  type Weighed,
} from "@didym/core";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readDataFolder } from "./read-data-folder.js";

const here = dirname(fileURLToPath(import.meta.url));
const { tables } = readData(readDataFolder(join(here, "../../../data")));
const fixtures = join(here, "../../core/src/evidence/importers/fixtures");

function dryRun(file: string): ReturnType<typeof compareImport> {
  const text = readFileSync(join(fixtures, file), "utf8");
  return compareImport(importFile(text, { file, places: placeMap(tables) }), tables, 2024);
}

const changed = (changes: readonly Change[]): readonly unknown[] =>
  changes.filter(({ kind }) => kind !== "same").map(({ id, before, after }) => ({ id, before, after }));

describe("official files against the data", () => {
  it("the first issue of USGS 2026 differs by the corrections of May 2026", () => {
    const { changes, issues } = dryRun("usgs-mcs-2026.csv");
    expect(issues).toEqual([]);
    expect(changes.filter(({ kind }) => kind === "same").length).toBeGreaterThan(30);
    expect(changed(changes)).toEqual([
      { id: "reserves.BRA.2025.USGS_MCS2026", before: 11_000_000, after: 21_000_000 },
      { id: "reserves.world.2025.USGS_MCS2026", before: 75_000_000, after: 85_000_000 },
    ]);
  });

  it("USGS 2025 is what the data hold, and it stands in the conflict about Australia", () => {
    const { changes, issues } = dryRun("usgs-mcs-2025.csv");
    expect(issues).toEqual([]);
    expect(changed(changes)).toEqual([]);
    const australia = changes.find(({ id }) => id === "mine.AUS.2024.REO.USGS_MCS2025");
    expect(australia).toMatchObject({ baseYear: true, shippable: true });
    expect(australia?.baseYearRows).toContain("aus-mount-weld");
    expect(australia?.conflicts).toContain("australia-output-2024");
  });

  it("DataWeb is what the data hold", () => {
    const { changes, issues } = dryRun("usitc-dataweb.json");
    expect(issues).toEqual([]);
    expect(changed(changes)).toEqual([]);
    expect(changes.length).toBeGreaterThan(8);
  });

  it("Comtrade rows are new to the data and may not be shipped", () => {
    for (const file of ["comtrade.csv", "comtrade.json"]) {
      const { changes, issues } = dryRun(file);
      expect(issues).toEqual([]);
      expect(changes.map(({ kind, shippable }) => [kind, shippable])).toEqual(
        changes.map(() => ["new", false]),
      );
    }
  });

  it("no share of trade is taken over mine output", () => {
    const row = tables.get("trade")!.rows.find(({ id }) => id === "trade.2846.USA.CHN.2024.exports.P-USITC")!;
    const mine = tables
      .get("mine_production")!
      .rows.find(({ id }) => id === "mine.USA.2024.REO.USGS_MCS2026")!;
    const part: Weighed = { id: String(row["id"]), tonnes: Number(row["quantity"]), weight: "gross" };
    const whole: Weighed = { id: String(mine["id"]), tonnes: Number(mine["value"]), weight: "REO" };
    expect(massRatio(part, whole)).toHaveProperty("issue.code", "MIXED_WEIGHT");
  });
});
