import { readData, type Row } from "@didym/core";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readDataFolder } from "./read-data-folder.js";

const here = dirname(fileURLToPath(import.meta.url));
const { tables, schema } = readData(readDataFolder(join(here, "../../../data")));
const rows = (table: string): readonly Row[] => tables.get(table)!.rows;
const chinese = new Map(rows("translations").map(({ en, zh }) => [String(en), String(zh)]));

/** Every cell of words, and what the tables are called. */
function wordsOfTables(): Set<string> {
  const cells = [...tables.values()]
    .filter(({ name }) => name !== "translations")
    .flatMap((table) => table.rows.flatMap((row) => Object.values(row)));
  const titles = schema!.resources.map(({ title }) => title);
  return new Set([...cells, ...titles].filter((words) => typeof words === "string"));
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

  it("are there for what the economies and the policies are said to be", () => {
    const cells = [...rows("members"), ...rows("policies"), ...rows("reserves")].flatMap((row) =>
      ["assets", "position", "exposure", "subject", "note"].flatMap((field) => row[field] ?? []),
    );
    const wrong = cells.filter(
      (words) => /[a-z]{3,} [a-z]{3,}/u.test(String(words)) && !chinese.has(String(words)),
    );
    expect(wrong).toEqual([]);
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
