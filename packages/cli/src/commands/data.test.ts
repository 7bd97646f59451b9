import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { callMain, repositoryRoot, temporaryFolder } from "@didym/testing";
import { describe, expect, it } from "vitest";

const folder = temporaryFolder();

interface Figure {
  readonly found: number;
  readonly balanced: number;
  readonly movedPercent: number | null;
  readonly reason: string;
}

describe("data check", () => {
  it("passes on what ships", async () => {
    const { code, stdout } = await callMain(["data", "check", "--json"]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ issues: [] });
  });

  it("finds a broken cell by file, line and column", async () => {
    const mine = join(folder, "data");
    cpSync(join(repositoryRoot, "data"), mine, { recursive: true });
    const file = join(mine, "evidence", "prices.csv");
    const lines = readFileSync(file, "utf8").split("\n");
    const cells = lines[4].split(",");
    const at = lines[0].split(",").indexOf("year");
    lines[4] = cells.map((cell, n) => (n === at ? "20x4" : cell)).join(",");
    writeFileSync(file, lines.join("\n"));
    const { code, stdout } = await callMain(["data", "check", mine, "--json"]);
    const { error } = JSON.parse(stdout) as { error: Record<string, unknown> };
    expect(code).toBe(3);
    expect(error).toMatchObject({ file: "evidence/prices.csv", line: 5, found: "20x4" });
    expect(error["column"]).toBe(cells.slice(0, at).join(",").length + 2);
  });

  it("needs a folder that is there", async () => {
    expect((await callMain(["data", "check", join(folder, "none")])).code).toBe(3);
  });
});

describe("data balance", () => {
  it("lists every figure with what was found, what it became, how far it moved and why", async () => {
    const { code, stdout } = await callMain(["data", "balance", "--json"]);
    const { figures } = JSON.parse(stdout) as { figures: Figure[] };
    expect(code).toBe(0);
    expect(figures.length).toBeGreaterThan(50);
    for (const { found, balanced, movedPercent, reason } of figures) {
      expect(reason).not.toBe("");
      if (movedPercent !== null) expect(found * (1 + movedPercent / 100)).toBeCloseTo(balanced, 3);
    }
    expect((await callMain(["data", "balance", "--lang", "zh"])).stdout).toMatch(/^基年/u);
  });
});
