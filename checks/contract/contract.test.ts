import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { register } from "../../packages/cli/src/commands/register.js";
import { callMain, temporaryFolder } from "@didym/testing";
import * as library from "didym";
import { beforeAll, describe, expect, it } from "vitest";

/** What outside programs may rely on, as the documentation promises it; each line fails where the promise is broken. */

const folder = temporaryFolder();
const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const short = file(
  "short.yaml",
  `schema: didym/scenario@1
name: short
horizon: [2024, 2025]
members: [USA, EU]
levers:
  - tariff: { importers: members, exporters: [CHN], goods: [magnet.*], rate: 25%, from: 2025 }
`,
);
const json = async (...args: string[]) => {
  const { code, stdout } = await callMain([...args, "--json"]);
  return { code, document: JSON.parse(stdout) as Record<string, unknown>, stdout };
};

const commands = [
  [
    "run",
    "compare",
    "why",
    "goal",
    "shock",
    "summit",
    "sweep",
    "query",
    "worker",
    "queue status",
    "backtest",
  ],
  ["claims", "data check", "data sources", "data balance", "data show", "data update", "scenario list"],
  [
    "scenario new",
    "scenario check",
    "scenario schema",
    "chain check",
    "chain new",
    "solve",
    "game",
    "report",
  ],
  ["serve", "mcp", "explain", "doctor", "completion"],
].flat();
const notBuilt = ["worker", "queue status"];

const levers = [
  [
    "price-floor",
    "tariff",
    "tariff-rate-quota",
    "export-tax",
    "export-licence",
    "export-quota",
    "export-ban",
  ],
  ["processing-delay", "technology-export-ban", "output-quota", "subsidy", "equity", "offtake", "stockpile"],
  ["recycled-content", "local-content", "cooperation", "bilateral-deal", "technology-transfer"],
  ["environmental-cost"],
].flat();

/** Metrics with dimensions as a program writes them, and their units. */
const metrics: readonly (readonly [string, string])[] = [
  ["price[oxide.NdPr,REGION]", "USD/kg"],
  ["use-cost[oxide.NdPr,REGION]", "USD/kg"],
  ["origin-price[oxide.NdPr,REGION]", "USD/kg"],
  ["production[magnet.*,REGION]", "t/y"],
  ["capacity[oxide.NdPr,REGION]", "t/y"],
  ["disposal[oxide.LaCe,REGION]", "t/y"],
  ["use[oxide.NdPr,REGION,process]", "t/y"],
  ["use[magnet.*,REGION,ev]", "t/y"],
  ["imports-from[magnet.*,REGION,CHN]", "t/y"],
  ["utilisation[oxide.NdPr,REGION]", "1"],
  ["self-sufficiency[oxide.NdPr,REGION]", "1"],
  ["share[magnet,REGION]", "1"],
  ["exposure[oxide,REGION,CHN,direct]", "1"],
  ["exposure[magnet,REGION,CHN,embodied]", "1"],
  ["hhi[oxide,REGION]", "1"],
  ["unmet[ev,REGION]", "t/y"],
  ["consumer-surplus[REGION]", "kUSD/y"],
  ["producer-surplus[REGION]", "kUSD/y"],
  ["match-cost[REGION]", "kUSD/y"],
  ["welfare[REGION]", "kUSD/y"],
  ["revenue[REGION,duty]", "kUSD/y"],
  ["fiscal-cost[REGION]", "kUSD/y"],
];
const regions = ["USA", "EU", "members", "non-members", "world", "world-excluding-CHN"];

describe("commands", () => {
  it("are those of the interface, each with three examples or more in its help", async () => {
    expect(register.map(({ name }) => name)).toEqual(expect.arrayContaining(commands));
    for (const { name } of register) {
      const { code, stdout } = await callMain([...name.split(" "), "--help"]);
      expect([name, code]).toEqual([name, 0]);
      const shown = stdout.split("\n\n").find((part) => part.startsWith("Examples")) ?? "";
      const examples = shown.trim().split("\n").length - 1;
      if (!notBuilt.includes(name)) expect(examples, name).toBeGreaterThanOrEqual(3);
    }
  });

  it("that are not built say so with 3", async () => {
    for (const name of notBuilt) {
      const { code, document } = await json(...name.split(" "), "anything");
      expect([name, code]).toEqual([name, 3]);
      expect(document["error"]).toMatchObject({ code: "UNSUPPORTED" });
    }
  });

  it.each([
    ["data sources"],
    ["data check"],
    ["data show conflicts"],
    ["scenario list"],
    ["scenario check status-quo"],
    ["scenario new mine"],
    ["explain exit-codes"],
    ["explain parameters"],
    ["completion bash"],
  ])("%s carries schema and versions first", async (command) => {
    const { code, document } = await json(...command.split(" "));
    expect(code).toBe(0);
    expect(Object.keys(document).slice(0, 2)).toEqual(["schema", "versions"]);
    expect(Object.keys(document["versions"] as object)).toEqual(["didym", "model", "data"]);
  });
});

