import { readdirSync, readFileSync } from "node:fs";
import { loadChain } from "@didym/core/chain";
import { worldOf } from "@didym/core/fields";
import { leverOf } from "@didym/core/levers";
import { leverDefaults, parseScenario, type Scenario, type ScenarioContext } from "@didym/core/scenario";
import { compileChain, compileData, readDataFolder } from "@didym/data";
import { repositoryRoot } from "@didym/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";

const folder = `${repositoryRoot}data/scenarios/`;
const library: Record<string, unknown> = Object.fromEntries(
  readdirSync(folder).map((file) => [
    file.replace(/\.yaml$/u, ""),
    parse(readFileSync(folder + file, "utf8")),
  ]),
);
const names = Object.keys(library);

let context: ScenarioContext;
let sources: ReadonlySet<string>;

beforeAll(() => {
  const files = readDataFolder(`${repositoryRoot}data`);
  const tables = compileData(files).chains.find((entry) => entry.id === "rare-earths")!;
  const chain = loadChain(compileChain(tables, files));
  const plants = chain.base!.nodes.flatMap((node) => node.plant ?? []);
  const world = worldOf(
    chain,
    plants,
    chain.base!.projects.map((project) => project.id),
  );
  context = {
    world,
    years: [2024, 2040],
    library,
    inForce: ["status-quo"],
    defaults: leverDefaults(chain.assumptions!),
    parameters: chain.assumptions!.map(({ id }) => id),
  };
  const rows = files["sources.csv"].split("\n").map((line) => line.split(","));
  sources = new Set(rows.flatMap((cells) => [cells[0], ...cells.at(-1)!.trim().split(";")]));
});

const read = (name: string): Scenario => {
  const reading = parseScenario(library[name], context);
  if ("issues" in reading) throw new Error(JSON.stringify(reading.issues, null, 1));
  expect(reading.warnings).toEqual([]);
  return reading.scenario;
};

describe.each(names)("the scenario %s", (name) => {
  it("is read without a fault or a warning, under its file's name, with titles in both languages", () => {
    const { name: stated, title } = read(name);
    expect(stated).toBe(name);
    expect(title.en).not.toBe(title.zh);
  });

  it("says where each of its levers comes from: a source, or that it is assumed and why", () => {
    for (const lever of read(name).levers) {
      expect(lever.status, lever.id).toBeDefined();
      if (lever.sources.length === 0) expect(lever.assumption, lever.id).toBeDefined();
      if (lever.status === "hypothetical") expect(lever.assumption, lever.id).toBeDefined();
      for (const source of lever.sources) expect(sources.has(source), `${lever.id}: ${source}`).toBe(true);
    }
  });
});

describe("the library", () => {
  it("keeps the policies in force apart from who is a member of what", () => {
    for (const lever of read("status-quo").levers) {
      expect(JSON.stringify(lever.params), lever.id).not.toMatch(/members/u);
      expect(["in-force", "ended"], lever.id).toContain(lever.status);
    }
  });

  it("puts every scenario on top of the policies in force, unless it is one of them", () => {
    const inForce = read("status-quo").levers.map((lever) => lever.id);
    for (const name of ["washington-2026", "china-squeeze", "status-quo-october-returns", "demand-surge"])
      expect(read(name).levers.map((lever) => lever.id)).toEqual(expect.arrayContaining(inForce));
    expect(read("us-duties").levers).toHaveLength(2);
  });

  it("holds the Washington package as its three proposals and an answer, by their plain addresses", () => {
    const own = (name: string) => read(name).levers.filter((lever) => lever.origin === name);
    const whole = own("washington-2026");
    expect(whole.map((lever) => lever.id)).toEqual([
      "price-floor",
      "tariff",
      "cooperation",
      "export-licence",
    ]);
    const alone = ["washington-price-floor", "washington-tariffs", "washington-cooperation"].flatMap(own);
    expect(alone.map(({ params, from, to }) => ({ params, from, to }))).toEqual(
      whole.slice(0, 3).map(({ params, from, to }) => ({ params, from, to })),
    );
  });

  it("acts at borders with every member of the package, the EU as one", () => {
    expect(read("washington-2026").members).toEqual(Object.keys(context.world.seats));
  });

  it("takes from the assumptions what its levers leave out, each a field that there is", () => {
    const cooperation = read("washington-2026").levers.find((lever) => lever.kind === "cooperation")!;
    expect(cooperation.params["know-how-cost"]).toBe(20_000);
    for (const [kind, fields] of Object.entries(context.defaults!))
      for (const field of Object.keys(fields))
        expect(Object.keys(leverOf(kind)!.fields), kind).toContain(field);
  });
});
