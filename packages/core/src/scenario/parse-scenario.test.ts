import { describe, expect, it } from "vitest";
import { smallWorld } from "../fixtures/small-world.js";
import type { Issue } from "../errors/issue.js";
import type { ScenarioContext } from "./context.js";
import { parseScenario } from "./parse-scenario.js";
import type { Scenario } from "./scenario.js";
import { scenarioHash } from "./scenario-hash.js";
import { setField } from "./set-field.js";

const context: ScenarioContext = { world: smallWorld, years: [2024, 2040] };
const head = {
  schema: "didym/scenario@1",
  name: "mine",
  members: ["USA", "JPN", "DEU", "FRA", "ITA", "EU", "AUS"],
};

/** The example of the published interface, on the small world. */
const washington = {
  ...head,
  title: { en: "The Washington package", zh: "华盛顿方案" },
  horizon: [2024, 2040],
  levers: [
    {
      "price-floor": {
        good: "oxide.NdPr",
        at: "110 USD/kg",
        money: "nominal",
        mechanism: "contract-for-difference",
        index: "own-price",
        covers: ["members", "owner:members"],
        "paid-by": "members",
        key: "use",
        from: 2026,
        to: 2035,
      },
    },
    { tariff: { importers: "members", exporters: ["CHN"], goods: ["magnet.*"], rate: "25%", from: 2026 } },
    {
      cooperation: {
        among: "members",
        "duty-free": true,
        "pooled-finance": "-2 pp",
        "shared-know-how": true,
        from: 2026,
      },
    },
  ],
  response: [
    {
      "export-licence": {
        exporter: "CHN",
        to: ["members", 2028],
        goods: ["oxide.Dy", "oxide.Tb", "magnet.*"],
        volume: "60% of 2024",
        basis: "each",
        per: "destination",
        from: 2027,
      },
    },
  ],
  parameters: { "demand.ev.elasticity-short": 0.3 },
};

const read = (value: unknown, more: Partial<ScenarioContext> = {}): Scenario => {
  const reading = parseScenario(value, { ...context, ...more });
  if ("issues" in reading) throw new Error(JSON.stringify(reading.issues));
  return reading.scenario;
};

const issuesOf = (value: unknown, more: Partial<ScenarioContext> = {}): readonly Issue[] => {
  const reading = parseScenario(value, { ...context, ...more });
  return "issues" in reading ? reading.issues : [];
};

const withLever = (kind: string, fields: object): object => ({ ...head, levers: [{ [kind]: fields }] });
const tariff = (over: object = {}): object => ({
  importers: "members",
  exporters: "CHN",
  goods: "magnet.*",
  rate: 25,
  from: 2026,
  ...over,
});

describe("a scenario file", () => {
  it("is read with ids, dates and quantities in inside units", () => {
    const scenario = read(washington);
    expect(scenario.levers.map(({ id, from, to, response }) => [id, from, to, response])).toEqual([
      ["price-floor", 2026, 2035, false],
      ["tariff", 2026, 2040, false],
      ["cooperation", 2026, 2040, false],
      ["export-licence", 2027, 2028, true],
    ]);
    expect(scenario.levers[0].params).toMatchObject({
      at: 110,
      share: 1,
      "exporter-share": 0.5,
      covers: ["members", "owner:members"],
    });
    expect(scenario.levers[1].params).toMatchObject({ rate: 0.25, specific: 0 });
    expect(scenario.levers[2].params).toMatchObject({ "pooled-finance": -0.02 });
    expect(scenario.levers[3].params).toMatchObject({ volume: { share: 0.6, of: 2024 }, rent: "exporter" });
    expect(scenario.parameters).toEqual({ "demand.ev.elasticity-short": 0.3 });
  });

  it("is plain JSON and reads alike from its own JSON", () => {
    expect(JSON.parse(JSON.stringify(read(washington)))).toEqual(read(washington));
  });

  it("takes all seats as members and the whole horizon where it does not say", () => {
    expect(read({ schema: "didym/scenario@1", name: "bare" })).toMatchObject({
      horizon: [2024, 2040],
      members: ["USA", "JPN", "DEU", "FRA", "ITA", "EU", "AUS"],
      levers: [],
      title: { en: "bare", zh: "bare" },
    });
  });

  it("tells destinations and the last year apart where both are called `to`", () => {
    const licence = (over: object): object =>
      withLever("export-licence", { exporter: "CHN", goods: "oxide.*", volume: "60% of 2024", ...over });
    const lever = (over: object) => read(licence(over)).levers[0];
    expect(lever({ to: "members, USA" })).toMatchObject({
      to: 2040,
      params: { destinations: ["members", "USA"] },
    });
    expect(lever({ to: 2028 })).toMatchObject({ to: 2028, params: { destinations: ["all"] } });
    expect(lever({ to: ["JPN", 2028] })).toMatchObject({ to: 2028, params: { destinations: ["JPN"] } });
    expect(lever({ destinations: "JPN", to: 2028 })).toMatchObject({
      to: 2028,
      params: { destinations: ["JPN"] },
    });
    expect(
      read(setField(licence({ to: ["JPN", 2028] }), "export-licence.to", "USA")).levers[0],
    ).toMatchObject({
      to: 2028,
      params: { destinations: ["USA"] },
    });
    expect(issuesOf(licence({ to: "JPM" }))).toMatchObject([
      { code: "UNKNOWN_REGION", path: "levers[0].export-licence.to" },
    ]);
    expect(issuesOf(licence({ to: [2027, 2028] }))).toMatchObject([{ path: "levers[0].export-licence.to" }]);
  });

  it("numbers levers of one kind and keeps ids that are given", () => {
    const levers = [
      tariff({ to: 2027 }),
      tariff({ from: 2028, id: "tariff-2" }),
      tariff({ exporters: "MYS" }),
    ].map((fields) => ({ tariff: fields }));
    expect(read({ ...head, levers }).levers.map((lever) => lever.id)).toEqual([
      "tariff",
      "tariff-2",
      "tariff-3",
    ]);
  });
});

