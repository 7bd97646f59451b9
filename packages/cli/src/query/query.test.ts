import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { callMain, temporaryFolder } from "@didym/testing";
import { describe, expect, it } from "vitest";
import { askDuckDb, type DuckDb } from "./ask-duckdb.js";
import { viewsOf } from "./views.js";

const folder = temporaryFolder();

/** A connection that notes what it is asked and answers with these rows. */
function fake(names: string[], types: string[], rows: unknown[][], asked: string[] = []) {
  const connection = {
    run: (sql: string) => Promise.resolve(asked.push(sql)),
    runAndReadAll: (sql: string) => {
      if (sql === "wrong") return Promise.reject(new Error("Parser Error: wrong\nLINE 1"));
      return Promise.resolve({
        columnNames: () => names,
        columnTypes: () => types,
        getRowsJson: () => rows,
      });
    },
    closeSync: () => asked.push("close"),
  };
  const duckdb: DuckDb = { DuckDBConnection: { create: () => Promise.resolve(connection) } };
  return { duckdb, asked };
}

describe("views", () => {
  it("are the tables of a folder, Parquet before CSV", async () => {
    const plain = join(folder, "it's plain");
    mkdirSync(plain);
    for (const name of ["bands-all.csv", "draws.csv", "draws.parquet", "report.html"])
      writeFileSync(join(plain, name), "");
    expect(await viewsOf(plain)).toEqual([
      `create view "bands_all" as select * from read_csv('${folder}/it''s plain/bands-all.csv')`,
      `create view "draws" as select * from read_parquet('${folder}/it''s plain/draws.parquet')`,
    ]);
  });

  it("are those that a data package names", async () => {
    const described = join(folder, "described");
    mkdirSync(described);
    const resources = [{ name: "chain-goods", path: "chain/x/goods.csv" }];
    writeFileSync(join(described, "datapackage.json"), JSON.stringify({ resources }));
    const [view, ...rest] = await viewsOf(described);
    expect(view).toContain('create view "chain_goods"');
    expect(rest).toEqual([]);
  });

  it("need a folder", async () => {
    await expect(viewsOf(join(folder, "none"))).rejects.toThrow("FILE_NOT_FOUND");
  });
});

describe("asking DuckDB", () => {
  it("gives rows as objects and as a table, wide numbers as numbers, nothing from a network", async () => {
    const { duckdb, asked } = fake(
      ["year", "n", "list"],
      ["INTEGER", "BIGINT", "INTEGER[]"],
      [
        [2030, "269", [1, 2]],
        [2031, null, null],
      ],
    );
    const { data, tables } = await askDuckDb("select 1", ["create view x"], duckdb);
    expect(data).toEqual({
      columns: ["year", "n", "list"],
      rows: [
        { year: 2030, n: 269, list: "[1,2]" },
        { year: 2031, n: null, list: null },
      ],
    });
    expect(tables[0].columns.map(({ kind }) => kind)).toEqual(["year", "number", "text"]);
    expect(asked).toEqual([
      "set autoinstall_known_extensions = false",
      "set autoload_known_extensions = false",
      "create view x",
      "close",
    ]);
  });

  it("tells DuckDB's reason, and closes", async () => {
    const { duckdb, asked } = fake([], [], []);
    await expect(askDuckDb("wrong", [], duckdb)).rejects.toMatchObject({
      issues: [{ code: "INVALID_SYNTAX", details: { reason: "Parser Error: wrong" } }],
    });
    expect(asked.at(-1)).toBe("close");
  });
});

describe("didym query", () => {
  it("answers, or names the part that is missing and how to install it", async () => {
    const { code, stdout } = await callMain(["query", "select 1 as one", "--json"]);
    const answer = JSON.parse(stdout) as Record<string, unknown>;
    if (code === 0) expect(answer).toMatchObject({ columns: ["one"], rows: [{ one: 1 }] });
    else
      expect([code, answer]).toMatchObject([
        3,
        { error: { code: "MISSING_PART", found: "duckdb", hint: "npm install --no-save @duckdb/node-api" } },
      ]);
  });
});
