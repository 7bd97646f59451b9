import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { callMain, temporaryFolder } from "@didym/testing";
import { describe, expect, it } from "vitest";

const folder = temporaryFolder();
const short = join(folder, "short.yaml");
writeFileSync(
  short,
  `schema: didym/scenario@1
name: short
horizon: [2024, 2025]
extends: []
levers:
  - tariff: { importers: members, exporters: [CHN], goods: [magnet.*], rate: 25%, from: 2025 }
`,
);
const base = ["sweep", short, "--samples", "3", "--select", "price[oxide.NdPr,JPN]", "--no-timing"];
const sweep = (args: readonly string[], cache = "cache") =>
  callMain([...base, ...args], { env: { DIDYM_CACHE: join(folder, cache) } });
const json = async (args: readonly string[], cache?: string) => {
  const { code, stdout } = await sweep([...args, "--json"], cache);
  return { code, answer: JSON.parse(stdout) as Record<string, never> };
};

interface Answer {
  readonly samples: { readonly asked: number; readonly answered: number; readonly failed: number };
  readonly years: readonly number[];
  readonly bands: readonly {
    readonly central: readonly number[];
    readonly quantiles: Readonly<Record<string, readonly number[]>>;
  }[];
  readonly sensitivities: readonly { readonly rankCorrelation: number }[];
  readonly ask: { readonly odds: number; readonly holds: number; readonly of: number };
}

describe("didym sweep", () => {
  const higher = "price[magnet.*,USA,2025] > price[magnet.*,CHN,2025]";

  it("gives bands, odds and what moves a figure", async () => {
    const { code, answer } = await json(["--ask", higher]);
    expect(code).toBe(0);
    const { samples, years, bands, sensitivities, ask } = answer as unknown as Answer;
    expect(samples).toEqual({ asked: 3, answered: 3, failed: 0 });
    expect(years).toEqual([2024, 2025]);
    const levels = ["5", "25", "50", "75", "95"].map((level) => bands[0].quantiles[level][1]);
    expect(levels.toSorted((a, b) => a - b)).toEqual(levels);
    expect(levels[4]).toBeGreaterThan(levels[0]);
    expect(ask).toEqual({ statement: higher, odds: 1, holds: 3, of: 3 });
    expect(sensitivities).toHaveLength(5);
    for (const { rankCorrelation } of sensitivities) expect(Math.abs(rankCorrelation)).toBeLessThanOrEqual(1);
  });

  it("keeps draws, says how many were kept, and gives the same bytes", async () => {
    const first = await sweep(["--resume"], "kept");
    expect(first.stderr).toContain("0 of 3 draws were kept");
    const [key] = readdirSync(join(folder, "kept", "sweep"));
    expect(readdirSync(join(folder, "kept", "sweep", key))).toHaveLength(3);
    writeFileSync(join(folder, "kept", "sweep", key, "2.json"), '{ "values": [[');
    const second = await sweep(["--resume"], "kept");
    expect(second.stderr).toContain("2 of 3 draws were kept");
    expect(second.stdout).toBe(first.stdout);
  });

  it("writes every draw as tables", async () => {
    const out = join(folder, "out");
    expect(await sweep(["--out", out], "kept")).toMatchObject({ code: 0 });
    expect(readdirSync(out)).toContain("draws.parquet");
    expect(readFileSync(join(out, "draws.csv"), "utf8").trimEnd().split("\n")).toHaveLength(1 + 3 * 2);
  });

  it("says size and time without drawing", async () => {
    const { answer } = await json(["--dry-run"], "dry");
    expect(answer).toMatchObject({ dryRun: true, samples: 3, runs: 3 });
    expect(() => readdirSync(join(folder, "dry"))).toThrow();
  });

  it("refuses what it cannot read or do", async () => {
    for (const [args, code, error] of [
      [["--ask", "nonsense"], 3, { code: "INVALID_SYNTAX", path: "--ask" }],
      [["--ask", "hhi[oxide,JPN,2025]@nope > 1"], 3, { code: "UNKNOWN_SCENARIO", path: "--ask" }],
      [["--select", "prise"], 3, { code: "UNKNOWN_METRIC", nearest: "price" }],
      [["--queue", "redis://127.0.0.1"], 3, { code: "UNSUPPORTED" }],
      [["--resume", "--no-cache"], 2, { code: "CONFLICTING_FLAGS" }],
      [["--samples", "0"], 2, { code: "INVALID_ARGUMENT" }],
    ] as const) {
      const { code: exit, answer } = await json(args, "refused");
      expect([exit, answer]).toMatchObject([code, { error }]);
    }
  });
});
