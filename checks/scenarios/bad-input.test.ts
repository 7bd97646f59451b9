import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { callMain, temporaryFolder } from "@didym/testing";
import { describe, expect, it } from "vitest";

const head = "schema: didym/scenario@1\nname: bad\nlevers:\n";
const tariff = (fields: string): string => `  - tariff: { importers: USA, exporters: CHN, ${fields} }\n`;
const bomb = Array.from({ length: 20 }, (_, n) => `a${n + 1}: &a${n + 1} [*a${n}, *a${n}, *a${n}]\n`);

/** Name, file, and what the error must say. */
const cases: readonly [name: string, text: string, error: object][] = [
  [
    "an unknown lever",
    `${head}  - tarif: { importers: USA, exporters: CHN }\n`,
    { code: "UNKNOWN_LEVER", line: 4, nearest: "tariff" },
  ],
  [
    "an unknown region",
    `${head}${tariff("goods: magnet.*, rate: 5%").replace("USA", "USS")}`,
    { code: "UNKNOWN_REGION", line: 4, nearest: "USA" },
  ],
  [
    "a wrong unit",
    `${head}  - price-floor: { good: oxide.NdPr, at: 110 apples }\n`,
    { code: "WRONG_UNIT", line: 4, found: "110 apples" },
  ],
  [
    "overlapping dates",
    `${head}${tariff("goods: magnet.*, rate: 5%, to: 2030")}${tariff("goods: magnet.SmCo, rate: 5%, from: 2029")}`,
    { code: "OVERLAPPING_DATES", line: 5 },
  ],
  [
    "a year given twice",
    `${head}${tariff("goods: magnet.*, rate: 5%, to: 2028, to: 2030")}`,
    { code: "INVALID_SYNTAX", line: 4 },
  ],
  [
    "an unknown key",
    `${head}${tariff("goods: magnet.*, rat: 5%")}`,
    { code: "UNKNOWN_KEY", line: 4, nearest: "rate" },
  ],
  ["a bomb of aliases", `a0: &a0 [x, x]\n${bomb.join("")}`, { code: "TOO_MANY_ALIASES", line: 2 }],
  ["50 MB", `${head}# ${"x".repeat(50_000_000)}\n`, { code: "FILE_TOO_LARGE" }],
];

describe("a scenario file with", () => {
  it.each(cases)("%s ends with its place, exit code 3, and nothing written", async (_name, text, error) => {
    const folder = temporaryFolder();
    const file = join(folder, "bad.yaml");
    const out = join(folder, "out");
    writeFileSync(file, text);
    const { code, stdout } = await callMain(["run", file, "--json", "--out", out]);
    expect(code).toBe(3);
    expect((JSON.parse(stdout) as { error: object }).error).toMatchObject({ ...error, file });
    expect(existsSync(out)).toBe(false);
  });

  it("a price a thousand times off is warned of and solved", async () => {
    const file = join(temporaryFolder(), "off.yaml");
    writeFileSync(
      file,
      `${head.replace("levers", "horizon: [2024, 2025]\nlevers")}  - price-floor: { good: oxide.NdPr, at: 110 USD/t }\n`,
    );
    const { code, stdout } = await callMain(["run", file, "--json"]);
    expect(code).toBe(0);
    const { warnings } = JSON.parse(stdout) as { warnings: object[] };
    expect(warnings).toContainEqual(expect.objectContaining({ code: "UNIT_SUSPECT", line: 5 }));
  });
});
