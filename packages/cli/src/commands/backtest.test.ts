import type { Backtest } from "@didym/core/backtest";
import { callMain, repositoryRoot } from "@didym/testing";
import { describe, expect, it } from "vitest";
import { backtestPage } from "../backtest/backtest-page.js";

const { code, stdout } = await callMain(["backtest", "--json"]);
const found = JSON.parse(stdout) as Backtest & { readonly schema: string; readonly drift: readonly string[] };

describe("didym backtest", () => {
  it("gives predicted beside observed for every case, with sources", () => {
    expect(found.schema).toBe("didym/backtest@1");
    expect(new Set(found.rows.map((row) => row.case)).size).toBeGreaterThanOrEqual(2);
    for (const { predicted, observed, error, sources, grade, unit } of found.rows) {
      expect(predicted).toBeGreaterThan(0);
      expect(observed).toBeGreaterThan(0);
      expect(error).toBeCloseTo(
        unit === "t/y" ? predicted / observed - 1 : Math.log(predicted / observed),
        9,
      );
      expect(sources.length).toBeGreaterThan(0);
      expect(grade).toMatch(/^[A-D]$/u);
    }
  });

  it("never fits on the cases that it is judged by in 2025", () => {
    for (const { case: name } of found.fitted) expect(name).toBe("quota-2010");
  });

  it("shows its misses", () => {
    expect(found.summary.some(({ verdict }) => verdict === "missed")).toBe(true);
    expect(found.summary.some(({ verdict }) => verdict === "close")).toBe(true);
    const quotas = found.summary.filter((row) => row.case === "quota-2010");
    const missed = quotas.filter(({ verdict }) => verdict === "missed").length;
    expect(missed / quotas.length).toBeGreaterThan(0.5); // as the verdict in words says: fails on most series
  });

  it("has its pages and expected errors as the program writes them, so that drift is seen", async () => {
    const lines = found.summary.map(
      (row) => `${row.case}.${row.series},${row.case},${row.series},${row.rmseLog.toFixed(2)}`,
    );
    await expect(`${["id,case,series,rmse_log", ...lines].join("\n")}\n`).toMatchFileSnapshot(
      `${repositoryRoot}data/backtests/expected.csv`,
    );
    await expect(backtestPage(found, "en")).toMatchFileSnapshot(`${repositoryRoot}docs/backtests.md`);
    await expect(backtestPage(found, "zh")).toMatchFileSnapshot(`${repositoryRoot}docs/backtests.zh-CN.md`);
    expect(code).toBe(0);
    expect(found.drift).toEqual([]);
  });

  it("names the cases where one is asked that is not there", async () => {
    const missing = await callMain(["backtest", "nowcast-2052"]);
    expect(missing.code).not.toBe(0);
    expect(missing.stderr).toContain("nowcast-2025");
  });
});