describe("didym run", () => {
  const keys = ["schema", "versions", "scenario", "scenarioHash", "against", "years", "identities", "series"];
  let first: Awaited<ReturnType<typeof json>>;
  const wanted = metrics.flatMap(([reference]) =>
    regions.map((region) => reference.replace("REGION", region)),
  );
  beforeAll(async () => {
    first = await json("run", short, ...wanted.flatMap((reference) => ["--select", reference]));
  });

  it("has the documented keys in their order, durations last", () => {
    const { document } = first;
    const found = Object.keys(document).filter((key) => !["endStocks", "assumed"].includes(key));
    expect(found).toEqual([...keys, "presentValues", "warnings", "solver"]);
    const solver = document["solver"] as Record<string, unknown>;
    expect(Object.keys(solver).at(-1)).toBe("milliseconds");
    expect(solver).toMatchObject({ ambiguity: "checked" });
    for (const value of Object.values(document["identities"] as Record<string, number>))
      expect(value).toBeLessThanOrEqual(1e-9);
  });

  it("answers every metric for regions and groups, in its unit, with finite figures", () => {
    const series = first.document["series"] as { metric: string; unit: string; values: number[] }[];
    expect(series).toHaveLength(wanted.length);
    series.forEach(({ metric, unit, values }, k) => {
      const [reference, expected] = metrics[Math.floor(k / regions.length)];
      expect([metric, unit]).toEqual([reference.split("[")[0], expected]);
      expect(values).toHaveLength(2);
      expect(values.every(Number.isFinite)).toBe(true);
    });
  });

  it("reads members as the scenario's: with the EU's seat the accounts of the rest of the EU", () => {
    const series = first.document["series"] as { metric: string; region: string; values: number[] }[];
    const welfare = (region: string): number =>
      series.find((one) => one.metric === "consumer-surplus" && one.region === region)!.values[1];
    expect(welfare("members")).toBeGreaterThan(welfare("USA"));
    expect(welfare("members")).toBeLessThan(welfare("USA") + welfare("EU"));
    expect(welfare("members") + welfare("non-members")).toBeCloseTo(welfare("world"), -2);
  });

  it("prints the same bytes twice but for durations, which --no-timing leaves out", async () => {
    const [once, again] = [
      await callMain(["run", short, "--select", "hhi", "--json", "--no-timing"]),
      await callMain(["run", short, "--select", "hhi", "--json", "--no-timing", "--no-cache"]),
    ];
    expect(again.stdout).toBe(once.stdout);
    expect(once.stdout).not.toContain("milliseconds");
    expect(once.stderr).toContain("assumed stage oxide, region members");
  });

  it("writes nothing of this machine into files", async () => {
    const out = join(folder, "out");
    const path = file(
      "suspect.yaml",
      readFileSync(short, "utf8").replace("rate: 25%", "specific: 110 USD/t"),
    );
    expect(await callMain(["run", path, "--against", "none", "--out", out])).toMatchObject({ code: 0 });
    for (const name of ["answer.json", "report.html", "headline.csv", "series.csv"])
      expect(readFileSync(join(out, name), "utf8")).not.toContain(folder);
  });
});

