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

describe("data show", () => {
  it("lists the tables where none is named, and a few of them where there is no such one", async () => {
    const { rows } = JSON.parse((await callMain(["data", "show", "--json"])).stdout) as {
      rows: { name: string; title: string; rows: number }[];
    };
    expect(rows.find(({ name }) => name === "claims")).toMatchObject({ title: "Claims ledger", rows: 47 });
    for (const { title, rows: count } of rows) {
      expect(title).not.toBe("");
      expect(count).toBeGreaterThan(0);
    }
    expect((await callMain(["data", "show", "zzzzzzzz"])).stderr).toContain("there are: sources, units");
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

describe("data update", () => {
  const release = "packages/core/src/evidence/importers/fixtures/usgs-mcs-2026.csv";

  it("shows what a release would change, and writes nothing", async () => {
    const { code, stdout } = await callMain(["data", "update", "--from", release, "--dry-run", "--json"]);
    const { format, same, changes } = JSON.parse(stdout) as {
      format: string;
      same: number;
      changes: { kind: string }[];
    };
    expect({ code, format }).toEqual({ code: 0, format: "usgs-mcs" });
    expect(same).toBeGreaterThan(0);
    expect(changes.every(({ kind }) => kind !== "same")).toBe(true);
  });

  it("refuses a file of no known form, and does nothing without --dry-run", async () => {
    const other = await callMain(["data", "update", "--from", "package.json", "--dry-run", "--json"]);
    expect(other.code).toBe(3);
    expect(other.stdout).toContain("UNKNOWN_FORMAT");
    expect((await callMain(["data", "update", "--from", release])).code).toBe(3);
    expect((await callMain(["data", "update", "--dry-run"])).code).toBe(2);
  });
});

interface Source {
  readonly source_id: string;
  readonly publisher: string;
  readonly title: string;
  readonly date: string;
  readonly address: string;
}

describe("data sources", () => {
  const sourcesOf = async (...args: string[]) => {
    const { code, stdout, stderr } = await callMain(["data", "sources", ...args, "--json"]);
    expect(code).toBe(0);
    return { ...(JSON.parse(stdout) as { sources: Source[]; withoutAddress: string[] }), stderr };
  };

  it("gives every source with publisher, title and date", async () => {
    const { sources } = await sourcesOf();
    expect(sources.length).toBeGreaterThan(600);
    for (const { publisher, title, date } of sources) {
      expect(publisher).not.toBe("");
      expect(title).not.toBe("");
      expect(date).toMatch(/^\d{4}/u);
    }
  });

  it("lists those without a page address, and what rests on them alone never has grade A", async () => {
    const { sources, withoutAddress } = await sourcesOf("--without-address");
    expect(sources.map((source) => source.source_id)).toEqual(withoutAddress);
    expect(sources.length).toBeGreaterThan(20);
    expect(new Set(sources.map(({ address }) => address))).toEqual(new Set(["site", "none"]));
    const { stdout } = await callMain(["data", "show", "prices", "--json"]);
    const { rows } = JSON.parse(stdout) as { rows: { source_id: string[]; grade: string }[] };
    const alone = rows.filter((row) => row.source_id.every((id) => withoutAddress.includes(id)));
    expect(alone.length).toBeGreaterThan(0);
    for (const { grade } of alone) expect(grade).not.toBe("A");
  });
});
