import { describe, expect, it } from "vitest";
import { leverYear, underLevers, toyMarket } from "../fixtures/lever-year.js";

const apply = (kind: string, fields: object) => leverYear([{ [kind]: { from: 2026, ...fields } }]);

describe("cooperation", () => {
  it("frees trade among members from every duty, and no other trade", () => {
    const duty = { tariff: { importers: "members", exporters: "all", goods: "magnet.*", rate: "10%" } };
    const { market } = leverYear([{ cooperation: { "duty-free": true } }, duty]);
    const { arcs, origins, regions } = toyMarket;
    const taxed = market.wedges
      .filter((wedge) => wedge.lever === "tariff")
      .flatMap((wedge) => [...wedge.arcs]);
    expect(new Set(taxed.map((arc) => regions[origins.region[arcs.origin[arc]]]))).toEqual(new Set(["CHN"]));
  });

  it("gives members cheaper capital, know-how, qualification and shares in a crisis, at their cost", () => {
    const { terms, market } = apply("cooperation", {
      "pooled-finance": "-2 pp",
      "shared-know-how": true,
      "know-how-cost": "9 MUSD/y",
      "recognised-qualification": "50%",
      "qualification-cost": "6 MUSD/y",
      "crisis-sharing": "80%",
    });
    const members = ["USA", "JPN", "AUS"];
    const lever = "cooperation";
    expect(market).toBe(toyMarket);
    expect(terms.capitalPoints).toEqual([
      {
        lever,
        regions: members,
        stages: ["concentrate", "oxide", "metal", "magnet"],
        points: -0.02,
        payers: members,
      },
    ]);
    expect(terms.sharedKnowHow).toEqual([{ lever, regions: members, annualCost: 3000 }]);
    expect(terms.qualification).toMatchObject([
      { lever, importers: members, exporters: members, share: 0.5, annualCost: 6000 },
    ]);
    expect(terms.crisisSharing).toEqual([{ lever, members, share: 0.8 }]);
  });
});

describe("technology", () => {
  it("is closed to others at the stages named", () => {
    const { terms } = apply("technology-export-ban", { exporter: "CHN", stages: ["metal", "magnet"] });
    expect(terms.technologyBans).toEqual([
      {
        lever: "technology-export-ban",
        exporter: "CHN",
        regions: ["USA", "JPN", "AUS"],
        stages: ["metal", "magnet"],
      },
    ]);
  });

  it("is given to hosts at a speed, for money and a share of what they make", () => {
    const { terms } = apply("technology-transfer", {
      donor: ["CHN", "JPN"],
      hosts: ["AUS", "JPN"],
      stages: "oxide",
      speed: "20%",
      cost: "10 MUSD/y",
      "offtake-share": "30%",
    });
    const common = {
      lever: "technology-transfer",
      stages: ["oxide"],
      speed: 0.2,
      annualCost: 5000,
      offtakeShare: 0.3,
    };
    expect(terms.technologyTransfers).toEqual([
      { ...common, donor: "CHN", hosts: ["JPN", "AUS"] },
      { ...common, donor: "JPN", hosts: ["AUS"] },
    ]);
  });
});

describe("a technology transfer's offtake", () => {
  const transfer = (share: string, over: object = {}) => ({
    "technology-transfer": {
      donor: "CHN",
      hosts: "AUS",
      stages: ["concentrate", "oxide"],
      speed: "20%",
      "offtake-share": share,
      ...over,
    },
  });
  const share = (year: ReturnType<typeof underLevers>, good: string) =>
    year.flow(good, "AUS", "CHN") / year.output(good, "AUS");

  it("sends at least that share of what the host makes to the donor", () => {
    const free = underLevers([transfer("0%")]);
    const bound = underLevers([transfer("70%")]);
    expect(share(free, "concentrate.monazite")).toBeLessThan(0.5);
    expect(share(bound, "concentrate.monazite")).toBeCloseTo(0.7, 6);
  });

  it("binds nothing where the donor takes more already, where no route is open, or where nothing is taught", () => {
    const controls = (entry: object) => leverYear([entry]).market.controls.map(({ id }) => id);
    expect(controls(transfer("0%"))).toEqual([]);
    expect(controls(transfer("30%", { speed: 0 }))).toEqual([]);
    const free = underLevers([]);
    const slack = underLevers([transfer("10%", { stages: "concentrate" })]);
    expect(share(slack, "concentrate.monazite")).toBeCloseTo(share(free, "concentrate.monazite"), 6);
    for (const id of controls(transfer("30%"))) expect(id).toMatch(/^technology-transfer:AUS:/u);
  });

  it("costs the treasury nothing: what others pay more, the donor pays less", () => {
    const { market, equilibrium } = underLevers([transfer("70%")]);
    market.controls.forEach(({ members, coefficient }, c) => {
      let held = 0;
      members.forEach((arc, i) => (held += equilibrium.rent[c] * coefficient[i] * equilibrium.flow[arc]));
      expect(Math.abs(held)).toBeLessThan(1e-3);
    });
  });
});

describe("a bilateral deal", () => {
  it("moves what is conceded from the party to the supplier, once for each pair", () => {
    const { terms } = apply("bilateral-deal", {
      party: ["USA", "JPN"],
      supplier: "CHN",
      concession: "200 MUSD/y",
    });
    expect(terms.transfers).toEqual([
      { lever: "bilateral-deal", from: "USA", to: "CHN", amount: 100_000 },
      { lever: "bilateral-deal", from: "JPN", to: "CHN", amount: 100_000 },
    ]);
  });

  it("assures a volume, or spares a share of the base year's flow", () => {
    const quota = { "export-quota": { exporter: "CHN", goods: "oxide.Dy", volume: 0 } };
    const limits = (fields: object) =>
      leverYear([
        quota,
        { "bilateral-deal": { party: "JPN", supplier: "CHN", goods: "oxide.Dy", ...fields } },
      ])
        .market.controls.filter((control) => control.lever === "bilateral-deal")
        .map((control) => control.limit);
    expect(limits({ volume: "12 t/y" })).toEqual([12]);
    expect(limits({ spared: "50%" })).toEqual([10]);
    expect(limits({})).toEqual([]);
  });
});

describe("an environmental cost", () => {
  it("raises the cost of the region's plants per tonne of what they make, and pays nobody", () => {
    const { market } = apply("environmental-cost", {
      regions: "CHN",
      goods: "concentrate.bayan-obo",
      cost: "500 USD/t",
    });
    expect(market.nodes.cost[0] - toyMarket.nodes.cost[0]).toBeCloseTo(0.5, 12);
    expect(market.wedges).toEqual(toyMarket.wedges);
  });
});
