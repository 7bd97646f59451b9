import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { RunJson } from "@didym/core/results";
import { callMain, temporaryFolder } from "@didym/testing";
import { describe, expect, it } from "vitest";

const folder = temporaryFolder();

/** Duties on Chinese magnets for three years, on no other policy: small enough for a test. */
const tariff = `schema: didym/scenario@1
name: short-tariff
extends: []
horizon: [2024, 2027]
members: [USA, JPN, EU, DEU, FRA, ITA]
title: { en: "A short <b>tariff</b>", zh: 短期关税 }
levers:
  - tariff: { importers: members, exporters: [CHN], goods: [magnet.*], rate: 25%, from: 2026 }
`;
const calm = `schema: didym/scenario@1
name: calm
extends: []
horizon: [2024, 2027]
members: [USA, JPN, EU, DEU, FRA, ITA]
levers: []
`;

async function run(text: string, ...args: string[]) {
  return callMain(["run", "-", "--no-cache", ...args], { stdin: text });
}

function parsed(stdout: string): RunJson {
  return JSON.parse(stdout) as RunJson;
}

describe("didym run", () => {
  it("answers with the documented document, identities within 1e-9", async () => {
    const { code, stdout } = await run(tariff, "--against", "none", "--json", "--no-timing");
    expect(code).toBe(0);
    const json = parsed(stdout);
    expect(json.schema).toBe("didym/run@1");
    expect(json.scenario).toBe("short-tariff");
    expect(json.against).toBe("none");
    expect(json.years).toEqual([2024, 2025, 2026, 2027]);
    for (const violation of Object.values(json.identities)) expect(violation).toBeLessThan(1e-9);
    expect(json.solver.maxResidual).toBeLessThan(1e-9);
    expect(json.solver.milliseconds).toBeUndefined();
    expect(json.series.length).toBeGreaterThan(1000);
  });

  it("gives the balanced base year in 2024 and duties from 2026", async () => {
    const select = ["revenue[USA,duty]", "production[magnet.*,members]", "imports-from[magnet.*,USA,CHN]"];
    const { stdout } = await run(
      tariff,
      "--against",
      "none",
      "--json",
      ...select.flatMap((one) => ["--select", one]),
    );
    const { series } = parsed(stdout);
    const [duty, made, bought] = series.map(({ values }) => values);
    expect(duty[2]).toBeGreaterThan(duty[1] * 2);
    expect(bought[2]).toBeLessThan(bought[1]);
    expect(made[2]).toBeGreaterThan(made[1]);
  });

  it("shows a table of headline figures and the difference from another scenario", async () => {
    const other = join(folder, "calm.yaml");
    const { writeFileSync } = await import("node:fs");
    writeFileSync(other, calm);
    const { code, stdout } = await run(tariff, "--against", other);
    expect(code).toBe(0);
    expect(stdout).toContain("± against calm");
    expect(stdout).toMatch(/magnets bought from China, members\s+%\s+[\d.]+\s+-[\d.]+/u);
    const chinese = await run(tariff, "--against", other, "--lang", "zh");
    expect(chinese.stdout).toContain("成员自中国购买的磁体占比");
  });

  it("writes tables, JSON, the market of a year and a report without script or machine path", async () => {
    const out = join(folder, "out");
    const { code, stdout } = await run(tariff, "--against", "none", "--out", out, "--dump-market", "2026");
    expect(code).toBe(0);
    expect(stdout.split("\n").length).toBeLessThan(40);
    const files = readdirSync(out);
    for (const file of [
      "headline.csv",
      "series.csv",
      "series.parquet",
      "answer.json",
      "report.html",
      "market-2026.json",
    ])
      expect(files).toContain(file);
    const report = readFileSync(join(out, "report.html"), "utf8");
    expect(report).toContain("<svg");
    expect(report).toContain("短期关税");
    expect(report).not.toMatch(/<script|<b>tariff/u);
    expect(report).not.toContain(out);
    const market = JSON.parse(readFileSync(join(out, "market-2026.json"), "utf8")) as {
      schema: string;
      routes: { flow: number }[];
      answer: { residual: number };
    };
    expect(market.schema).toBe("didym/market@1");
    expect(market.answer.residual).toBeLessThan(1e-9);
    expect(market.routes.some(({ flow }) => flow > 0)).toBe(true);
  });

  it("prints the same bytes twice", async () => {
    const args = ["--against", "none", "--json", "--no-timing", "--select", "price[oxide.Dy,JPN]"];
    expect((await run(tariff, ...args)).stdout).toBe((await run(tariff, ...args)).stdout);
  });

  it.each([
    [["--select", "prise[JPN]"], "UNKNOWN_METRIC", 3],
    [["--select", "price[JPM]"], "UNKNOWN_NAME", 3],
    [["--dump-market", "2050", "--out", "x"], "INVALID_ARGUMENT", 2],
    [["--set", "tarif.rate=30%"], "UNKNOWN_ADDRESS", 3],
  ])("refuses %s", async (args, expected, exit) => {
    const { code, stdout } = await run(tariff, "--against", "none", "--json", ...args);
    expect(code).toBe(exit);
    expect((JSON.parse(stdout) as { error: { code: string } }).error.code).toBe(expected);
  });
});

describe("didym compare", () => {
  it("puts scenarios side by side", async () => {
    const { writeFileSync } = await import("node:fs");
    const files = [tariff, calm].map((text, i) => {
      const file = join(folder, `compare-${i}.yaml`);
      writeFileSync(file, text);
      return file;
    });
    const { code, stdout } = await callMain(["compare", ...files, "--no-cache"]);
    expect(code).toBe(0);
    expect(stdout).toContain("short-tariff");
    expect(stdout).toContain("calm");
    const json = await callMain(["compare", ...files, "--json", "--select", "price[JPN]", "--no-cache"]);
    const { scenarios } = JSON.parse(json.stdout) as { scenarios: RunJson[] };
    expect(scenarios.map(({ scenario }) => scenario)).toEqual(["short-tariff", "calm"]);
    expect(scenarios[0].series).toHaveLength(1);
  });
});