describe("faults", () => {
  it("says what is unknown, where, and the nearest valid name", () => {
    expect(issuesOf({ ...head, levers: [{ tariff: tariff() }, { tarif: tariff() }] })).toMatchObject([
      { code: "UNKNOWN_LEVER", path: "levers[1].tarif", found: "tarif", nearest: "tariff" },
    ]);
    expect(issuesOf(withLever("tariff", tariff({ exporters: ["CHM"] })))).toEqual([
      { code: "UNKNOWN_REGION", path: "levers[0].tariff.exporters[0]", found: "CHM", nearest: "CHN" },
    ]);
    expect(issuesOf(withLever("tariff", tariff({ rates: 3 })))).toMatchObject([
      { code: "UNKNOWN_KEY", path: "levers[0].tariff.rates", nearest: "rate" },
    ]);
    expect(issuesOf({ ...head, lever: [] })).toMatchObject([
      { code: "UNKNOWN_KEY", path: "lever", nearest: "levers" },
    ]);
    expect(issuesOf({ ...head, members: ["USA", "GERMANY"] })).toMatchObject([
      { code: "UNKNOWN_REGION", path: "members[1]" },
    ]);
    expect(
      issuesOf({ ...head, parameters: { "demand.ve": 1 } }, { parameters: ["demand.ev"] }),
    ).toMatchObject([{ code: "UNKNOWN_PARAMETER", path: 'parameters["demand.ve"]', nearest: "demand.ev" }]);
  });

  it("says which unit was meant", () => {
    expect(issuesOf(withLever("price-floor", { good: "oxide.NdPr", at: "110 apples" }))).toMatchObject([
      { code: "WRONG_UNIT", path: "levers[0].price-floor.at", found: "110 apples" },
    ]);
    const reading = parseScenario(withLever("price-floor", { good: "oxide.NdPr", at: "110 USD/t" }), context);
    expect(reading).toMatchObject({ warnings: [{ code: "UNIT_SUSPECT", path: "levers[0].price-floor.at" }] });
  });

  it("refuses years in the wrong order or outside what can be computed", () => {
    expect(issuesOf(withLever("tariff", tariff({ from: 2030, to: 2029 })))).toMatchObject([
      { code: "YEAR_ORDER", path: "levers[0].tariff.to" },
    ]);
    expect(issuesOf({ ...head, horizon: [2024, 2100] })).toMatchObject([
      { code: "OUT_OF_RANGE", path: "horizon" },
    ]);
    expect(
      issuesOf(withLever("export-quota", { exporter: "CHN", goods: "oxide.*", volume: "60% of 2019" })),
    ).toMatchObject([{ code: "OUT_OF_RANGE", found: 2019, expected: "of 2024" }]);
  });

  it("refuses a duty of one member state, and overlapping dates on the same target", () => {
    expect(issuesOf(withLever("tariff", tariff({ importers: ["DEU"] })))).toMatchObject([
      { code: "CUSTOMS_UNION", nearest: "EU" },
    ]);
    const twice = {
      ...head,
      levers: [{ tariff: tariff({ to: 2030 }) }, { tariff: tariff({ from: 2030, goods: ["magnet.SmCo"] }) }],
    };
    expect(issuesOf(twice)).toMatchObject([
      {
        code: "OVERLAPPING_DATES",
        path: "levers[1]",
        details: { with: "tariff", target: "USA|CHN|magnet.SmCo" },
      },
    ]);
    const after = { ...head, levers: [{ tariff: tariff({ to: 2029 }) }, { tariff: tariff({ from: 2030 }) }] };
    expect(issuesOf(after)).toEqual([]);
  });

  it("refuses duplicate and malformed ids, and entries that are not one lever", () => {
    const twice = [tariff({ id: "a" }), tariff({ id: "a", exporters: "MYS" })].map((fields) => ({
      tariff: fields,
    }));
    expect(issuesOf({ ...head, levers: twice })).toMatchObject([
      { code: "DUPLICATE_ID", path: "levers[1].tariff.id" },
      { code: "OVERLAPPING_DATES", path: "levers[1]" },
    ]);
    expect(issuesOf(withLever("tariff", tariff({ id: "a.b" })))).toMatchObject([{ code: "INVALID_ID" }]);
    expect(issuesOf({ ...head, levers: [{ tariff: tariff(), cooperation: {} }] })).toMatchObject([
      { code: "WRONG_TYPE", path: "levers[0]" },
    ]);
    expect(issuesOf({ ...head, levers: [{}] })).toMatchObject([{ code: "WRONG_TYPE" }]);
  });

  it("refuses what is no scenario, a missing or unknown schema, and newer ones by name", () => {
    for (const value of [null, [], "x", 5]) expect(issuesOf(value)).toMatchObject([{ code: "WRONG_TYPE" }]);
    expect(issuesOf({ name: "x" })).toMatchObject([{ code: "MISSING_KEY", path: "schema" }]);
    expect(issuesOf({ ...head, schema: "didym/game@1" })).toMatchObject([{ code: "UNKNOWN_SCHEMA" }]);
    expect(issuesOf({ ...head, schema: "didym/scenario@2" })).toMatchObject([
      { code: "VERSION_MISMATCH", found: "didym/scenario@2" },
    ]);
  });

  it("is not led astray by names every object has", () => {
    const file = JSON.parse(
      '{"schema":"didym/scenario@1","name":"x","levers":[{"constructor":{}},{"toString":{}}]}',
    ) as unknown;
    expect(issuesOf(file).map((issue) => issue.code)).toEqual(["UNKNOWN_LEVER", "UNKNOWN_LEVER"]);
    expect(issuesOf({ ...head, extends: ["constructor"] }, { library: {} })).toMatchObject([
      { code: "UNKNOWN_SCENARIO" },
    ]);
  });
});

