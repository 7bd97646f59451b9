import { describe, expect, it } from "vitest";
import { toyBaseline, toyChain } from "../fixtures/toy.js";
import type { CompiledLever } from "../levers/lever.js";
import { run } from "./run.js";
import { toRunJson } from "./run-json.js";

const tariff: CompiledLever = {
  id: "tariff",
  kind: "tariff",
  from: 2026,
  to: 2040,
  warnings: [{ code: "COVERS_PART", path: "levers[0]" }],
  market(edit) {
    edit.duty(
      "tariff",
      edit.arcs({ goods: ["magnet.NdFeB-standard"], from: ["CHN"], to: ["USA", "JPN", "AUS"] }),
      0.25,
      0,
    );
  },
};
const horizon = [2024, 2030] as const;
const members = ["USA", "JPN", "AUS"];
const against = run(toyChain, toyBaseline, { name: "status-quo", levers: [], horizon, members });
const result = run(toyChain, toyBaseline, { name: "tariff", levers: [tariff], horizon, members });
const versions = { didym: "0.1.0", model: "1", data: "1" };
const json = toRunJson(result, against, { versions, scenarioHash: "abc", milliseconds: 3 });
const series = (metric: string, names: object) =>
  json.series.find(
    (one) =>
      one.metric === metric && Object.entries(names).every(([key, value]) => one[key as "good"] === value),
  )!;

describe("run --json", () => {
  it("has the documented keys, milliseconds last", () => {
    expect(Object.keys(json)).toEqual([
      "schema",
      "versions",
      "scenario",
      "scenarioHash",
      "against",
      "years",
      "identities",
      "series",
      "presentValues",
      "warnings",
      "solver",
    ]);
    expect(json.schema).toBe("didym/run@1");
    expect(json.against).toBe("status-quo");
    expect(json.years).toEqual([2024, 2025, 2026, 2027, 2028, 2029, 2030]);
    expect(Object.keys(json.identities)).toEqual(["mass", "value", "money", "welfare"]);
    expect(Object.keys(json.solver).at(-1)).toBe("milliseconds");
    expect(json.warnings).toEqual([{ code: "COVERS_PART", path: "levers[0]" }]);
  });

  it("gives one finite value a year, and the compared run's beside it", () => {
    for (const one of json.series) {
      expect(one.values).toHaveLength(7);
      expect(one.against).toHaveLength(7);
      for (const value of [...one.values, ...one.against!]) expect(Number.isFinite(value)).toBe(true);
    }
  });

  it("shows what the tariff does and nothing before it begins", () => {
    const flow = series("imports-from", { good: "magnet.NdFeB-standard", region: "USA", partner: "CHN" });
    expect(flow.values.slice(0, 2)).toEqual(flow.against!.slice(0, 2));
    expect(flow.values[3]).toBeLessThan(flow.against![3]);
    const price = series("price", { good: "magnet.NdFeB-standard", region: "USA" });
    expect(price.values[3]).toBeGreaterThan(price.against![3]);
    const made = series("production", { good: "magnet.NdFeB-standard", region: "USA" });
    expect(made.values[3]).toBeGreaterThan(made.against![3]);
  });

  it("leaves out what is always zero, and marks years without meaning", () => {
    for (const one of json.series) {
      const silent = (values: readonly number[]) => values.every((value) => value === 0);
      expect(silent(one.values) && silent(one.against!)).toBe(false);
      expect(one.void?.length ?? 0).toBeLessThan(7);
      for (const year of one.void ?? []) expect(json.years).toContain(year);
    }
    const zeroAt = (values: readonly number[], years: readonly number[] = []) =>
      years.every((year) => values[json.years.indexOf(year)] === 0);
    for (const one of json.series) {
      expect(zeroAt(one.values, one.void)).toBe(true);
      expect(zeroAt(one.against!, one.againstVoid)).toBe(true);
    }
    expect(json.series.filter(({ metric, region }) => metric === "disposal" && region === "JPN")).toEqual([]);
  });

  it("values differences as of 1 January 2026 from 2026 on", () => {
    const welfare = json.presentValues.find(
      ({ metric, region }) => metric === "welfare" && region === "USA",
    )!;
    const { values, against: other } = series("welfare", { region: "USA" });
    let expected = 0;
    json.years.forEach((year, i) => {
      if (year >= 2026) expected += (values[i] - other![i]) / Math.pow(1.05, year - 2026);
    });
    expect(welfare.value).toBeCloseTo(expected, 4);
    expect(welfare).toMatchObject({ rate: 0.05, asOf: 2026 });
  });

  it("answers what is selected, with what it assumed", () => {
    const picked = toRunJson(result, undefined, {
      versions,
      scenarioHash: "abc",
      select: ["price[USA]", "welfare[world]"],
    });
    expect(picked.series.map(({ metric, region }) => [metric, region])).toEqual([
      ["price", "USA"],
      ["welfare", "world"],
    ]);
    expect(picked.assumed).toEqual([{ dimension: "good", value: "oxide.NdPr" }]);
    expect(picked.against).toBe("none");
    expect(picked.series[0].against).toBeUndefined();
  });

  it("reads the compared run over the same years and with the same members", () => {
    const longer = run(toyChain, toyBaseline, {
      name: "longer",
      levers: [],
      horizon: [2024, 2035],
      members: ["JPN"],
    });
    const compared = toRunJson(result, longer, {
      versions,
      scenarioHash: "abc",
      select: ["production[magnet.*,members]"],
    });
    const same = toRunJson(result, against, {
      versions,
      scenarioHash: "abc",
      select: ["production[magnet.*,members]"],
    });
    expect(compared.series[0].against).toEqual(same.series[0].against);
  });

  it("is the same text for the same input", () => {
    const again = toRunJson(result, against, { versions, scenarioHash: "abc", milliseconds: 3 });
    expect(JSON.stringify(again)).toBe(JSON.stringify(json));
  });
});
