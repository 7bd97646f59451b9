import { callMain } from "@didym/testing";
import { describe, expect, it } from "vitest";

/** Commands that answer at once, and bad input of every kind. */
const commands = [
  "explain levers",
  "explain metrics",
  "explain errors",
  "explain parameters",
  "explain exit-codes",
  "explain price[oxide.Dy,JPN] --year 2024 --runs 0 --table rows",
  "data show",
  "data balance",
  "chain check",
  "doctor",
  "scenario list",
  "run status-quo --seed abc",
  "run no-such-file.yaml",
  "run status-quo --set nothing.at=3",
  "run status-quo --seed 1 --format txt",
  "explain price[oxide.Zz,JPN]",
  "explain price[oxide.Dy,JPN] --year 1990",
  "data update --from figures.csv",
  "serve --port 99999",
  "data show pricse",
];

/** Four words in Latin letters that are no command, no name of a parameter and no list of codes. */
const sentence = /(?<![\w-])(?:[A-Za-z][a-z]+ ){3,}[a-z]{2,}/u;
/** Examples and installation commands stand in every language. */
const command = /didym |npm |apt-get /u;

const spoken = async (line: string, language: "en" | "zh"): Promise<string> => {
  const { stdout, stderr } = await callMain([...line.split(" "), "--lang", language]);
  return `${stdout}${stderr}`;
};

describe("what the commands say", () => {
  it("is told from English by its runs of words", async () => {
    expect(
      (await spoken("explain parameters", "en")).split("\n").filter((one) => sentence.test(one)).length,
    ).toBeGreaterThan(50);
  });

  it.each(commands)("holds no English sentence in Chinese, no Chinese in English: %s", async (line) => {
    const chinese = await spoken(line, "zh");
    expect(chinese).toMatch(/\p{Script=Han}/u);
    const lines = chinese.split("\n").filter((one) => !command.test(one));
    expect(lines.filter((one) => sentence.test(one))).toEqual([]);
    expect(await spoken(line, "en")).not.toMatch(/\p{Script=Han}/u);
  });
});
