import { readData, type Row } from "@didym/core";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readDataFolder } from "./read-data-folder.js";

const here = dirname(fileURLToPath(import.meta.url));
const { tables, schema } = readData(readDataFolder(join(here, "../../../data")));
const rows = (table: string): readonly Row[] => tables.get(table)!.rows;
const chinese = new Map(rows("translations").map(({ en, zh }) => [String(en), String(zh)]));

/** Why a row of the chain or an assumption is as it is, what its project is called, and what a table holds. */
function wordsOfTables(): Set<string> {
  const found = [...tables.values()].flatMap(({ name, rows: all }) => [
    ...all.map((row) => row["reason"]),
    ...(name === "chain-projects" ? all.map((row) => row["name"]) : []),
  ]);
  const titles = schema!.resources.map(({ title }) => title);
  return new Set([...found, ...titles].filter((words) => typeof words === "string"));
}

/** The one reason that no row states. */
const ofTheBalance = "Basket of the feed assumed; the balance moves it towards reported use";

describe("the Chinese words of the tables", () => {
  const reasons = [...tables.values()].flatMap((table) => table.rows.flatMap((row) => row["reason"] ?? []));

  it("are there for every reason and every project", () => {
    expect(reasons.length).toBeGreaterThan(900);
    const named = [...new Set([...reasons, ...rows("chain-projects").map((row) => row["name"])])];
    expect(named.filter((words) => !chinese.has(String(words)))).toEqual([]);
    expect(chinese.has(ofTheBalance)).toBe(true);
  });

  it("translate nothing that no table says", () => {
    const said = wordsOfTables().add(ofTheBalance);
    expect([...chinese.keys()].filter((words) => !said.has(words))).toEqual([]);
  });

  it("are in Chinese, without a run of four English words", () => {
    const wrong = [...chinese].filter(
      ([, zh]) => !/\p{Script=Han}/u.test(zh) || /(?:\b[A-Za-z]{2,}\s+){3}[A-Za-z]{2,}/u.test(zh),
    );
    expect(wrong).toEqual([]);
  });
});
