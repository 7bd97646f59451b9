import { readFileSync, writeFileSync, existsSync, mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  barChart,
  barTable,
  dark,
  flowMap,
  light,
  lineChart,
  lineTable,
  mapTable,
  payoffMatrix,
  payoffTable,
  stageSankey,
  stageTable,
  toCsv,
} from "./index.js";
import { barData, lineData, mapData, payoffData, stageData } from "./charts.fixture.js";

const golden = new URL("../../../golden/charts/", import.meta.url);
const land: unknown = createRequire(import.meta.url)("world-atlas/land-110m.json");
const size = { width: 640, height: 360 };

/** A picture that has no golden twin yet is written once and must then be looked at; one that drifted is written beside it. */
function expectGolden(name: string, picture: string): void {
  mkdirSync(golden, { recursive: true });
  const file = new URL(`${name}.svg`, golden);
  if (!existsSync(file) && process.env["DIDYM_WRITE_GOLDEN"] === "1") writeFileSync(file, picture);
  expect(picture).toBe(readFileSync(file, "utf8"));
}

const pictures: Record<string, (theme: typeof light) => string> = {
  line: (theme) => lineChart(lineData, size, theme),
  bars: (theme) => barChart(barData, size, theme),
  sankey: (theme) => stageSankey(stageData, size, theme),
  map: (theme) => flowMap({ ...mapData, land }, size, theme),
  matrix: (theme) => payoffMatrix(payoffData, size, theme),
};

describe("pictures", () => {
  for (const [name, draw] of Object.entries(pictures)) {
    it(`${name} equals its golden picture in both themes`, () => {
      expectGolden(`${name}-light`, draw(light));
      expectGolden(`${name}-dark`, draw(dark));
    });
    it(`${name} carries a title and a one-sentence summary`, () => {
      const picture = draw(light);
      expect(picture).toMatch(/role="img"/);
      expect(picture).toMatch(/<title id="[^"]+">[^<]+<\/title><desc id="[^"]+">[^<]+<\/desc>/);
    });
    it(`${name} grows its letters with the theme`, () => {
      expect(draw({ ...light, scale: 1.5 })).toContain('font-size="18"');
    });
  }

  it("escapes whatever a title holds", () => {
    const picture = lineChart({ ...lineData, title: "<script>alert(1)</script>" }, size, light);
    expect(picture).not.toContain("<script>");
  });

  it("never writes NaN or Infinity, whatever the figures", () => {
    const value = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 }),
      fc.constant(undefined),
    );
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 3, maxLength: 3 }),
        fc.integer({ min: 1, max: 900 }),
        (values, width) => {
          const data = { ...lineData, years: [2024, 2025, 2026], series: [{ id: "a", label: "a", values }] };
          expect(lineChart(data, { width, height: 200 }, light)).not.toMatch(/NaN|Infinity/);
        },
      ),
      { seed: 7, numRuns: 200 },
    );
  });

  it("draws empty data without failing", () => {
    for (const picture of [
      lineChart({ ...lineData, series: [] }, size, light),
      barChart({ ...barData, bars: [] }, size, light),
      stageSankey({ ...stageData, links: [] }, size, light),
      flowMap({ ...mapData, flows: [], places: [], land: undefined }, size, light),
      payoffMatrix({ ...payoffData, cells: [] }, size, light),
    ])
      expect(picture).not.toMatch(/NaN|Infinity/);
  });
});

describe("tables behind pictures", () => {
  it("hold every figure drawn, with units in the headers", () => {
    expect(lineTable(lineData, "Year").headers).toEqual([
      "Year",
      "Japan (USD/kg)",
      "Japan, status quo (USD/kg)",
      "China (USD/kg)",
    ]);
    expect(lineTable(lineData, "Year").rows).toHaveLength(lineData.years.length);
    expect(barTable(barData, "Party").rows).toContainEqual(["China", -60]);
    expect(stageTable(stageData, ["From", "To"]).rows).toHaveLength(stageData.links.length);
    expect(mapTable(mapData, ["From", "To"]).rows[0]).toEqual(["China", "Japan", 7000]);
    expect(payoffTable(payoffData, "Seat").headers[1]).toBe("Commit (MUSD)");
  });

  it("quotes commas and disarms formulas in CSV", () => {
    expect(
      toCsv({
        headers: ["a", 'b "x"'],
        rows: [
          ["=1+1", 2],
          ["x,y", -3],
        ],
      }),
    ).toBe('a,"b ""x"""\r\n\'=1+1,2\r\n"x,y",-3\r\n');
  });
});
