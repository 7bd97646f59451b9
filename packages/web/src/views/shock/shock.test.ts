import { barChart, light, lineChart } from "@didym/charts";
import { pageWords } from "@didym/messages";
import { describe, expect, it } from "vitest";
import { nameBook } from "../../format/names.js";
import { describe as describeModel } from "../../worker/describe.js";
import { realLaboratory } from "../../worker/real-laboratory.fixture.js";
import { lossesData } from "./charts/losses.js";
import { priceData, storesData, unmetData } from "./charts/month-lines.js";
import { shockHeadline } from "./headline.js";
import { readStop, stopCommand, usualStop, writeStop } from "./stop-choice.js";
import { lineOrigin, lostOrigin, storesOf, storesOrigin, totalOf, valuesOf, type ShockView } from "./view.js";
import { answerShock } from "./worker/answer-shock.js";

const laboratory = realLaboratory();
const document = laboratory.library["status-quo"]!;
const stop = { by: ["CHN"], to: ["members"], goods: ["magnet.*"], year: 2028, months: 6, remaining: 0 };
const ask = (change: Partial<typeof stop> = {}) =>
  answerShock(laboratory, { document, request: { ...stop, ...change } });
const answer = ask();

function viewOf(language: "en" | "zh", change: Partial<ShockView> = {}): ShockView {
  const words = pageWords(language);
  const book = nameBook(describeModel(laboratory), language, words);
  const [place = ""] = answer.places;
  return { answer, place, good: "magnet.NdFeB-high-temperature", month: 1, language, words, book, ...change };
}

describe("answer of the worker", () => {
  it("names the places the stop is felt at, members first only where it meets them all", () => {
    expect(answer.places[0]).toBe("members");
    expect(answer.places.slice(1)).toEqual(answer.spec.to);
    expect(ask({ to: ["JPN"] }).places).toEqual(["JPN"]);
  });

  it("refuses who is unknown and costs nothing where all still comes", () => {
    expect(() => ask({ by: ["NOBODY"] })).toThrow();
    const all = ask({ remaining: 1 });
    const loss = totalOf(viewOf("en", { answer: all }), "loss");
    expect(Math.abs(loss)).toBeLessThan(totalOf(viewOf("en"), "loss") / 100);
  });
});

describe("pictures of the Shock view", () => {
  for (const language of ["en", "zh"] as const)
    it(`say and draw what the answer holds: ${language}`, () => {
      const view = viewOf(language);
      for (const data of [unmetData(view), priceData(view), storesData(view)]) {
        expect(data.years).toEqual([0, ...answer.result.months]);
        for (const { values } of data.series) expect(values).toHaveLength(data.years.length);
        expect(data.summary).not.toMatch(/NaN|undefined|Infinity/u);
        expect(lineChart(data, { width: 500, height: 300 }, light)).not.toMatch(/NaN|undefined/u);
      }
      const losses = lossesData(view);
      expect(barChart(losses, { width: 500, height: 300 }, light)).not.toMatch(/NaN|undefined/u);
      for (const { id, value } of losses.bars) expect(value).toBe(-answer.result.totals.loss[id]!);
    });

  it("trace each mark to its figure, month and run", () => {
    const view = viewOf("en");
    const [line] = priceData(view).series;
    const series = answer.result.series.find(
      ({ metric, region, good }) => metric === "price" && region === "members" && good === view.good,
    )!;
    expect(line!.values).toEqual(valuesOf(series));
    expect(lineOrigin(view, `${line!.id}:2`)).toMatchObject({ unit: "USD/kg", year: 2028, kind: "computed" });
    expect(lineOrigin(view, "nothing:2")).toBeUndefined();
  });

  it("tell the figure of a difference and of a sum as they are drawn", () => {
    const view = viewOf("en");
    const [lost] = unmetData(view).series;
    const series = answer.result.series.find(
      (row) => `unmet[${row.endUse ?? ""},${row.region}]` === lost!.id,
    )!;
    expect(lost!.values).toEqual([0, ...series.values.map((value) => value - series.before)]);
    expect(lostOrigin(view, `${lost!.id}:3`)?.title).toMatch(/less the year without the stop/u);
    const [store] = storesData(view).series;
    expect(storesOrigin(view, `${store!.id}:0`)).toMatchObject({ unit: "t", year: 2028 });
    expect(storesOrigin(view, "nothing:0")).toBeUndefined();
  });

  it("add lost use over end uses and stores over goods in the month looked at", () => {
    const rows = answer.result.series;
    const sum = (metric: string, within: readonly string[], month: number) =>
      rows
        .filter((row) => row.metric === metric && within.includes(row.region))
        .reduce(
          (total, { values, before }) => total + values[month - 1]! - (metric === "unmet" ? before : 0),
          0,
        );
    for (const month of [1, 6]) {
      const said = Object.fromEntries(shockHeadline(viewOf("en", { month })).map((item) => [item.id, item]));
      expect(Object.keys(said)).toEqual(["unmet", "price", "stores", "loss", "atRisk"]);
      expect(said["unmet"]!.figure / sum("unmet", ["members"], month)).toBeCloseTo(1, 3);
      expect(said["stores"]!.figure).toBeCloseTo(sum("stores", answer.spec.to, month), 9);
    }
    expect(storesOf(viewOf("en"))[6]!).toBeLessThanOrEqual(storesOf(viewOf("en"))[1]!);
  });

  it("say before the stop that nothing is lost and the price is as it was", () => {
    const [lost, price] = shockHeadline(viewOf("en", { month: 0 }));
    expect(lost!.figure).toBe(0);
    expect(price!.about).toBe("as before the stop");
  });
});

describe("the stop asked for", () => {
  const years = [2024, 2040] as const;

  it("is written only where it differs, and read back", () => {
    expect(Object.values(writeStop(usualStop)).every((value) => value === undefined)).toBe(true);
    const change = { to: ["JPN", "KOR"], year: 2031, remaining: 0.4 };
    const written = writeStop(change) as Record<string, string>;
    expect(written).toEqual({ "stop.to": "JPN,KOR", "stop.year": "2031", "stop.remaining": "0.4" });
    expect(readStop(written, years)).toEqual({ ...usualStop, ...change });
  });

  it("stays within what can be asked, whatever a link holds", () => {
    const wild = readStop(
      { "stop.year": "9999", "stop.months": "-3", "stop.remaining": "NaN", "stop.by": ",," },
      years,
    );
    expect(wild).toEqual({ ...usualStop, year: 2040, months: 1 });
  });

  it("is also a command", () => {
    expect(stopCommand("didym run washington-2026 --set price-floor.at=130", usualStop)).toBe(
      "didym shock washington-2026 --set price-floor.at=130 --by CHN --to members --goods 'magnet.*' --year 2028 --months 6",
    );
  });
});
