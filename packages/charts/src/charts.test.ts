import { readFileSync, writeFileSync, existsSync, mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  barChart,
  barTable,
  columnsOf,
  dark,
  flowMap,
  light,
  lineChart,
  lineTable,
  mapTable,
  payoffMatrix,
  payoffTable,
  stackedBars,
  stackTable,
  stackTotal,
  stageSankey,
  stageTable,
  tileMap,
  toCsv,
} from "./index.js";
import { linearScale, niceDomain } from "./linear-scale.js";
import { barData, lineData, mapData, payoffData, stackData, stageData } from "./charts.fixture.js";

const golden = new URL("../../../golden/charts/", import.meta.url);
const land: unknown = createRequire(import.meta.url)("world-atlas/land-110m.json");
const size = { width: 640, height: 360 };

/** The fixture's first line with the median of its draws. */
const withMedian = (series: (typeof lineData.series)[number]) => ({
  ...series,
  median: series.bands?.[0]?.low.map((low, year) => (low + (series.bands?.[0]?.high[year] ?? low)) / 2) ?? [],
});

/** The same with three single draws. */
const withPaths = (series: (typeof lineData.series)[number]) => ({
  ...withMedian(series),
  paths: [0.9, 1, 1.1].map((factor) => withMedian(series).median.map((value) => factor * value)),
});

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
  tiles: (theme) => tileMap({ ...mapData, land }, { width: 340, height: 380 }, theme),
  quantified: (theme) =>
    lineChart({ ...lineData, series: lineData.series.slice(0, 1).map(withMedian) }, size, theme),
  single: (theme) =>
    lineChart({ ...lineData, series: lineData.series.slice(0, 1).map(withPaths) }, size, theme),
  stack: (theme) => stackedBars(stackData, size, theme),
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

  it("sets long labels above their bars on a narrow screen, whole, and beside them on a wide one", () => {
    const label = "A label that would fill a narrow screen by itself";
    const data = { ...barData, bars: barData.bars.map((bar) => ({ ...bar, label })) };
    const at = (width: number) => {
      const drawn = barChart(data, { width, height: 300 }, light);
      const [, text = "0"] = new RegExp(`<text x="0" y="([\\d.]+)"[^>]*>${label}<`, "u").exec(drawn) ?? [];
      const [, bar = "0", high = "0"] =
        /<rect x="[\d.]+" y="([\d.]+)" width="[\d.]+" height="([\d.]+)"/u.exec(drawn) ?? [];
      return { text: Number(text), top: Number(bar), bottom: Number(bar) + Number(high) };
    };
    const [phone, desk] = [at(340), at(900)];
    expect(phone.text).toBeLessThan(phone.top);
    expect(desk.text).toBeGreaterThan(desk.top);
    expect(desk.text).toBeLessThan(desk.bottom);
    expect(barChart({ ...barData, bars: [] }, { width: 340, height: 100 }, light)).not.toMatch(/NaN/u);
  });

  it("names what runs along the axis where it is not years, inside the picture", () => {
    const drawn = lineChart({ ...lineData, across: "Months" }, size, light);
    const at = /<text x="[\d.]+" y="([\d.]+)"[^>]*>Months</u.exec(drawn)?.[1];
    expect(Number(at)).toBeLessThanOrEqual(size.height);
    expect(Number(at)).toBeGreaterThan(size.height - 20);
    expect(lineChart(lineData, size, light)).not.toContain("Months");
  });

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

describe("tiles for narrow screens", () => {
  it("stand west to east and north to south, each place once", () => {
    const columns = columnsOf(mapData.places, 3);
    expect(
      columns
        .flat()
        .map(({ id }) => id)
        .sort(),
    ).toEqual(mapData.places.map(({ id }) => id).sort());
    for (const column of columns)
      column.slice(1).forEach((place, k) => {
        expect(place.latitude).toBeLessThanOrEqual(column[k].latitude);
      });
    const picture = tileMap({ ...mapData, land }, { width: 340, height: 380 }, light);
    for (const { id } of mapData.places) expect(picture).toContain(`data-value="${id}"`);
  });
});

describe("tables behind pictures", () => {
  it("hold every figure drawn, with units in the headers", () => {
    expect(lineTable(lineData, "Year").headers).toEqual([
      "Year",
      "Japan (USD/kg)",
      "Japan, status quo (USD/kg)",
      "Japan, 5% (USD/kg)",
      "Japan, 25% (USD/kg)",
      "Japan, 75% (USD/kg)",
      "Japan, 95% (USD/kg)",
      "China (USD/kg)",
    ]);
    expect(lineTable(lineData, "Year").rows).toHaveLength(lineData.years.length);
    const quantified = lineTable({ ...lineData, series: lineData.series.map(withMedian) }, "Year");
    expect(quantified.headers[5]).toBe("Japan, 50% (USD/kg)");
    expect(quantified.rows[0]?.[5]).toBe(withMedian(lineData.series[0]).median[0]);
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

describe("stacked bars", () => {
  it("say the same in the table as in the picture, and totals are sums of the items", () => {
    const { headers, rows } = stackTable(stackData, "Party");
    expect(headers).toEqual([
      "Party",
      "Users (MUSD)",
      "Producers (MUSD)",
      "Public support (MUSD)",
      "Total (MUSD)",
    ]);
    for (const [, users, producers, support, total] of rows as [string, number, number, number, number][])
      expect(users + producers + support).toBe(total);
  });

  it("draws each part as long as its value, gains right of nothing and losses left", () => {
    const picture = stackedBars(stackData, size, light);
    const part = (id: string) => {
      const [, x, width] =
        new RegExp(`x="([\\d.]+)"[^>]*width="([\\d.]+)"[^>]*data-value="${id}"`, "u").exec(picture) ?? [];
      return { x: Number(x), width: Number(width) };
    };
    const [gain, loss] = [part("AUS:producers"), part("JPN:support")];
    expect(gain.width / loss.width).toBeCloseTo(160 / 120, 2);
    expect(gain.x).toBeGreaterThan(loss.x + loss.width);
    expect(picture).toContain(String(stackTotal(stackData.rows[0])));
  });
});

describe("a linear scale", () => {
  it("has round ticks inside its domain and maps its ends to the range", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1_000_000, max: 1_000_000 }),
        fc.integer({ min: 1, max: 1_000_000 }),
        (a, b) => {
          const [low, span] = [a / 100, b / 100];
          const domain = niceDomain([low, low + span], 5);
          const scale = linearScale(domain, [10, 200]);
          expect(domain[0]).toBeLessThanOrEqual(low + 1e-9);
          expect(domain[1]).toBeGreaterThanOrEqual(low + span - 1e-9);
          expect([scale(domain[0]), scale(domain[1])]).toEqual([10, 200]);
          const ticks = scale.ticks(5);
          expect(ticks.length).toBeGreaterThan(1);
          expect(ticks.length).toBeLessThan(13);
          expect(ticks.every((tick) => tick >= domain[0] - 1e-6 && tick <= domain[1] + 1e-6)).toBe(true);
        },
      ),
      { seed: 5 },
    );
  });
});