describe("composition", () => {
  const library = {
    "in-force": { ...head, name: "in-force", extends: ["duties", "floors"] },
    duties: { ...head, name: "duties", levers: [{ tariff: tariff({ id: "us-duty", importers: "USA" }) }] },
    floors: {
      ...head,
      name: "floors",
      levers: [{ "price-floor": { good: "oxide.NdPr", at: 110, covers: "USA", from: 2026 } }],
    },
    loop: { ...head, name: "loop", extends: "loop-back" },
    "loop-back": { ...head, name: "loop-back", extends: "loop" },
    broken: { ...head, name: "broken", levers: [{ tariff: tariff({ rate: "5 apples" }) }] },
  };
  const ids = (value: unknown): string[] =>
    read(value, { library, inForce: ["in-force"] }).levers.map((lever) => lever.id);
  const own = { ...head, levers: [{ "price-floor": { good: "oxide.Dy", at: 300, from: 2026 } }] };

  it("puts the policies in force first unless the file says otherwise, and gives the file's own levers the plain names", () => {
    expect(ids(own)).toEqual(["us-duty", "price-floor-2", "price-floor"]);
    expect(ids({ ...own, extends: [] })).toEqual(["price-floor"]);
    expect(ids({ ...own, extends: "duties" })).toEqual(["us-duty", "price-floor"]);
    expect(ids({ ...own, extends: ["in-force", "duties"] })).toEqual([
      "us-duty",
      "price-floor-2",
      "price-floor",
    ]);
  });

  it("adds up levers of several files, though dates overlap", () => {
    const file = { ...head, levers: [{ tariff: tariff() }] };
    expect(ids(file)).toEqual(["us-duty", "price-floor", "tariff"]);
  });

  it("says which file states a lever", () => {
    expect(read(own, { library, inForce: ["in-force"] }).levers.map((lever) => lever.origin)).toEqual([
      "duties",
      "floors",
      "mine",
    ]);
  });

  it("leaves out inherited levers by id and names unknown ones", () => {
    expect(ids({ ...own, without: ["us-duty"] })).toEqual(["price-floor-2", "price-floor"]);
    expect(issuesOf({ ...own, without: ["us-dutty"] }, { library, inForce: ["in-force"] })).toMatchObject([
      { code: "UNKNOWN_ADDRESS", path: "without[0]", nearest: "us-duty" },
    ]);
  });

  it("refuses circles and unknown names, and says which file holds a fault", () => {
    expect(issuesOf({ ...head, extends: "loop" }, { library })).toMatchObject([
      { code: "EXTENDS_CYCLE", found: "loop" },
    ]);
    expect(issuesOf({ ...head, extends: ["dutes"] }, { library })).toMatchObject([
      { code: "UNKNOWN_SCENARIO", path: "extends[0]", nearest: "duties" },
    ]);
    expect(issuesOf({ ...head, extends: "broken" }, { library })).toMatchObject([
      { code: "WRONG_UNIT", details: { scenario: "broken" } },
    ]);
  });
});

