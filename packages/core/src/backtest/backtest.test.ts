import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { errorOf, summarise, verdictOf, type BacktestRow } from "./backtest.js";
import { drift } from "./drift.js";
import { readControls, readObservations, readStops, readValue } from "./observation.js";

const terms = { cnyPerUsd: 7, vat: 0.13 };
const row = (series: string, predicted: number, observed: number, unit = "USD/kg"): BacktestRow => ({
  case: "c",
  series,
  what: { en: series, zh: series },
  date: "2025",
  unit,
  predicted,
  observed,
  error: errorOf(predicted, observed, unit),
  sources: ["S"],
  grade: "B",
});

describe("errors of a back-test", () => {
  it("are logarithms for prices and shares for volumes", () => {
    expect(errorOf(200, 100, "USD/kg")).toBeCloseTo(Math.log(2), 12);
    expect(errorOf(200, 100, "t/y")).toBe(1);
  });

  it("are summed up by series", () => {
    const [first, second] = summarise([
      row("a", 2, 1),
      row("a", 1, 2),
      row("b", 1, 1, "t/y"),
      row("b", 0, 1),
    ]);
    expect(first).toMatchObject({ series: "a", n: 2, verdict: "off" });
    expect(first.rmseLog).toBeCloseTo(Math.log(2), 12);
    expect(first.meanError).toBeCloseTo(0, 12);
    expect(second).toEqual({ case: "c", series: "b", n: 1, rmseLog: 0, meanError: 0, verdict: "close" });
  });

  it("are called what they are", () => {
    const called = [1, 1.09, 1.2, 1.9, 2.1].map((factor) => verdictOf(Math.log(factor)));
    expect(called).toEqual(["close", "close", "near", "off", "missed"]);
  });

  it("drift where they move or are new, and only then", () => {
    const summary = summarise([row("a", 2, 1), row("b", 1, 1)]);
    const expected = (rmseLog: number) => [
      { case: "c", series: "a", rmseLog },
      { case: "c", series: "b", rmseLog: 0 },
    ];
    expect(drift(summary, expected(0.69))).toEqual([]);
    expect(drift(summary, expected(0.6))).toEqual(["c a"]);
    expect(drift(summary, [])).toEqual(["c a", "c b"]);
  });
});

describe("what is observed", () => {
  const fact = { id: "p", value: 791, unit: "CNY/kg", source_id: ["S"], grade: "B" };
  const tables = (over: object) =>
    new Map([
      ["prices", { rows: [fact] }],
      [
        "trade",
        {
          rows: [
            { id: "t", quantity: 50, value_usd: 5000, unit: "t", year: 2025, source_id: ["T"], grade: "A" },
          ],
        },
      ],
      [
        "backtest-observations",
        {
          rows: [
            {
              ...{
                id: "o",
                case: "c",
                control: null,
                date: "2025-05",
                series: "s",
                what: "w",
                what_zh: "文",
              },
              ...{ reference: "origin-price[oxide.Dy,CHN,2025]", reading: "with-vat", row: "p", ...over },
            },
          ],
        },
      ],
      [
        "backtest-controls",
        {
          rows: [
            { id: "2025-05.x", control: "2025-05", goods: ["magnet.*", "oxide.Dy"], row: "t", months: 2 },
          ],
        },
      ],
    ]);

  it("is read from the row of the evidence, in the model's units", () => {
    expect(readObservations(tables({}), () => terms)).toEqual([
      {
        case: "c",
        series: "s",
        what: { en: "w", zh: "文" },
        date: "2025-05",
        control: undefined,
        reference: "origin-price[oxide.Dy,CHN,2025]",
        observed: expect.closeTo(100, 9) as number,
        unit: "USD/kg",
        sources: ["S"],
        grade: "B",
      },
    ]);
    expect(
      readObservations(tables({ reading: "tonnes-month", row: "t", control: "2025-05" }), () => terms),
    ).toEqual([expect.objectContaining({ observed: 600, unit: "t/y", control: "2025-05", sources: ["T"] })]);
  });

  it("keeps quotes without tax as they are", () => {
    expect(readValue(850, "USD/kg", "as-quoted", terms)).toBe(850);
    expect(readValue(113, "USD/kg", "with-vat", terms)).toBeCloseTo(100, 12);
    expect(readValue(5, "t REO", "tonnes", terms)).toBe(5);
  });

  it("makes a year of the months of a control", () => {
    expect(readControls(tables({}))).toEqual([
      { id: "2025-05", goods: ["magnet.*", "oxide.Dy"], year: 2025, volume: 300, sources: ["T"] },
    ]);
  });

  it("reads a stop with its goods, months and the levers it is seen without", () => {
    const rows = [{ id: "stop", goods: ["oxide.Dy"], year: 2025, months: 2, row: ["t"], without: null }];
    expect(readStops(new Map([["backtest-stops", { rows }]]))).toEqual([
      { id: "stop", goods: ["oxide.Dy"], year: 2025, months: 2, without: [] },
    ]);
    expect(() => readStops(new Map())).toThrow("UNKNOWN_TABLE");
  });

  it("refuses a row that is not there", () => {
    expect(() => readObservations(tables({ row: "q" }), () => terms)).toThrow("UNKNOWN_REFERENCE");
    expect(() => readObservations(new Map(), () => terms)).toThrow("UNKNOWN_TABLE");
  });

  it("reads the value of a kilogram from a row of customs", () => {
    const [found] = readObservations(tables({ row: "t", reading: "unit-value" }), () => terms);
    expect(found.observed).toBeCloseTo(0.1, 12);
    expect(found.unit).toBe("USD/kg");
  });
});

