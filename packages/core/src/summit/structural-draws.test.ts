import { describe, expect, it } from "vitest";
import { toyPackage } from "../fixtures/toy-summit.js";
import { toySummit, toyTariff } from "../fixtures/toy-package.js";
import { inline } from "./book.js";
import { movers } from "./movers.js";
import { allHedge, type Profile } from "./profile.js";
import {
  drawnScenario,
  restingProfiles,
  structuralGroups,
  structuralParameters,
} from "./structural-draws.js";

const floor = (mechanism: string) => ({
  "price-floor": { good: "oxide.NdPr", at: "70 USD/kg", mechanism, from: 2026 },
});
const row = (id: string, low: number, value: number, high: number) => ({
  id,
  value,
  low,
  high,
  unit: "1",
  source_id: "",
  grade: "D" as const,
  reason: "invented",
});

describe("drawn assumptions", () => {
  const chain = {
    ...toySummit([toyTariff]).chain,
    assumptions: [
      row("demand.ev.elasticity-short", 0.1, 0.2, 0.4),
      row("demand.wind.elasticity-short", 1, 2, 4),
      row("demand.value-added.ev", 300, 1500, 5000),
      row("horizon.inflation", 0, 0.02, 0.05),
    ],
  };

  it("are those that change what is solved, each within its range, the same each time", () => {
    const drawn = structuralParameters(chain, 32);
    expect(structuralParameters(chain, 32)).toEqual(drawn);
    for (const values of drawn) {
      expect(Object.keys(values).sort()).toEqual([
        "demand.ev.elasticity-short",
        "demand.value-added.ev",
        "demand.wind.elasticity-short",
      ]);
      expect(values["demand.value-added.ev"]).toBeGreaterThanOrEqual(300);
      expect(values["demand.value-added.ev"]).toBeLessThanOrEqual(5000);
    }
    expect(structuralParameters(chain, 0)).toEqual([]);
  });

  it("move together within a group and apart between groups", () => {
    const drawn = structuralParameters(chain, 32);
    const [ev, wind, worth] = ["demand.ev.elasticity-short", "demand.wind.elasticity-short"]
      .concat("demand.value-added.ev")
      .map((id) => drawn.map((values) => values[id]));
    ev.forEach((value, d) => {
      expect(wind[d] / 10).toBeCloseTo(value, 12);
    });
    const order = (list: number[]) => [...list.keys()].sort((a, b) => list[a] - list[b]).join();
    expect(order(worth)).not.toBe(order(ev));
  });

  it("hold the choke and the exporters' share of a floor", () => {
    const all = structuralGroups.flat();
    expect(all).toContain("demand.value-added.*");
    expect(all).toContain("lever.price-floor.exporter-share");
  });
});

describe("a package under a draw", () => {
  const drawn = { "lever.price-floor.exporter-share": 80, "demand.ev.elasticity-short": 0.3 };

  it("has the drawn share in its border floors and nowhere else", () => {
    const scenario = toyPackage([floor("border-adjusted"), floor("contract-for-difference"), toyTariff]);
    const found = drawnScenario(scenario, drawn);
    expect(found.levers.map(({ params }) => params["exporter-share"])).toEqual([0.8, 0.5, undefined]);
    expect(found.parameters).toMatchObject(drawn);
    expect(drawnScenario(scenario, {}).levers).toEqual(scenario.levers);
  });
});

describe("rest under a draw", () => {
  it("is where nobody moves", async () => {
    const summit = toySummit([toyTariff], { response: "none", players: ["USA", "JPN"] });
    const profiles: Profile[] = [
      allHedge,
      { commit: 3, deal: 0 },
      { commit: 1, deal: 2 },
      { commit: 0, deal: 3 },
    ];
    const rests = await restingProfiles(summit, profiles, inline);
    profiles.forEach((profile, i) => {
      expect(rests[i]).toBe(movers(summit, profile, true).movers.length === 0);
    });
    expect(rests).toContain(false);
  });
});
