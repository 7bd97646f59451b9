import { lineChart, lineTable, light } from "@didym/charts";
import { pageWords } from "@didym/messages";
import { describe, expect, it } from "vitest";
import { nameBook } from "../../format/names.js";
import { numbersOf } from "../../format/numbers.js";
import { defaults } from "../../state/page-state.js";
import { describe as describeModel } from "../../worker/describe.js";
import type { Job } from "../../worker/protocol.js";
import { realLaboratory } from "../../worker/real-laboratory.fixture.js";
import { bandReferences } from "./band-references.js";
import { exposureData, priceData, supplyData } from "./charts/lines.js";
import { headline } from "./headline.js";
import { labReferences } from "./references.js";
import { rangeOf, type LabView } from "./view.js";
import { answerBands } from "./worker/answer-bands.js";
import { answerLab } from "./worker/answer-lab.js";

const laboratory = realLaboratory();
const document = { ...laboratory.library["washington-2026"]!, horizon: [2024, 2026] };
const references = bandReferences("JPN", ["oxide.NdPr"]);
const observed = (cancelAfter = Infinity) => {
  const told: number[] = [];
  const job: Job = {
    get cancelled() {
      return told.length >= cancelAfter;
    },
    progress: (done) => told.push(done),
    breathe: () => Promise.resolve(),
  };
  return { job, told };
};
const { job, told } = observed();
const bands = (await answerBands(laboratory, { document, references, draws: 3 }, job))!;

describe("bands, in the worker", () => {
  it("are of the scenario shown, tell of each draw, and are plain data", () => {
    const look = { region: "JPN", year: 2026, elements: [], mapGood: "oxide.NdPr" };
    const lab = answerLab(laboratory, { document, references: [], ...look });
    expect(bands.hash).toBe(lab.hash);
    expect(bands.data).toBe(laboratory.versions.data);
    expect(told).toEqual([0, 1, 2]);
    expect(structuredClone(bands)).toEqual(bands);
    expect(Object.keys(bands.bands)).toContain("price[oxide.NdPr,JPN]");
  });

  it("end where nobody waits for them", async () => {
    const stopped = observed(1);
    expect(await answerBands(laboratory, { document, references, draws: 3 }, stopped.job)).toBeUndefined();
    expect(stopped.told).toEqual([0]);
  });
});

describe("bands, drawn", () => {
  const words = pageWords("en");
  const book = nameBook(describeModel(laboratory), "en", words);
  const parties = ["JPN", "CHN"];
  const answer = answerLab(laboratory, {
    document,
    references: labReferences(defaults.look, parties),
    region: "JPN",
    year: 2026,
    elements: [],
    mapGood: "oxide.NdPr",
  });
  const plain: LabView = {
    answer,
    look: defaults.look,
    year: 2026,
    language: "en",
    words,
    texts: undefined,
    book,
    numbers: numbersOf("en"),
    parties,
    against: book.scenario("status-quo"),
  };
  const view: LabView = { ...plain, bands: bands.bands };

  it("lie around the place looked from and nowhere else, the half inside the nine tenths", () => {
    const data = priceData(view);
    const [own, ...others] = data.series;
    expect(own!.bands!.map(({ share }) => share)).toEqual([0.9, 0.5]);
    const [wide, narrow] = own!.bands!;
    narrow!.low.forEach((low, k) => {
      expect(wide!.low[k]).toBeLessThanOrEqual(low);
      expect(own!.median![k]).toBeGreaterThanOrEqual(low);
      expect(own!.median![k]).toBeLessThanOrEqual(narrow!.high[k]!);
      expect(wide!.high[k]).toBeGreaterThanOrEqual(narrow!.high[k]!);
    });
    for (const other of others) expect(other.bands).toBeUndefined();
    expect(exposureData(view).series.filter((series) => series.bands)).toHaveLength(1);
    expect(supplyData(view).series.some((series) => series.bands)).toBe(false);
    expect(lineChart(data, { width: 500, height: 300 }, light)).not.toMatch(/NaN|undefined/u);
    expect(lineTable(data, "Year").headers.join()).toMatch(/Japan, 5% .*Japan, 95%/u);
  });

  it("show single runs where the reader asks for them, as drawn, and in the table", () => {
    const price = "price[oxide.NdPr,JPN]";
    expect(bands.paths![price]).toHaveLength(3);
    const middle = bands.bands[price]![2]!;
    middle.forEach((median, year) => {
      const figures = bands.paths![price]!.map((path) => path[year]!).sort((a, b) => a - b);
      expect(figures[1]).toBe(median);
    });
    expect(priceData(view).series[0]!.paths).toBeUndefined();
    const asked = priceData({ ...view, paths: bands.paths });
    expect(asked.series[0]!.paths).toEqual(bands.paths![price]);
    expect(asked.series.slice(1).every(({ paths }) => paths === undefined)).toBe(true);
    expect(lineTable(asked, "Year").headers.join()).toMatch(/Japan, run 1 .*Japan, run 3/u);
    const count = (data: typeof asked) =>
      lineChart(data, { width: 500, height: 300 }, light).match(/<path/gu)!.length;
    expect(count(asked) - count(priceData(view))).toBe(3);
  });

  it("are said in the headline only where they are known", () => {
    expect(headline(plain).every(({ range }) => range === undefined)).toBe(true);
    const said = headline(view).find(({ id }) => id === "price-oxide.NdPr");
    expect(said?.range).toMatch(/^9 of 10 runs: [\d.]+ to [\d.]+ USD\/kg$/u);
    const row = (figure: number) => answer.years.map(() => figure);
    const cost = "fiscal-cost[region=JPN]";
    const spent = { ...view, bands: { [cost]: [row(5_340), row(1), row(1), row(1), row(397_000)] } };
    expect(rangeOf(spent, cost, "kUSD/y")).toBe("9 of 10 runs: 5.34 to 397 MUSD a year");
    const chinese = { ...spent, language: "zh" as const, words: pageWords("zh") };
    expect(rangeOf(chinese, cost, "kUSD/y")).toBe("九成运行在534万美元/年至3.97亿美元/年之间");
  });
});
