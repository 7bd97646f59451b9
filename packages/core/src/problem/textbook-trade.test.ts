import { describe, expect, it } from "vitest";
import { answered, arc, line, market } from "./testing/markets.js";

describe("networks", () => {
  it("Samuelson: two regions trade until prices differ by the transport cost", () => {
    // excess supply of a: 2p − 10 with p = 2 + q/2… s = 2(p − 2), d = 20 − p; b: s = p − 8, d = 50 − p
    const answer = answered(
      market(["a", "b"], {
        supply: [
          { region: "a", good: "x", form: "linear", intercept: -4, slope: 2 },
          { region: "b", good: "x", form: "linear", intercept: -8, slope: 1 },
        ],
        demand: [
          { region: "a", good: "x", form: "linear", intercept: 20, slope: -1 },
          { region: "b", good: "x", form: "linear", intercept: 50, slope: -1 },
        ],
        transport: [arc("a", "b", 3), arc("b", "a", 3)],
      }),
    );
    // 3p − 24 = 58 − 2(p + 3)
    const p = (58 - 6 + 24) / 5;
    expect(answer.buyers("a")).toBeCloseTo(p, 9);
    expect(answer.buyers("b")).toBeCloseTo(p + 3, 9);
    expect(answer.flow("a", "b")).toBeCloseTo(3 * p - 24, 9);
    expect(answer.flow("b", "a")).toBe(0);
  });

  it("Braess: a new link makes everybody's journey dearer", () => {
    const links = [
      arc("s", "u", 0, { slope: 10 }),
      arc("s", "v", 50, { slope: 1 }),
      arc("u", "t", 50, { slope: 1 }),
      arc("v", "t", 0, { slope: 10 }),
    ];
    const of = (transport: unknown[]) =>
      answered(
        market(["s", "u", "v", "t"], {
          supply: [line("s", 0, 0)],
          demand: [{ region: "t", good: "x", form: "fixed", quantity: 6 }],
          transport,
        }),
      );
    expect(of(links).buyers("t")).toBeCloseTo(83, 8);
    const wider = of([...links, arc("u", "v", 10, { slope: 1 })]);
    expect(wider.buyers("t")).toBeCloseTo(92, 8);
    expect(wider.flow("s", "u")).toBeCloseTo(4, 8);
    expect(wider.flow("u", "v")).toBeCloseTo(2, 8);
  });

  it("Pigou: with a cost that rises steeply everybody still takes the congested road", () => {
    const answer = answered(
      market(["s", "m", "t"], {
        supply: [line("s", 0, 0)],
        demand: [{ region: "t", good: "x", form: "fixed", quantity: 1 }],
        transport: [arc("s", "t", 0, { slope: 1, power: 4 }), arc("s", "m", 1.0001), arc("m", "t", 0)],
      }),
    );
    expect(answer.flow("s", "t")).toBeCloseTo(1, 8);
    expect(answer.buyers("t")).toBeCloseTo(1, 8);
  });

  it("a line of limited capacity between two nodes: congestion rent and two prices", () => {
    // Stoft's two-node market: 10 + q/100 and 13 + q/50… demands 500 and 1000… capacity 200
    const answer = answered(
      market(["n", "s"], {
        supply: [line("n", 10, 0.01), line("s", 13, 0.02)],
        demand: [
          { region: "n", good: "x", form: "fixed", quantity: 500 },
          { region: "s", good: "x", form: "fixed", quantity: 1000 },
        ],
        transport: [arc("n", "s", 0, { capacity: 200 }), arc("s", "n", 0, { capacity: 200 })],
      }),
    );
    expect(answer.sellers("n")).toBeCloseTo(17, 8);
    expect(answer.sellers("s")).toBeCloseTo(29, 8);
    expect(answer.rent("arc:n:s:x")).toBeCloseTo(12, 8);
  });

  it("three regions in a chain, the middle one both imports and passes on", () => {
    const answer = answered(
      market(["a", "b", "c"], {
        supply: [line("a", 0, 1)],
        demand: [line("b", 20, -1), line("c", 30, -1)],
        transport: [arc("a", "b", 2), arc("b", "c", 3)],
      }),
    );
    // p: q_b = 18 − p, q_c = 25 − p, p = q_b + q_c
    const p = 43 / 3;
    expect(answer.flow("a", "b")).toBeCloseTo(p, 9);
    expect(answer.flow("b", "c")).toBeCloseTo(25 - p, 9);
    expect(answer.buyers("c")).toBeCloseTo(p + 5, 9);
  });

  it("two goods with asymmetric cross effects: no optimisation problem behind", () => {
    const demand = {
      region: "b",
      goods: ["x", "y"],
      form: "linear-system",
      intercept: [40, 30],
      slope: [
        [-2, 1],
        [0.25, -1],
      ],
    };
    const answer = answered({
      ...market(["a", "b"], {
        supply: [line("a", 4, 0), line("a", 6, 0, { good: "y" })],
        demand: [demand],
        transport: [arc("a", "b", 1), arc("a", "b", 2, { good: "y" })],
      }),
      goods: ["x", "y"],
    });
    expect(answer.bought("b", "x")).toBeCloseTo(40 - 10 + 8, 8);
    expect(answer.bought("b", "y")).toBeCloseTo(30 + 1.25 - 8, 8);
  });

  it("supply of several goods that compete for land", () => {
    const supply = {
      region: "r",
      goods: ["x", "y"],
      form: "linear-system",
      intercept: { x: -2, y: -1 },
      slope: { x: { x: 3, y: -1 }, y: { x: -1, y: 2 } },
    };
    const answer = answered({
      ...market(["r"], {
        supply: [supply],
        demand: [line("r", 10, 0, { capacity: 100 }), line("r", 8, 0, { good: "y" })],
      }),
      goods: ["x", "y"],
    });
    expect(answer.made("r", "x")).toBeCloseTo(-2 + 30 - 8, 8);
    expect(answer.made("r", "y")).toBeCloseTo(-1 - 10 + 16, 8);
  });
});

