import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { importComtradeCsv } from "./comtrade-csv.js";
import { importComtradeJson } from "./comtrade-json.js";

const read = (name: string): string => readFileSync(new URL(`./fixtures/${name}`, import.meta.url), "utf8");
const csv = read("comtrade.csv");
const json = read("comtrade.json");
const places = new Map([
  ["CHN", "CHN"],
  ["_X", "other"],
  ["EST", "EST"],
  ["USA", "USA"],
  ["VNM", "VNM"],
  ["W00", "world"],
]);
const context = { file: "comtrade", places };
const codes = (imported: { issues: readonly { code: string }[] }): string[] =>
  imported.issues.map((issue) => issue.code);

describe("UN Comtrade, CSV", () => {
  it("reads tonnes of product from kilograms, with exporter and importer by the flow", () => {
    const { figures, issues } = importComtradeCsv(csv, context);
    expect(issues).toEqual([]);
    expect(figures.map((f) => f.id)).toEqual(
      expect.arrayContaining([
        "trade.2846.VNM.CHN.2024.imports.COMTRADE",
        "trade.2846.USA.CHN.2024.imports.COMTRADE",
      ]),
    );
    for (const f of figures)
      expect(f).toMatchObject({ table: "trade", source: "COMTRADE_CHN", unit: "t", weight: "gross" });
  });

  it("does not mind the order of columns", () => {
    const cells = csv.trimEnd().split("\n").slice(0, 1)[0].split(",");
    expect(cells).toHaveLength(47);
    const small =
      "primaryValue,netWgt,isNetWgtEstimated,cmdCode,partnerISO,flowCode,reporterISO,period,freqCode\n10,2000,True,2846,VNM,M,CHN,2024,A\n";
    expect(importComtradeCsv(small, context).figures).toEqual([
      expect.objectContaining({ value: 2, valueUsd: 10, basis: "estimated", line: 2 }),
    ]);
  });

  it("does not mind the order of columns and rows of the excerpt", () => {
    const rows = csv
      .trimEnd()
      .split(/\r?\n/u)
      .map((line) => line.match(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/gu)!.map((cell) => cell.replace(/,$/u, "")));
    const width = rows[0].length;
    const turned = rows.map((cells) => cells.slice(0, width).reverse().join(","));
    const text = [turned[0], ...turned.slice(1).reverse()].join("\n");
    const sorted = (input: string): unknown[] =>
      importComtradeCsv(input, context)
        .figures.map(({ line: _, ...rest }) => rest)
        .sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(importComtradeCsv(text, context).issues).toEqual([]);
    expect(sorted(text)).toEqual(sorted(csv));
  });

  it("finds truncation, wrong bytes, a missing column and a wrong number", () => {
    expect(codes(importComtradeCsv(csv.slice(0, csv.length - 60), context))).toContain("RAGGED_ROW");
    expect(codes(importComtradeCsv(csv.replace("Estonia", "Eston\uFFFDa"), context))).toContain(
      "WRONG_ENCODING",
    );
    expect(codes(importComtradeCsv(csv.replace(",netWgt,", ",weight,"), context))).toEqual([
      "MISSING_COLUMN",
    ]);
    const first = /2024,156/u;
    expect(codes(importComtradeCsv(csv.replace(first, "20244,156"), context))).toContain("OUT_OF_RANGE");
  });

  it("warns of a record that stands twice, and refuses two that disagree", () => {
    const lines = csv.trimEnd().split("\n");
    expect(importComtradeCsv([...lines, lines[1]].join("\n"), context).warnings).toEqual([
      expect.objectContaining({ code: "DUPLICATE_ROW", line: lines.length + 1 }),
    ]);
    const small =
      "freqCode,period,reporterISO,flowCode,partnerISO,cmdCode,netWgt,isNetWgtEstimated,primaryValue\n";
    const record = "A,2024,CHN,M,VNM,2846,2000,False,10\n";
    expect(codes(importComtradeCsv(small + record + record.replace("2000", "3000"), context))).toEqual([
      "CONFLICTING_ROWS",
    ]);
  });

  it("keeps whole flows and skips their parts by second partner, procedure and transport", () => {
    const head =
      "freqCode,period,reporterISO,flowCode,partnerISO,partner2ISO,cmdCode,customsCode,motCode,netWgt,isNetWgtEstimated,primaryValue\n";
    const record = (partner2: string, customs: string, transport: string): string =>
      `A,2024,CHN,M,VNM,${partner2},2846,${customs},${transport},2000,False,10\n`;
    const whole = record("W00", "C00", "0");
    const parts = [record("HKG", "C00", "0"), record("W00", "C01", "0"), record("W00", "C00", "2100")];
    const { figures, skipped, issues, warnings } = importComtradeCsv(head + whole + parts.join(""), context);
    expect([issues, warnings]).toEqual([[], []]);
    expect(figures).toEqual([expect.objectContaining({ value: 2, line: 2 })]);
    expect(skipped).toBe(3);
    expect(importComtradeCsv(head + record("", "", ""), context).figures).toHaveLength(1);
  });

  it("reads months, an estimated weight, and weights that are missing", () => {
    const head =
      "freqCode,period,reporterISO,flowCode,partnerISO,cmdCode,netWgt,isNetWgtEstimated,primaryValue\n";
    const one = (period: string, weight: string, estimated: string, value = "10"): unknown =>
      importComtradeCsv(`${head}M,${period},CHN,X,USA,850511,${weight},${estimated},${value}\n`, context)
        .figures[0];
    expect(one("202405", "46000", "False")).toMatchObject({
      id: "trade.850511.CHN.USA.2024-05.exports.COMTRADE",
      year: 2024,
      period: "2024-05",
      value: 46,
      basis: "measured",
    });
    expect(one("202405", "46000", "True")).toMatchObject({ basis: "estimated" });
    for (const weight of ["", "null", "0"])
      expect(one("202405", weight, "False")).toMatchObject({ value: null, valueUsd: 10 });
    expect(codes(importComtradeCsv(`${head}M,202413,CHN,X,USA,850511,1,False,1\n`, context))).toEqual([
      "OUT_OF_RANGE",
    ]);
    expect(codes(importComtradeCsv(`${head}M,202405,CHN,X,USA,850511,-1,False,1\n`, context))).toEqual([
      "OUT_OF_RANGE",
    ]);
    expect(codes(importComtradeCsv(`${head}M,202405,CHN,X,USA,850511,1t,False,1\n`, context))).toEqual([
      "WRONG_TYPE",
    ]);
  });

  it("skips other goods and re-exports, keeps new economies by their code and refuses areas it cannot place", () => {
    const head =
      "freqCode,period,reporterISO,flowCode,partnerISO,cmdCode,netWgt,isNetWgtEstimated,primaryValue\n";
    expect(
      importComtradeCsv(
        `${head}A,2024,CHN,M,VNM,8504,1,False,1\nA,2024,CHN,RX,VNM,2846,1,False,1\n`,
        context,
      ),
    ).toMatchObject({ skipped: 2, figures: [] });
    expect(importComtradeCsv(`${head}A,2024,CHN,X,KGZ,2846,1,False,1\n`, context).figures[0].id).toBe(
      "trade.2846.CHN.KGZ.2024.exports.COMTRADE",
    );
    expect(codes(importComtradeCsv(`${head}A,2024,CHN,X,E19,2846,1,False,1\n`, context))).toEqual([
      "UNKNOWN_PLACE",
    ]);
  });
});