describe("errors", () => {
  const broken = file(
    "broken.yaml",
    `schema: didym/scenario@1
name: broken
extra: 1
members: [USA, JNP]
levers:
  - tarif: { importers: members }
  - tariff: { importers: membrs, exporters: [CHN], goods: [magnt.*], rate: 110 apples, from: 2026 }
`,
  );

  it("are gathered, each with file, line, place and nearest name", async () => {
    const { code, document } = await json("run", broken, "--out", join(folder, "nothing"));
    expect(code).toBe(3);
    const errors = document["errors"] as Record<string, unknown>[];
    expect(document["error"]).toEqual(errors[0]);
    const found = errors.map((error) => [error["code"], error["path"], error["line"], error["nearest"]]);
    expect(found).toEqual(
      expect.arrayContaining([
        ["UNKNOWN_KEY", "extra", 3, undefined],
        ["UNKNOWN_REGION", "members[1]", 4, "JPN"],
        ["UNKNOWN_LEVER", "levers[0].tarif", 6, "tariff"],
        ["WRONG_UNIT", "levers[1].tariff.rate", 7, undefined],
        ["UNKNOWN_REGION", "levers[1].tariff.importers", 7, "members"],
        ["UNKNOWN_GOOD", "levers[1].tariff.goods[0]", 7, undefined],
      ]),
    );
    expect(errors.every((error) => error["file"] === broken)).toBe(true);
    expect(() => readFileSync(join(folder, "nothing", "answer.json"))).toThrow();
  });

  it.each([
    [["nope"], 2, "UNKNOWN_COMMAND"],
    [["run", "status-quo", "--nope"], 2, "UNKNOWN_FLAG"],
    [["run", "status-quo", "--format", "xls"], 2, "INVALID_ARGUMENT"],
    [["compare", "status-quo"], 2, "MISSING_ARGUMENT"],
    [["run", "nope"], 3, "UNKNOWN_SCENARIO"],
    [["explain", "nope"], 3, "UNKNOWN_TOPIC"],
    [["data", "show", "nope"], 3, "UNKNOWN_TABLE"],
    [["run", "status-quo", "--time-limit", "0.001"], 4, "TIME_LIMIT"],
    [["solve", "golden/problems/dantzig-transport.json", "--time-limit", "0"], 4, "TIME_LIMIT"],
    [["shock", "status-quo", "--year", "2041"], 3, "YEAR_OUT_OF_RANGE"],
    [["shock", "status-quo", "--year", "2020"], 3, "YEAR_OUT_OF_RANGE"],
    [["goal", "status-quo", "--reach", "price[JPN,2030] <= 80", "--with", "nope"], 3, "UNKNOWN_LEVER"],
    [
      ["goal", "status-quo", "--reach", "price[JPN,2030] <= 80", "--with", "recycled-content"],
      3,
      "UNSUPPORTED",
    ],
    [
      ["goal", "status-quo", "--reach", "price[JPN,2030] <= 80", "--with", "subsidy", "--stop-by", "CHN"],
      2,
      "MISSING_ARGUMENT",
    ],
  ] as const)("%j ends with %i and %s", async (args, exit, expected) => {
    const { code, document } = await json(...args);
    expect([code, (document["error"] as { code: string }).code]).toEqual([exit, expected]);
  });

  it("refuse a content rule that no source can meet, and take a price of paying instead", async () => {
    const rule = (more: string): string =>
      readFileSync(short, "utf8").replace(
        /tariff: .*/u,
        `recycled-content: { importers: JPN, goods: [oxide.NdPr], share: 40%, from: 2025${more} }`,
      );
    const { code, document } = await json("run", file("rule.yaml", rule("")), "--against", "none");
    expect(code).toBe(4);
    expect(document["error"]).toMatchObject({
      code: "INFEASIBLE",
      details: { reason: "content-without-source", region: "JPN", good: "oxide.NdPr" },
    });
    const paid = ["run", file("paid.yaml", rule(", buy-out: 2 USD/kg")), "--against", "none"];
    expect((await json(...paid, "--select", "hhi")).code).toBe(0);
  });
});

describe("explanations", () => {
  it("tell every lever and metric with equation and source", async () => {
    const names = new Set(metrics.map(([reference]) => reference.split("[")[0]));
    for (const name of [...levers, ...names, "expected-disruption-loss"]) {
      const { code, document } = await json("explain", name);
      expect([name, code]).toEqual([name, 0]);
      for (const key of ["text", "equation", "source"]) expect(document[key]).toMatch(/\S/u);
    }
  });
});

describe("the library", () => {
  it("runs a scenario as its file writes it", () => {
    const chain = library.readChain();
    const rule = { importers: ["USA"], exporters: ["CHN"], goods: ["magnet.*"], rate: "25%", from: 2025 };
    const asked = {
      schema: "didym/scenario@1" as const,
      name: "x",
      horizon: [2024, 2025] as [number, number],
      members: ["USA"],
      levers: [{ tariff: rule }],
    };
    const result = library.run(chain, library.baseline(chain), asked);
    expect(library.valueOf(result, "revenue[USA,duty,2025]")).toBeGreaterThan(0);
    expect(() =>
      library.run(chain, library.baseline(chain), { ...asked, levers: [{ tarif: rule }] }),
    ).toThrow("UNKNOWN_LEVER");
  });

  it("has the names of the interface", () => {
    for (const name of [
      "loadChain",
      "baseline",
      "run",
      "shock",
      "summit",
      "solve",
      "hhi",
      "hill",
      "readChain",
    ])
      expect(typeof (library as Record<string, unknown>)[name]).toBe("function");
  });
});