describe("fields by address", () => {
  it("changes a field as the file would", () => {
    const changed = read(setField(washington, "price-floor.at", "130"));
    expect(changed.levers[0].params["at"]).toBe(130);
    expect(read(setField(washington, "tariff.exporters", "CHN,MYS")).levers[1].params["exporters"]).toEqual([
      "CHN",
      "MYS",
    ]);
    expect(read(setField(washington, "price-floor.to", "2030")).levers[0].to).toBe(2030);
  });

  it("changes members, horizon and parameters too", () => {
    const changed = [
      "members=USA,JPN",
      "horizon=2024,2030",
      "parameters.demand.ev.elasticity-short=0.4",
    ].reduce<unknown>((file, change) => {
      const [address, value] = change.split("=");
      return setField(file, address, value);
    }, washington);
    expect(read(changed)).toMatchObject({
      members: ["USA", "JPN"],
      horizon: [2024, 2030],
      parameters: { "demand.ev.elasticity-short": 0.4 },
    });
  });

  it("never changes what it is given", () => {
    const before = structuredClone(washington);
    setField(washington, "price-floor.at", 1);
    expect(washington).toEqual(before);
  });

  it("says which address or field is unknown", () => {
    expect(issuesOf(setField(washington, "price-flor.at", 130))).toMatchObject([
      { code: "UNKNOWN_ADDRESS", path: 'set["price-flor.at"]', found: "price-flor", nearest: "price-floor" },
    ]);
    expect(issuesOf(setField(washington, "price-floor.att", 130))).toMatchObject([
      { code: "UNKNOWN_KEY", nearest: "at" },
    ]);
    expect(issuesOf(setField(washington, "price-floor.at", "130 apples"))).toMatchObject([
      { code: "WRONG_UNIT", found: "130 apples" },
    ]);
  });
});

describe("defaults from data", () => {
  const defaults = { cooperation: { "know-how-cost": "5 MUSD/y" } };

  it("fill what a file leaves out, and yield to what it says", () => {
    const fields = (more: object): object =>
      withLever("cooperation", { among: "members", "shared-know-how": true, ...more });
    expect(read(fields({}), { defaults }).levers[0].params["know-how-cost"]).toBe(5000);
    expect(read(fields({ "know-how-cost": 0 }), { defaults }).levers[0].params["know-how-cost"]).toBe(0);
  });
});

describe("the hash", () => {
  it("depends on what acts and not on how it is written", () => {
    const hash = scenarioHash(read(washington));
    expect(hash).toMatch(/^[0-9a-f]{64}$/u);
    expect(scenarioHash(read({ ...washington, title: "x", name: "other" }))).toBe(hash);
    expect(scenarioHash(read(setField(washington, "price-floor.at", "110 kUSD/t")))).toBe(hash);
    expect(scenarioHash(read(setField(washington, "price-floor.at", 111)))).not.toBe(hash);
    expect(scenarioHash(read(setField(washington, "members", "USA")))).not.toBe(hash);
  });
});