describe("UN Comtrade, API", () => {
  it("keeps areas without a name of their own, whose code ends in a blank, and new economies", () => {
    const { figures, issues } = importComtradeJson(json, context);
    expect(issues).toEqual([]);
    expect(figures.map(({ id, value, basis }) => [id, value, basis])).toEqual([
      ["trade.2846.EST.CHN.2024.imports.COMTRADE", 70, "measured"],
      ["trade.2846.VNM.CHN.2024.imports.COMTRADE", 3150.168, "measured"],
      ["trade.2846.TUR.CHN.2024.imports.COMTRADE", 0.922562, "estimated"],
      ["trade.2846.USA.CHN.2024.imports.COMTRADE", 252.582408, "estimated"],
      ["trade.2846.other.CHN.2024.imports.COMTRADE", 0.032027, "estimated"],
    ]);
  });

  it("gives the figures of the CSV", () => {
    const bare = (figures: readonly { line: number }[]): unknown[] =>
      figures.map(({ line: _, ...rest }) => rest);
    expect(bare(importComtradeJson(json, context).figures)).toEqual(
      bare(importComtradeCsv(csv, context).figures),
    );
  });

  it("notices an answer that is cut short, short of its count, or an error", () => {
    expect(codes(importComtradeJson(json.slice(0, -40), context))).toEqual(["BAD_JSON"]);
    const whole = json.replace('"count":5', '"count":34'); // the answer that the excerpt is from
    expect(whole).not.toBe(json);
    expect(codes(importComtradeJson(whole, context))).toEqual(["TRUNCATED"]);
    expect(codes(importComtradeJson('{"count":0,"data":[],"error":"quota exceeded"}', context))).toEqual([
      "REMOTE_ERROR",
    ]);
    expect(codes(importComtradeJson('{"statusCode":401}', context))).toEqual(["REQUIRED"]);
    expect(codes(importComtradeJson('{"data":[{"cmdCode":"2846"}]}', context))).toEqual(["MISSING_COLUMN"]);
  });

  it("does not mind the order of records and keys", () => {
    const answer = JSON.parse(json) as { data: Record<string, unknown>[] };
    const data = answer.data.map((record) => Object.fromEntries(Object.entries(record).reverse())).reverse();
    const sorted = (input: string): unknown[] =>
      importComtradeJson(input, context)
        .figures.map(({ line: _, ...rest }) => rest)
        .sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(sorted(JSON.stringify({ data }))).toEqual(sorted(json));
  });

  it("warns of a record that stands twice, and refuses two that disagree", () => {
    const answer = JSON.parse(json) as { count: number; data: Record<string, unknown>[] };
    const [first] = answer.data;
    const twice = JSON.stringify({ data: [...answer.data, first] });
    expect(importComtradeJson(twice, context).issues).toEqual([]);
    expect(importComtradeJson(twice, context).warnings).toEqual([
      expect.objectContaining({ code: "DUPLICATE_ROW", line: answer.data.length + 1 }),
    ]);
    const other = { ...first, netWgt: Number(first["netWgt"]) + 1000 };
    expect(codes(importComtradeJson(JSON.stringify({ data: [...answer.data, other] }), context))).toEqual([
      "CONFLICTING_ROWS",
    ]);
  });
});