const compared = (series: string, predicted: number, observed: number, own?: number): BacktestRow => ({
  ...row(series, predicted, observed),
  ...(own !== undefined && { own }),
});
const positive = fc.double({ min: 0.01, max: 1000, noNaN: true });

describe("parameters carried from elsewhere", () => {
  it("are judged beside the model's own values where every row has both", () => {
    const [both] = summarise([compared("s", 20, 10, 10), compared("s", 20, 10, 10)]);
    expect(both.rmseLog).toBeCloseTo(Math.log(2), 12);
    expect(both.ownRmseLog).toBeCloseTo(0, 12);
    const [half] = summarise([compared("s", 20, 10, 10), compared("s", 20, 10)]);
    expect(half.ownRmseLog).toBeUndefined();
  });

  it("do not change what the own values give", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(positive, positive, positive), { minLength: 1, maxLength: 6 }),
        (rows) => {
          const [carried] = summarise(rows.map(([a, b, own]) => compared("s", a, b, own)));
          const [alone] = summarise(rows.map(([, b, own]) => compared("s", own, b)));
          expect(carried.ownRmseLog).toBeCloseTo(alone.rmseLog, 9);
        },
      ),
      { seed: 31 },
    );
  });
});

describe("an error in logs", () => {
  it("is the same whichever of the two is larger, and grows with the factor between them", () => {
    fc.assert(
      fc.property(positive, positive, (a, b) => {
        const [up] = summarise([compared("s", a, b)]);
        const [down] = summarise([compared("s", b, a)]);
        expect(up.rmseLog).toBeCloseTo(down.rmseLog, 9);
        expect(up.meanError).toBeCloseTo(-down.meanError, 9);
        const [twice] = summarise([compared("s", Math.max(a, b) * 2, Math.min(a, b))]);
        expect(twice.rmseLog).toBeGreaterThan(up.rmseLog);
      }),
      { seed: 32 },
    );
  });

  it("keeps series and cases apart, in the order of the rows", () => {
    const rows = [compared("b", 1, 1), compared("a", 2, 1), compared("b", 1, 1)];
    expect(summarise(rows).map(({ series, n }) => [series, n])).toEqual([
      ["b", 2],
      ["a", 1],
    ]);
    expect(summarise([{ ...rows[0], case: "d" }, rows[0]]).map((row) => row.case)).toEqual(["d", "c"]);
  });

  it("leaves out rows that have no logarithm", () => {
    expect(summarise([compared("s", 0, 1), compared("s", 1, 0), compared("s", -1, 1)])).toEqual([]);
  });
});
