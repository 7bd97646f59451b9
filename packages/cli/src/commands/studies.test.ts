import { agreementOf, type StudyResult } from "@didym/core/studies";
import { callMain, repositoryRoot } from "@didym/testing";
import { describe, expect, it } from "vitest";
import { studiesPage } from "../studies/studies-page.js";

const { code, stdout } = await callMain(["studies", "--json"]);
const { rows, schema } = JSON.parse(stdout) as { schema: string; rows: StudyResult[] };
const at = (id: string): StudyResult => rows.find((row) => row.id === id)!;

describe("didym studies", () => {
  it("puts a figure of its own beside every published one, with source, grade and both languages", () => {
    expect(code).toBe(0);
    expect(schema).toBe("didym/studies@1");
    expect(rows.length).toBeGreaterThanOrEqual(30);
    for (const { published, here, agreement, study, figure, experiment, why } of rows) {
      expect(Number.isFinite(here)).toBe(true);
      expect(agreement).toBe(agreementOf(here!, published));
      expect(published.sources.length).toBeGreaterThan(0);
      expect(published.grade).toMatch(/^[A-D]$/u);
      for (const text of [study, figure, experiment, why]) {
        expect(text.en).toMatch(/[a-z]/u);
        expect(text.zh).toMatch(/\p{Script=Han}/u);
      }
    }
  });

  it("shows where it differs from what was published", () => {
    const kinds = new Set(rows.map(({ agreement }) => agreement));
    expect(kinds).toContain("apart");
    expect(kinds).toContain("opposite");
    expect(kinds).toContain("within");
  });

  it("pays more by a floor than by a capital subsidy for the same goal", () => {
    expect(at("floor-against-subsidy").here).toBeGreaterThan(1);
    expect(at("subsidy-against-market").here).toBeGreaterThan(0);
  });

  it("loses no more than is at risk, and more in a year than in three months", () => {
    for (const place of ["JPN", "USA", "DEU"])
      expect(at(`cut-80-${place}-loss`).here).toBeGreaterThan(at(`cut-80-${place}-at-risk`).here!);
    expect(at("stop-japan-nri-3").here).toBeGreaterThan(at("stop-japan-nri-12").here!);
    expect(at("stop-japan-nri-12").here).toBeLessThan(0);
  });

  it("parts the distance to published losses: more where no use finds another source, and at the high end of the ranges", () => {
    for (const place of ["JPN", "USA", "DEU"])
      expect(at(`cut-80-${place}-all-uses`).here).toBeLessThan(at(`cut-80-${place}-at-risk`).here!);
    expect(at("stop-japan-nri-12-high").here).toBeLessThan(at("stop-japan-nri-12").here!);
    expect(at("stop-japan-nri-12-all-uses").here).toBeLessThan(at("stop-japan-nri-12-high").here!);
    expect(at("stop-japan-nri-12-all-uses").here).toBeCloseTo(at("cut-80-JPN-all-uses").here!, 12);
  });

  it("has its pages and results as the program writes them, so that drift is seen", async () => {
    const lines = rows.map(({ id, here, agreement, published }) =>
      [id, here?.toPrecision(2), published.unit, agreement].join(","),
    );
    await expect(`${["id,here,unit,agreement", ...lines].join("\n")}\n`).toMatchFileSnapshot(
      `${repositoryRoot}data/studies/results.csv`,
    );
    await expect(studiesPage(rows, "en")).toMatchFileSnapshot(`${repositoryRoot}docs/studies.md`);
    await expect(studiesPage(rows, "zh")).toMatchFileSnapshot(`${repositoryRoot}docs/studies.zh-CN.md`);
  });

  it("names the groups where one is asked that is not there", async () => {
    const missing = await callMain(["studies", "cut-81"]);
    expect(missing.code).not.toBe(0);
    expect(missing.stderr).toContain("cut-80");
  });
});
