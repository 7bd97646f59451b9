import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { callMain, temporaryFolder } from "@didym/testing";
import { describe, expect, it } from "vitest";

const folder = temporaryFolder();

const scenario = `schema: didym/scenario@1
name: mine
extends: []
members: [USA, JPN, EU, DEU, FRA, ITA]
levers:
  - tariff: { importers: members, exporters: [CHN], goods: [magnet.*], rate: 25%, from: 2026 }
  - price-floor: { good: oxide.NdPr, at: 110 USD/kg, money: nominal, mechanism: contract-for-difference,
                   index: own-price, covers: [members], paid-by: members, key: use, from: 2026, to: 2035 }
response:
  - export-licence: { exporter: CHN, to: members, goods: [oxide.Dy], volume: 60% of 2024, basis: each,
                      per: destination, from: 2027, to: 2028 }
`;

interface Issue {
  readonly code: string;
  readonly line?: number;
  readonly nearest?: string;
}

async function check(text: string, ...args: string[]) {
  const { code, stdout } = await callMain(["scenario", "check", "-", "--json", ...args], { stdin: text });
  const document = JSON.parse(stdout) as {
    error?: Issue;
    errors?: Issue[];
    levers?: unknown[];
    warnings?: Issue[];
  };
  return {
    code,
    ...document,
    issues: document.errors ?? (document.error === undefined ? [] : [document.error]),
  };
}

describe("scenario check", () => {
  it("reads the published form, destinations and last year both called `to`", async () => {
    const { code, levers } = await check(scenario);
    expect(code).toBe(0);
    expect(levers).toEqual([
      { id: "tariff", kind: "tariff", from: 2026, to: 2040 },
      { id: "price-floor", kind: "price-floor", from: 2026, to: 2035 },
      { id: "export-licence", kind: "export-licence", from: 2027, to: 2028 },
    ]);
  });

  it("gives JSON the same meaning and the same hash", async () => {
    const file = join(folder, "mine.yaml");
    writeFileSync(file, scenario);
    const fromFile = await callMain(["scenario", "check", file, "--json"]);
    const piped = await callMain(["scenario", "check", "-", "--json"], { stdin: scenario });
    expect(fromFile.stdout).toBe(piped.stdout);
  });

  it.each([
    ["tariff:", "tarif:", "UNKNOWN_LEVER", 6, "tariff"],
    ["[CHN], goods", "[CHM], goods", "UNKNOWN_REGION", 6, "CHN"],
    ["rate: 25%", "rat: 25%", "UNKNOWN_KEY", 6, "rate"],
    ["110 USD/kg", "110 apples", "WRONG_UNIT", 7, undefined],
    ["good: oxide.NdPr", "good: oxide.NdPt", "UNKNOWN_GOOD", 7, "oxide.NdPr"],
  ])("finds %j written as %j", async (right, wrong, code, line, nearest) => {
    const found = await check(scenario.replace(right, wrong));
    expect(found.code).toBe(3);
    const issue = found.issues.find((candidate) => candidate.code === code);
    expect(issue, JSON.stringify(found.issues)).toMatchObject({
      line,
      ...(nearest === undefined ? {} : { nearest }),
    });
  });

  it("gathers several problems", async () => {
    const { issues } = await check(
      scenario.replace("rate: 25%", "rat: 25%").replace("110 USD/kg", "110 apples"),
    );
    expect(issues.map(({ code }) => code)).toEqual(expect.arrayContaining(["UNKNOWN_KEY", "WRONG_UNIT"]));
  });

  it("warns of a price per tonne where one per kilogram is meant", async () => {
    const { code, warnings } = await check(scenario.replace("110 USD/kg", "110 USD/t"));
    expect(code).toBe(0);
    expect(warnings?.map((warning) => warning.code)).toContain("UNIT_SUSPECT");
  });

  it("takes changes by address", async () => {
    expect((await check(scenario, "--set", "tariff.from=2030")).levers?.[0]).toMatchObject({ from: 2030 });
    expect((await check(scenario, "--set", "tariff.frm=2030")).issues[0]).toMatchObject({ nearest: "from" });
    expect((await check(scenario, "--set", "nonsense")).code).toBe(2);
  });

  it("names the file of a scenario that is extended, where the problem stands there", async () => {
    const { warnings } = await check(
      scenario.replace("extends: []", "extends: [washington-2026]").replace("110 USD/kg", "110 USD/t"),
    );
    for (const warning of warnings ?? []) {
      const inherited = (warning as { details?: { scenario?: string } }).details?.scenario;
      if (inherited !== undefined)
        expect(warning).toMatchObject({ file: `data/scenarios/${inherited}.yaml` });
      else expect(warning).toMatchObject({ file: "-" });
    }
  });

  it("knows no scenario of another name", async () => {
    expect((await callMain(["scenario", "check", "no-such-scenario"])).code).toBe(3);
  });
});

describe("scenario new and schema", () => {
  it("start from something valid", async () => {
    const { stdout } = await callMain(["scenario", "new", "my-package"]);
    expect((await check(stdout)).code).toBe(0);
    expect((await callMain(["scenario", "new", "My Package"])).code).toBe(2);
  });

  it("print a JSON Schema as it is published, in any format", async () => {
    const { stdout } = await callMain(["scenario", "schema", "--json"]);
    expect(JSON.parse(stdout)).toMatchObject({ $schema: "https://json-schema.org/draft/2020-12/schema" });
    expect((await callMain(["scenario", "schema"])).stdout).toBe(stdout);
    for (const lever of ["tariff", "price-floor", "export-licence", "technology-transfer"])
      expect(stdout).toContain(lever);
  });
});