describe("tariffs and quotas", () => {
  const world = (more: Record<string, unknown>) =>
    answered(
      market(["home", "row"], {
        supply: [line("home", 20, 1), line("row", 10, 0.5)],
        demand: [line("home", 100, -1), line("row", 60, -0.5)],
        transport: [arc("row", "home", 0), arc("home", "row", 0)],
        ...more,
      }),
    );
  // home imports 120 − 2p, the rest exports 4p − 140: free trade at p = 130/3
  const specific = (t: number) => ({ duties: [{ from: "row", to: "home", good: "x", specific: t }] });
  const homeWelfare = (answer: ReturnType<typeof world>) =>
    answer.figures.welfare.consumer["home"] + answer.profit("home") + answer.figures.revenue.duties;

  it("a large country's tariff falls partly on foreigners", () => {
    const answer = world(specific(9));
    expect(answer.buyers("home")).toBeCloseTo((260 + 36) / 6, 8);
    expect(answer.sellers("row")).toBeCloseTo((260 - 18) / 6, 8);
    expect(answer.figures.revenue.duties).toBeCloseTo(9 * (120 - 2 * (296 / 6)), 7);
  });

  it("the optimum tariff is the inverse elasticity of foreign exports", () => {
    // t* = exports / slope of exports = M/4, with M = 120 − 2(p + t) = 4p − 140
    const m = (100 / 3) * (3 / 4);
    const best = homeWelfare(world(specific(m / 4)));
    expect(world(specific(m / 4)).flow("row", "home")).toBeCloseTo(m, 8);
    for (const other of [0, m / 4 - 0.5, m / 4 + 0.5, 2 * m])
      expect(homeWelfare(world(specific(other)))).toBeLessThan(best);
    const slope =
      (homeWelfare(world(specific(m / 4 + 1e-4))) - homeWelfare(world(specific(m / 4 - 1e-4)))) / 2e-4;
    expect(Math.abs(slope)).toBeLessThan(1e-4);
  });

  it("a quota at the tariff's imports gives the same prices, its rent the tariff's revenue", () => {
    const taxed = world(specific(9));
    const limit = taxed.flow("row", "home");
    for (const rentTo of ["importer", "exporter", "split"]) {
      const rationed = world({ quotas: [{ id: "q", arcs: [["row", "home", "x"]], limit, rentTo }] });
      expect(rationed.buyers("home")).toBeCloseTo(taxed.buyers("home"), 8);
      expect(rationed.rent("q")).toBeCloseTo(9, 7);
      expect(rationed.total).toBeCloseTo(taxed.total, 6);
    }
  });

  it("an ad-valorem tariff equals the specific one at its own price", () => {
    const taxed = world({ duties: [{ from: "row", to: "home", good: "x", adValorem: 0.2 }] });
    const same = world(specific(0.2 * taxed.sellers("row")));
    expect(same.buyers("home")).toBeCloseTo(taxed.buyers("home"), 8);
    expect(same.figures.revenue.duties).toBeCloseTo(taxed.figures.revenue.duties, 6);
  });

  it("Lerner: an export tax abroad and an import duty at home move the same quantity", () => {
    const duty = world(specific(6));
    const tax = world({ exportTaxes: [{ from: "row", to: "home", good: "x", specific: 6 }] });
    expect(tax.flow("row", "home")).toBeCloseTo(duty.flow("row", "home"), 8);
    expect(tax.figures.revenue.exportTaxes).toBeCloseTo(duty.figures.revenue.duties, 6);
    expect(tax.sellers("row")).toBeCloseTo(duty.sellers("row"), 8);
  });

  it("a prohibitive tariff leaves autarky", () => {
    const answer = world(specific(60));
    expect(answer.buyers("home")).toBeCloseTo(60, 8);
    expect(answer.buyers("row")).toBeCloseTo(35, 8);
    expect(answer.figures.flows).toEqual([]);
    expect(answer.figures.revenue.duties).toBe(0);
  });

  it.each([
    ["fills less than the quota", 100, 4, 0, 4, 40 / 0.99999999],
    ["stands at the quota", 30, 4, 1, 30, 0],
    ["goes beyond the quota", 10, 4, 0, 0, 0],
  ])("a tariff-rate quota that imports %s", (_, limit) => {
    const small = (more: Record<string, unknown>) =>
      answered(
        market(["home", "row"], {
          supply: [line("home", 20, 1), line("row", 30, 0)],
          demand: [line("home", 100, -1)],
          transport: [arc("row", "home", 0)],
          ...more,
        }),
      );
    const answer = small({
      tariffRateQuotas: [
        {
          id: "t",
          arcs: [["row", "home", "x"]],
          limit,
          inQuota: { specific: 3 },
          overQuota: { adValorem: 0.5 },
        },
      ],
    });
    // imports 120 − 2p: at 33 they are 54, at 45 they are 30
    const imports = Math.min(54, Math.max(limit, 30));
    const price = (120 - imports) / 2;
    expect(answer.flow("row", "home")).toBeCloseTo(imports, 8);
    expect(answer.buyers("home")).toBeCloseTo(price, 8);
    expect(answer.rent("t")).toBeCloseTo(price - 33, 7);
    const inside = Math.min(limit, imports);
    expect(answer.figures.revenue.duties).toBeCloseTo(3 * inside + 15 * (imports - inside), 6);
    expect(answer.figures.rents.find((row) => row.id === "t")?.total ?? 0).toBeCloseTo(
      (price - 33) * inside,
      6,
    );
  });

  it("a quota over two suppliers is filled by the cheaper", () => {
    const answer = answered(
      market(["a", "b", "home"], {
        supply: [line("a", 4, 0), line("b", 6, 1), line("home", 30, 1)],
        demand: [line("home", 100, -1)],
        transport: [arc("a", "home", 1), arc("b", "home", 1)],
        quotas: [
          {
            id: "q",
            arcs: [
              ["a", "home", "x"],
              ["b", "home", "x"],
            ],
            limit: 10,
          },
        ],
      }),
    );
    expect(answer.flow("a", "home")).toBeCloseTo(10, 8);
    expect(answer.flow("b", "home")).toBeCloseTo(0, 8);
    expect(answer.buyers("home")).toBeCloseTo(60, 8);
    expect(answer.rent("q")).toBeCloseTo(55, 7);
  });

  it("a wildcard duty spares the partner that has a row of its own", () => {
    const answer = answered(
      market(["ally", "rival", "home"], {
        supply: [line("ally", 12, 0), line("rival", 10, 0)],
        demand: [line("home", 30, -1)],
        transport: [arc("*", "home", 0)],
        duties: [
          { from: "*", to: "home", good: "x", adValorem: 0.3 },
          { from: "ally", to: "home", good: "x", adValorem: 0 },
        ],
      }),
    );
    expect(answer.buyers("home")).toBeCloseTo(12, 9);
    expect(answer.flow("ally", "home")).toBeCloseTo(18, 8);
    expect(answer.figures.revenue.duties).toBeCloseTo(0, 9);
  });

  it("an import subsidy is a negative duty, and no equilibrium where the goods may come back for free", () => {
    const answer = world({ ...specific(-6), transport: [arc("row", "home", 0)] });
    expect(answer.buyers("home")).toBeCloseTo((260 - 24) / 6, 8);
    expect(answer.figures.revenue.duties).toBeCloseTo(-6 * (120 - (260 - 24) / 3), 6);
    expect(() => world(specific(-6))).toThrow("INFEASIBLE");
  });
});
