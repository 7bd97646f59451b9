import type { IssueError } from "@didym/core";
import { type Issue } from "@didym/core";
import { loadChain, type ChainFile } from "@didym/core/chain";
import { repositoryRoot } from "@didym/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { compileChain } from "./chain.js";
import { compileData, type ChainTables } from "./compile-data.js";
import { distances } from "./distances.js";
import { markdownTable } from "./markdown-table.js";
import { readDataFolder } from "./read-data-folder.js";

let files: Record<string, string>;
let tables: ChainTables;
let file: ChainFile;

beforeAll(() => {
  files = readDataFolder(`${repositoryRoot}data`);
  tables = compileData(files).chains.find((chain) => chain.id === "rare-earths")!;
  file = compileChain(tables, files);
});

/** Issues of compiling the tables with one cell of one table changed. */
const issuesOf = (table: string, row: number, change: Record<string, string>): readonly Issue[] => {
  const rows = tables.tables[table].map((cells, i) => (i === row ? { ...cells, ...change } : cells));
  try {
    compileChain({ ...tables, tables: { ...tables.tables, [table]: rows } }, files);
  } catch (error) {
    return (error as IssueError).issues;
  }
  return [];
};

describe("compileChain", () => {
  it("turns numbers into numbers and keeps text", () => {
    expect(file.tables.nodes[0]).toMatchObject({
      id: "chn-bayan-obo",
      level: 188_650,
      capacity: null,
      utilisation: 0.96,
    });
    expect(file).toMatchObject({ schema: "didym/chain@1", id: "rare-earths", year: 2024 });
  });

  it("carries the baskets it uses and no others", () => {
    const deposits = new Set(file.tables.baskets.map((row) => row.deposit_id));
    expect(deposits.has("bayan_obo")).toBe(true);
    expect(deposits.has("xenotime_guangdong")).toBe(false);
  });

  it("names file, line and column of a cell that is no number", () => {
    expect(issuesOf("nodes", 2, { level: "many" })).toEqual([
      { code: "NOT_A_NUMBER", file: "chain/rare-earths/nodes.csv", line: 4, path: "level", found: "many" },
    ]);
    expect(issuesOf("wedges", 0, { ad_valorem: "" })).toMatchObject([
      { code: "NOT_A_NUMBER", file: "chain/rare-earths/wedges.csv" },
    ]);
  });

  it("names a reference that leads nowhere", () => {
    expect(issuesOf("nodes", 0, { technology: "mine-bayan-oboe" })).toMatchObject([
      { code: "UNKNOWN_REFERENCE", path: "tables.nodes[0].technology", nearest: "mine-bayan-obo" },
    ]);
  });

  it("is a small part of what the page loads", () => {
    expect(JSON.stringify(file).length).toBeLessThan(260_000);
  });

  it("holds the regions, goods and end uses that every metric names", () => {
    expect(file.tables.regions).toHaveLength(23);
    expect(file.tables.goods).toHaveLength(24);
    expect(file.tables["end-uses"].map((row) => row.id)).toEqual(
      "ev wind motors appliances electronics defence catalysts polishing phosphors metallurgy other".split(
        " ",
      ),
    );
    const seats = loadChain(file).seats;
    expect(seats).toHaveLength(12);
    expect(seats.find((seat) => seat.id === "EU")!.regions).toEqual(["EUX"]);
  });
});

describe("the assumptions", () => {
  /** Read by the horizon, levers and responses, not by the chain. */
  const elsewhere = /^(?:horizon|shock|summit|capital-cost-factor|lever|reaction)\./u;

  it("are none of them idle: each moves the chain or its base year", () => {
    const { multipliers: _, ...bare } = file;
    const withValue = (id: string, change: (value: number) => number): string => {
      const rows = bare.tables.assumptions.map((row) =>
        row.id === id ? { ...row, value: change(row.value) } : row,
      );
      const { assumptions: __, ...rest } = loadChain({
        ...bare,
        tables: { ...bare.tables, assumptions: rows },
      });
      return JSON.stringify(rest);
    };
    const idle = bare.tables.assumptions
      .filter((row) => !elsewhere.test(row.id))
      .filter(
        (row) => withValue(row.id, (value) => value) === withValue(row.id, (value) => value * 1.1 + 0.01),
      )
      .map((row) => row.id);
    expect(idle).toEqual([]);
  });

  it("can be replaced by any value of their range", () => {
    for (const end of ["low", "high"] as const) {
      const parameters = Object.fromEntries(
        file.tables.assumptions.filter((row) => !elsewhere.test(row.id)).map((row) => [row.id, row[end]]),
      );
      const { goods, base } = loadChain(file, parameters);
      for (const good of goods) expect(good.sourcingElasticity).toBeGreaterThan(0);
      for (const origin of base!.origins)
        expect(origin.price).toBeGreaterThan(origin.disposal === undefined ? origin.disposalPrice : 0);
    }
  });
});

describe("distances", () => {
  it("are great circles in whole km, the same both ways", () => {
    const [paris, tokyo] = [
      { longitude: 2.35, latitude: 48.86 },
      { longitude: 139.69, latitude: 35.69 },
    ];
    const [[home, away], [back]] = distances([paris, tokyo]);
    expect(home).toBe(0);
    expect(away).toBe(back);
    expect(Math.abs(away - 9712)).toBeLessThan(20);
    expect(Number.isInteger(away)).toBe(true);
  });
});

describe("markdownTable", () => {
  it("escapes bars and sets numbers to the right", () => {
    expect(markdownTable(["a", "b"], [["x|y", "1"]], new Set([1]))).toBe(
      "| a | b |\n| --- | ---: |\n| x\\|y | 1 |",
    );
  });
});
