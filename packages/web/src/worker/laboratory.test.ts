import { valueOf } from "@didym/core/results";
import { assumptionInChinese } from "@didym/messages";
import { describe, expect, it } from "vitest";
import { openScenario, setValue } from "../state/edits.js";
import { toDocument } from "../state/to-document.js";
import { describe as describeModel } from "./describe.js";
import { goodFlows } from "./flows/good-flows.js";
import { regionGroups } from "./flows/region-groups.js";
import { stageFlows } from "./flows/stage-flows.js";
import { leverRows } from "./lever-rows.js";
import { realLaboratory } from "./real-laboratory.fixture.js";
import { sharedYears } from "./shared-years.js";
import { rowsOf } from "./series-of.js";

const laboratory = realLaboratory();
const washington = laboratory.library["washington-2026"] ?? {};
const solved = laboratory.solve(washington);

describe("the laboratory in the worker", () => {
  it("solves a scenario once and remembers it by what decides its results", () => {
    const again = laboratory.solve({ ...washington, title: "other words" });
    expect(again.result).toBe(solved.result);
    const edits = setValue(openScenario("washington-2026"), "price-floor.at", "110");
    expect(laboratory.solve(toDocument(edits, laboratory.library)).hash).toBe(solved.hash);
    expect(
      laboratory.solve(toDocument(setValue(edits, "price-floor.at", "150"), laboratory.library)).hash,
    ).not.toBe(solved.hash);
  });

  it("gives no numbers for what it cannot read, but the place and the nearest name", () => {
    const wrong = { ...washington, set: { "price-flor.at": "1" } };
    expect(() => laboratory.solve(wrong)).toThrow("UNKNOWN_ADDRESS");
  });

  it("reads an edited file to the same levers at the same addresses as the file itself", () => {
    const edits = setValue(openScenario("washington-2026"), "tariff.rate", "40");
    const { scenario } = laboratory.read(toDocument(edits, laboratory.library));
    expect(scenario.levers.map(({ id }) => id)).toEqual(solved.scenario.levers.map(({ id }) => id));
    expect(leverRows(scenario).find(({ id }) => id === "tariff")?.values["rate"]).toBe(40);
  });

  it("shows levers in the units people write", () => {
    const rows = leverRows(solved.scenario);
    const values = (id: string) => rows.find((row) => row.id === id)?.values ?? {};
    expect(values("price-floor")).toMatchObject({
      at: 110,
      money: "nominal",
      covers: ["members", "owner:members"],
    });
    expect(values("cooperation")).toMatchObject({ "pooled-finance": -2, "duty-free": true });
    expect(values("export-licence")).toMatchObject({ volume: { percent: 60, of: 2024 } });
  });

  it("describes names, choices and assumptions as plain data", () => {
    const description = describeModel(laboratory);
    expect(structuredClone(description)).toEqual(description);
    expect(description.scenarios.find(({ name }) => name === "status-quo")?.title.zh).toMatch(/政策/u);
    expect(description.levers["tariff"]?.["rate"]).toMatchObject({ type: "quantity", unit: "%" });
    expect(description.assumptions.every(({ low, high }) => low < high)).toBe(true);
  });
});

describe("rows", () => {
  it("are the model's figures, undefined where they have no meaning", () => {
    const reference = "price[oxide.NdPr,JPN]";
    const row = rowsOf([reference], solved.result, undefined)[reference];
    expect(row?.unit).toBe("USD/kg");
    solved.result.years.forEach((year, k) => {
      expect(row?.values[k]).toBe(valueOf(solved.result, `price[oxide.NdPr,JPN,${String(year)}]`));
    });
  });
});

describe("flows from ore to use", () => {
  const flows = stageFlows(solved.result, 2030, ["Nd", "Pr"], "JPN");
  const sum = (pick: (flow: (typeof flows)[number]) => boolean) =>
    flows.filter(pick).reduce((total, { tonnes }) => total + tonnes, 0);

  it("go forward only, from groups that exist", () => {
    const order = ["recycling", "concentrate", "oxide", "metal", "magnet", "use"];
    for (const { from, to, tonnes } of flows) {
      expect(order.indexOf(to)).toBeGreaterThan(order.indexOf(from));
      expect(tonnes).toBeGreaterThan(0);
    }
  });

  it("lose nothing on the way but what yields lose: what goes in is what comes out", () => {
    for (const stage of ["oxide", "metal", "magnet"])
      for (const group of ["CHN", "region", "members", "others"]) {
        const into = sum((flow) => flow.to === stage && flow.toGroup === group);
        const out = sum((flow) => flow.from === stage && flow.fromGroup === group);
        expect(out, `${stage} ${group}`).toBeLessThanOrEqual(into * 1.001 + 1);
        expect(out, `${stage} ${group}`).toBeGreaterThan(into * 0.7 - 1);
      }
  });

  it("end in the use the model reports, element by element", () => {
    const { chain } = solved.result.frame.calibration;
    let used = 0;
    for (const good of chain.goods.filter(({ stage }) => stage === "magnet"))
      used +=
        (valueOf(solved.result, `use[${good.id},world,2030]`) ?? 0) *
        ((good.elements["Nd"] ?? 0) + (good.elements["Pr"] ?? 0));
    const drawn = sum((flow) => flow.from === "magnet" && flow.to === "use");
    expect(drawn / used).toBeCloseTo(1, 6);
  });

  it("put each region into one group", () => {
    const { of, ids } = regionGroups(solved.result, "JPN");
    const regions = solved.result.frame.calibration.regions;
    expect(ids[of[regions.indexOf("CHN")] ?? 9]).toBe("CHN");
    expect(ids[of[regions.indexOf("JPN")] ?? 9]).toBe("region");
    expect(ids[of[regions.indexOf("AUS")] ?? 9]).toBe("members");
    expect(ids[of[regions.indexOf("RUS")] ?? 9]).toBe("others");
  });
});

