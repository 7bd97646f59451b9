import { describe, expect, it } from "vitest";
import { smallChainFile } from "../fixtures/small-chain-file.js";
import { CHAIN_COLUMNS, REFERENCES, type TableName } from "./chain-columns.js";
import { checkChainFile } from "./check-chain-file.js";

const changed = (table: TableName, change: Record<string, unknown>) => {
  const file = smallChainFile();
  const rows = file.tables[table].map((row, i) => (i === 0 ? { ...row, ...change } : row));
  return { ...file, tables: { ...file.tables, [table]: rows } };
};

describe("checkChainFile", () => {
  it("finds nothing wrong with a good file", () => {
    expect(checkChainFile(smallChainFile())).toEqual([]);
  });

  it("wants every table", () => {
    const { tables } = smallChainFile();
    for (const table of Object.keys(CHAIN_COLUMNS)) {
      const rest = Object.fromEntries(Object.entries(tables).filter(([name]) => name !== table));
      expect(checkChainFile({ ...smallChainFile(), tables: rest })).toEqual([
        { code: "BAD_CHAIN_FILE", path: `tables.${table}`, expected: "rows" },
      ]);
    }
  });

  it("refuses a wrong cell in any column of any table", () => {
    for (const [table, columns] of Object.entries(CHAIN_COLUMNS)) {
      if (smallChainFile().tables[table as TableName].length === 0) continue;
      for (const column of Object.keys(columns)) {
        const issues = checkChainFile(changed(table as TableName, { [column]: {} }));
        expect(
          issues.map((issue) => issue.path),
          `${table}.${column}`,
        ).toContain(`tables.${table}[0].${column}`);
      }
    }
  });

  it("refuses a name that does not exist in any column that refers", () => {
    for (const [table, columns] of Object.entries(REFERENCES)) {
      if (smallChainFile().tables[table as TableName].length === 0) continue;
      for (const column of Object.keys(columns)) {
        const issues = checkChainFile(changed(table as TableName, { [column]: "nowhere" }));
        expect(issues, `${table}.${column}`).toContainEqual(
          expect.objectContaining({
            code: "UNKNOWN_REFERENCE",
            path: `tables.${table}[0].${column}`,
            found: "nowhere",
          }),
        );
      }
    }
  });

  it("knows lists, patterns and the star where they are allowed", () => {
    expect(checkChainFile(changed("routes", { from: "CHN+JPN", good: "oxide.*" }))).toEqual([]);
    expect(checkChainFile(changed("routes", { good: "oxides.*" }))).toHaveLength(1);
    expect(checkChainFile(changed("disposal", { region: "*" }))).toHaveLength(1);
  });

  it("takes an empty optional number and no empty one that is needed", () => {
    expect(checkChainFile(changed("nodes", { capacity: null, utilisation: null }))).toEqual([]);
    expect(checkChainFile(changed("nodes", { level: null }))).toMatchObject([{ code: "NOT_A_NUMBER" }]);
    expect(checkChainFile(changed("nodes", { level: Infinity }))).toMatchObject([{ code: "NOT_A_NUMBER" }]);
  });
});
