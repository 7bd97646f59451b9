import { describe, expect, it } from "vitest";
import { leverYear, toyMarket } from "../fixtures/lever-year.js";
import type { Control } from "../market/market.js";

const controls = (kind: string, fields: object, year = 2026): readonly Control[] =>
  leverYear([{ [kind]: { from: 2026, ...fields } }], year).market.controls;
const limits = (found: readonly Control[]): Record<string, number> =>
  Object.fromEntries(found.map(({ id, limit }) => [id, limit]));
const licence = { exporter: "CHN", destinations: ["USA", "JPN"], goods: "magnet.*", volume: "50% of 2024" };

describe("licences and quotas", () => {
  it("limit each good to each destination by its base-year flow", () => {
    expect(limits(controls("export-licence", licence))).toEqual({
      "export-licence:magnet.NdFeB-standard:USA": 5750,
      "export-licence:magnet.NdFeB-standard:JPN": 4050,
      "export-licence:magnet.NdFeB-high-temperature:USA": 1500,
      "export-licence:magnet.NdFeB-high-temperature:JPN": 525,
    });
  });

  it("pool goods, or destinations, or both", () => {
    expect(limits(controls("export-licence", { ...licence, basis: "pooled" }))).toEqual({
      "export-licence:pooled:USA": 7250,
      "export-licence:pooled:JPN": 4575,
    });
    expect(limits(controls("export-quota", { ...licence, per: "group" }))).toEqual({
      "export-quota:magnet.NdFeB-standard:group": 9800,
      "export-quota:magnet.NdFeB-high-temperature:group": 2025,
    });
    expect(
      limits(controls("export-quota", { ...licence, per: "group", basis: "pooled", volume: "5 kt/y" })),
    ).toEqual({
      "export-quota:pooled:group": 5000,
    });
  });

  it("leave the rent to the exporter unless they say otherwise, and carry the lever's id", () => {
    expect(controls("export-licence", { ...licence, id: "april" })[0]).toMatchObject({
      lever: "april",
      rentTo: "exporter",
      cap: Infinity,
      neutral: false,
    });
    expect(controls("export-licence", { ...licence, rent: "importer" })[0].rentTo).toBe("importer");
  });

  it("never reach routes inside the exporter", () => {
    const members = controls("export-quota", { ...licence, destinations: "all", per: "group" }).flatMap(
      (control) => [...control.members],
    );
    const { arcs, origins, buyers } = toyMarket;
    for (const arc of members)
      expect(origins.region[arcs.origin[arc]]).not.toBe(buyers.region[arcs.buyer[arc]]);
  });
});

describe("a processing delay", () => {
  const delayed = {
    exporter: "CHN",
    destinations: "JPN",
    goods: "oxide.NdPr",
    delay: "3 months",
    "carrying-cost": "12%",
  };

  it("loses its length of the flow in the first year, and only then", () => {
    expect(limits(controls("processing-delay", delayed))).toEqual({ "processing-delay:oxide.NdPr:JPN": 450 });
    expect(controls("processing-delay", delayed, 2027)).toEqual([]);
    expect(controls("processing-delay", { ...delayed, "pipeline-lost": false })).toEqual([]);
  });

  it("makes buyers bear the cost of goods in waiting every year", () => {
    const { market } = leverYear([{ "processing-delay": { from: 2026, ...delayed } }], 2030);
    const changed = [...market.arcs.logWeight.keys()].filter(
      (arc) => market.arcs.logWeight[arc] !== toyMarket.arcs.logWeight[arc],
    );
    expect(changed).toHaveLength(1);
    const theta = market.buyers.theta[market.arcs.buyer[changed[0]]];
    expect(toyMarket.arcs.logWeight[changed[0]] - market.arcs.logWeight[changed[0]]).toBeCloseTo(
      (0.25 * 0.12 * 56) / theta,
      12,
    );
  });
});

describe("output quotas", () => {
  it("bind the region's nodes by what they make of each good, or of all", () => {
    expect(
      limits(
        controls("output-quota", { region: "CHN", goods: ["oxide.NdPr", "oxide.Dy"], volume: "50% of 2024" }),
      ),
    ).toEqual({
      "output-quota:oxide.NdPr": 11_000,
      "output-quota:oxide.Dy": 200,
    });
    const [pooled] = controls("output-quota", {
      region: "CHN",
      goods: "magnet.*",
      volume: "30 kt/y",
      basis: "pooled",
    });
    expect(pooled).toMatchObject({ id: "output-quota:pooled", on: "node", limit: 30_000 });
    expect([...pooled.members].map((node) => toyMarket.nodes.id[node])).toEqual([
      "magnet-standard@CHN",
      "magnet-high-temperature@CHN",
      "new:magnet-standard@CHN",
      "new:magnet-high-temperature@CHN",
    ]);
    expect([...pooled.coefficient]).toEqual([1, 1, 1, 1]);
  });
});

describe("content rules", () => {
  it("weigh each route by the share required less the share covered", () => {
    const [rule] = controls("local-content", {
      importers: "USA",
      goods: "magnet.NdFeB-standard",
      share: "40%",
      from: 2026,
    });
    expect(rule).toMatchObject({ neutral: true, limit: 0, on: "arc" });
    const byOrigin = [...rule.members].map((arc, k) => [
      toyMarket.regions[toyMarket.origins.region[toyMarket.arcs.origin[arc]]],
      rule.coefficient[k],
    ]);
    expect(Object.fromEntries(byOrigin)).toMatchObject({ CHN: 0.4, JPN: 0.4, USA: -0.6 });
  });

  it("count a route as recycled by the recycled share of what its origin can supply", () => {
    const [rule] = controls("recycled-content", { importers: "JPN", goods: "oxide.NdPr", share: "5%" });
    const chinese = [...rule.members].findIndex(
      (arc) => toyMarket.regions[toyMarket.origins.region[toyMarket.arcs.origin[arc]]] === "CHN",
    );
    const capacity = 150_000 * 0.2 + 16_000 * 0.25;
    expect(rule.coefficient[chinese]).toBeCloseTo(0.05 - 2000 / (2000 + capacity), 12);
    const others = [...rule.coefficient].filter((_, k) => k !== chinese);
    for (const coefficient of others) expect(coefficient).toBeCloseTo(0.05, 12);
  });

  it("are refused where no route brings the share: buyers could only go without", () => {
    const rule = { importers: "JPN", goods: "oxide.NdPr", share: "10%" };
    try {
      controls("recycled-content", rule);
      expect.unreachable();
    } catch (error) {
      const details = { reason: "content-without-source", good: "oxide.NdPr", region: "JPN", share: 0.1 };
      expect(error).toMatchObject({ issues: [{ code: "INFEASIBLE", details }] });
    }
    const [bought] = controls("recycled-content", { ...rule, "buy-out": "3 USD/kg" });
    expect(bought.cap).toBe(3);
    expect(controls("recycled-content", { ...rule, "buy-out": 0 })).toEqual([]);
  });
});
