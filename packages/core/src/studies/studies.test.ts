import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Row } from "../evidence/table.js";
import { agreementOf } from "./agreement.js";
import { Experiment } from "./experiment.js";
import { studyResult } from "./study-result.js";
import { readStudies, type PublishedFigure } from "./study.js";

const published = (part: Partial<PublishedFigure>): PublishedFigure => ({
  row: "r",
  value: null,
  low: null,
  high: null,
  unit: "%",
  qualifier: "exact",
  sources: ["S"],
  grade: "C",
  ...part,
});

describe("agreement with a published figure", () => {
  it("goes by the factor between the two", () => {
    const of = (here: number) => agreementOf(here, published({ value: 10 }));
    expect([of(10), of(12.5), of(8), of(12.6), of(5), of(20.1), of(4.9), of(-10)]).toEqual([
      "within",
      "near",
      "near",
      "same-size",
      "same-size",
      "apart",
      "apart",
      "opposite",
    ]);
  });

  it("is inside a range, and near it by its nearer end", () => {
    const range = published({ low: 7, high: 15, qualifier: "range" });
    expect(agreementOf(7, range)).toBe("within");
    expect(agreementOf(15, range)).toBe("within");
    expect(agreementOf(6, range)).toBe("near");
    expect(agreementOf(18, range)).toBe("near");
    expect(agreementOf(31, range)).toBe("apart");
  });

  it("takes bounds by size, and a loss known as at most −1 as one of at least 1", () => {
    expect(agreementOf(3, published({ value: 1, qualifier: "at-least" }))).toBe("within");
    expect(agreementOf(0.9, published({ value: 1, qualifier: "at-least" }))).toBe("near");
    expect(agreementOf(30, published({ value: 45, qualifier: "at-most" }))).toBe("within");
    expect(agreementOf(100, published({ value: 45, qualifier: "at-most" }))).toBe("apart");
    expect(agreementOf(-0.2, published({ value: -1.3, qualifier: "at-most" }))).toBe("within");
    expect(agreementOf(-5, published({ high: -1, qualifier: "at-most" }))).toBe("within");
    expect(agreementOf(-0.2, published({ high: -1, qualifier: "at-most" }))).toBe("apart");
  });

  it("looks at signs alone where only signs were published", () => {
    const minus = published({ value: -1, qualifier: "sign" });
    expect(agreementOf(-1000, minus)).toBe("within");
    expect(agreementOf(0.001, minus)).toBe("opposite");
    expect(agreementOf(0, minus)).toBe("apart");
  });

  it("is the same for gains and losses of the same size", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 100, noNaN: true }), (here) => {
        const [up, down] = [published({ value: 7 }), published({ value: -7 })];
        expect(agreementOf(-here, down)).toBe(agreementOf(here, up));
      }),
      { seed: 5 },
    );
  });
});

describe("an experiment", () => {
  const stop = new Experiment("stop", "by=CHN; to=JPN, KOR; months=12; of=a[b,2030] / c[d,2030]");

  it("gives its settings as words, lists and numbers", () => {
    expect(stop.word("by")).toBe("CHN");
    expect(stop.words("to")).toEqual(["JPN", "KOR"]);
    expect(stop.number("months")).toBe(12);
    expect(stop.word("of")).toBe("a[b,2030] / c[d,2030]");
    expect(stop.has("over")).toBe(false);
  });

  it("refuses what is no setting, a key given twice, one that is missing and a word for a number", () => {
    for (const bad of ["months", "=12", "months=", "a=1; a=2", "a=1;"])
      expect(() => new Experiment("stop", bad)).toThrow(
        expect.objectContaining({ issues: [expect.objectContaining({ code: "INVALID_SYNTAX" })] }),
      );
    expect(() => stop.word("year")).toThrow(
      expect.objectContaining({ issues: [expect.objectContaining({ code: "MISSING_KEY", path: "year" })] }),
    );
    expect(() => stop.number("by")).toThrow(
      expect.objectContaining({ issues: [expect.objectContaining({ code: "INVALID_SYNTAX" })] }),
    );
  });
});

const texts = Object.fromEntries(
  ["study", "figure", "here", "why"].flatMap((key) => [
    [`${key}_en`, `${key} in English`],
    [`${key}_zh`, `${key}中文`],
  ]),
);
const study = (row: string, reading: string | null = null): Row => ({
  ...texts,
  id: "one",
  group: "g",
  row,
  reading,
  kind: "parameter",
  experiment: "of=lead-time.mine",
});
const tables = (row: Row) =>
  new Map([
    ["studies", { rows: [row] }],
    [
      "costs",
      {
        rows: [
          {
            id: "cost.a",
            value: null,
            value_low: 7,
            value_high: 15,
            unit: "years",
            qualifier: "range",
            source_id: ["S", "T"],
            grade: "C",
          },
        ],
      },
    ],
    [
      "stage_shares",
      {
        rows: [
          {
            id: "stage.b",
            value: 81127,
            share_pct: 76,
            unit: "t",
            qualifier: "exact",
            source_id: ["U"],
            grade: "C",
          },
        ],
      },
    ],
  ]);

describe("a study", () => {
  it("takes its figure from the evidence: range, unit, sources and grade", () => {
    const [read] = readStudies(tables(study("cost.a")));
    expect(read.published).toEqual({
      row: "cost.a",
      value: null,
      low: 7,
      high: 15,
      unit: "years",
      qualifier: "range",
      sources: ["S", "T"],
      grade: "C",
    });
    expect(read.why).toEqual({ en: "why in English", zh: "why中文" });
    expect(read.experiment.word("of")).toBe("lead-time.mine");
  });

  it("takes the share of a stage where there is one, and only the sign where it says so", () => {
    const [share] = readStudies(tables(study("stage.b")));
    expect(share.published).toMatchObject({ value: 76, unit: "%", low: null });
    const [sign] = readStudies(tables(study("stage.b", "sign")));
    expect(sign.published.qualifier).toBe("sign");
  });

  it("cannot rest on a row that is not there", () => {
    expect(() => readStudies(tables(study("cost.c")))).toThrow(
      expect.objectContaining({
        issues: [expect.objectContaining({ code: "UNKNOWN_REFERENCE", found: "cost.c" })],
      }),
    );
  });

  it("has no agreement where its experiment has no answer", () => {
    const [read] = readStudies(tables(study("cost.a")));
    expect(studyResult(read, undefined)).toMatchObject({ here: null, agreement: null });
    expect(studyResult(read, NaN)).toMatchObject({ here: null, agreement: null });
    expect(studyResult(read, 8)).toMatchObject({ here: 8, agreement: "within" });
  });
});