describe("shipments of a good", () => {
  it("are the production and the imports that the model reports", () => {
    const { made, flows } = goodFlows(solved.result, 2030, "oxide.NdPr");
    for (const { region, tonnes } of made.filter(({ tonnes }) => tonnes > 0))
      expect(tonnes / (valueOf(solved.result, `production[oxide.NdPr,${region},2030]`) ?? 1)).toBeCloseTo(
        1,
        9,
      );
    for (const { from, to, tonnes } of flows)
      expect(
        tonnes / (valueOf(solved.result, `imports-from[oxide.NdPr,${to},${from},2030]`) ?? 1),
      ).toBeCloseTo(1, 9);
    expect(goodFlows(solved.result, 1999, "oxide.NdPr")).toEqual({ made: [], flows: [] });
  });
});

describe("years that two scenarios share", () => {
  const edits = openScenario("washington-2026");
  const changes: Record<string, Parameters<typeof toDocument>[0]> = {
    "another floor": setValue(edits, "price-floor.at", "131"),
    "a floor that begins later": setValue(edits, "price-floor.from", "2029"),
    "a floor that ends sooner": setValue(edits, "price-floor.to", "2027"),
    "another licence of 2027": setValue(edits, "export-licence.volume", "30% of 2024"),
    "dearer capital": setValue(edits, "cooperation.pooled-finance", "1"),
    "no tariff": { ...edits, without: ["tariff"] },
    "no answer": { ...edits, response: "none" },
    "another scenario": openScenario("china-squeeze"),
  };

  it("are solved once and give the same bits as solving all of them", () => {
    const [warm, cold] = [realLaboratory(), realLaboratory()];
    const { horizon } = warm.read(toDocument(edits, warm.library)).scenario;
    expect(horizon).toEqual([2024, 2040]);
    const short = (of: typeof edits) => ({ ...toDocument(of, warm.library), horizon: [2024, 2029] });
    warm.solve(short(edits));
    for (const [name, change] of Object.entries(changes)) {
      const one = warm.solve(short(change)).result;
      const other = cold.run(cold.read(short(change)).scenario);
      expect(one.years, name).toEqual(other.years);
      one.steps.forEach((step, k) => {
        const { originPrice, flow } = other.steps[k]!.equilibrium;
        expect(step.equilibrium.originPrice, `${name} ${String(step.year)}`).toEqual(originPrice);
        expect(step.equilibrium.flow, name).toEqual(flow);
        expect(step.accounts.welfare, name).toEqual(other.steps[k]!.accounts.welfare);
      });
    }
  });

  it("end where a lever differs, and are none where the members or parameters do", () => {
    const { scenario } = laboratory.read(toDocument(edits, laboratory.library));
    const before = { scenario, result: solved.result };
    const years = (change: Parameters<typeof toDocument>[0]) =>
      sharedYears(laboratory.read(toDocument(change, laboratory.library)).scenario, before).map(
        ({ year }) => year,
      );
    expect(years(changes["another floor"]!)).toEqual([2024, 2025]);
    expect(years(changes["another licence of 2027"]!)).toEqual([2024, 2025, 2026]);
    expect(years(edits)).toEqual(solved.result.years);
    expect(years(setValue(edits, "members", "JPN,USA"))).toEqual([]);
    expect(years(setValue(edits, "parameters.demand.ev.elasticity-short", "0.2"))).toEqual([]);
  });
});

describe("what built-in scenarios assume", () => {
  const told = [
    ...new Set(
      Object.values(laboratory.library).flatMap((document) =>
        [...JSON.stringify(document).matchAll(/"assumption":("(?:[^"\\]|\\.)*")/gu)].map(
          ([, words]) => JSON.parse(words!) as string,
        ),
      ),
    ),
  ];

  it("is there in Chinese, every one", () => {
    expect(told.length).toBeGreaterThan(20);
    for (const words of told) expect(assumptionInChinese(words) ?? "", words).toMatch(/\p{Script=Han}/u);
    expect(assumptionInChinese("an own one")).toBeUndefined();
  });
});
