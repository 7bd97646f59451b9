import { describe, expect, it } from "vitest";
import { answered, arc, line, market } from "./testing/markets.js";

const goods = (names: readonly string[], more: Record<string, unknown>) => ({
  ...market(["a"], more),
  goods: names,
});
const firm = (id: string, cost: number, more = {}) => ({ id, region: "a", good: "x", cost, ...more });
const cournot = (seller: string) => ({ seller, good: "x", kind: "cournot" });

describe("systems spelled by good or in the order of their own list", () => {
  const supply = (x: number, y: number) => [line("a", x, 0), line("a", y, 0, { good: "y" })];
  const bought = (demand: object, x: number, y: number) => {
    const answer = answered(
      goods(["x", "y"], { supply: supply(x, y), demand: [{ region: "a", ...demand }] }),
    );
    return [answer.bought("a"), answer.bought("a", "y")];
  };

  it("inverse-linear-system by good: 16 = 2x + y, 24 = x + 3y", () => {
    const form = "inverse-linear-system";
    const slope = { x: { x: -2, y: -1 }, y: { x: -1, y: -3 } };
    const [x, y] = bought({ form, goods: ["x", "y"], intercept: { x: 20, y: 30 }, slope }, 4, 6);
    expect(x).toBeCloseTo(4.8, 9);
    expect(y).toBeCloseTo(6.4, 9);
  });

  it("linear-system in an order of its own", () => {
    const slope = [
      [-2, 1],
      [1, -2],
    ];
    const [x, y] = bought({ form: "linear-system", goods: ["y", "x"], intercept: [10, 20], slope }, 4, 3);
    expect(x).toBeCloseTo(15, 9);
    expect(y).toBeCloseTo(8, 9);
  });

  it("ces with σ = 1 keeps the money spent on each good", () => {
    const form = { form: "ces", goods: ["x", "y"], sigma: 1, elasticity: -1 };
    const [x, y] = bought({ ...form, quantity: { x: 10, y: 10 }, price: { x: 1, y: 1 } }, 2, 1);
    expect(x).toBeCloseTo(5, 9);
    expect(y).toBeCloseTo(10, 9);
  });
});

describe("charges at the border", () => {
  it("an export tax for all, and a duty on fob that leaves freight out", () => {
    const answer = answered(
      market(["a", "b"], {
        supply: [line("a", 8, 0)],
        demand: [line("b", 30, -1)],
        transport: [arc("a", "b", 3)],
        duties: [{ from: "*", to: "b", good: "x", adValorem: 0.2, base: "fob" }],
        exportTaxes: [{ from: "a", to: "*", good: "x", adValorem: 0.25, specific: 1 }],
      }),
    );
    expect(answer.buyers("b")).toBeCloseTo(11 * 1.2 + 3, 9);
    expect(answer.figures.revenue.exportTaxes).toBeCloseTo(13.8 * 3, 8);
  });

  it("a quota whose rent is split: the exporter's half is dutiable, 12.1 + 1.05 rent = 26", () => {
    const answer = answered(
      market(["a", "b"], {
        supply: [line("a", 10, 0)],
        demand: [line("b", 30, -1)],
        transport: [arc("a", "b", 1)],
        duties: [{ from: "a", to: "b", good: "x", adValorem: 0.1 }],
        quotas: [{ id: "q", arcs: [["a", "b", "x"]], limit: 4, rentTo: "split" }],
      }),
    );
    expect(answer.rent("q")).toBeCloseTo(13.9 / 1.05, 8);
  });

  it("a tariff-rate quota for all origins is filled by the cheapest and has a rent before it is exceeded", () => {
    const answer = answered(
      market(["a", "b", "c"], {
        supply: [line("a", 10, 0), line("c", 11, 0)],
        demand: [line("b", 20, -1)],
        transport: [arc("a", "b"), arc("c", "b")],
        tariffRateQuotas: [
          {
            id: "t",
            arcs: [["*", "b", "x"]],
            limit: 6,
            inQuota: { specific: 1 },
            overQuota: { specific: 5 },
          },
        ],
      }),
    );
    expect(answer.flow("a", "b")).toBeCloseTo(6, 9);
    expect(answer.rent("t")).toBeCloseTo(3, 9);
  });
});

describe("sellers and supports", () => {
  it("Cournot: a firm at its capacity of 2, the other answers with 5", () => {
    const firms = [firm("f", 1, { capacity: 2 }), firm("h", 1)];
    const conduct = [cournot("f"), cournot("h")];
    const answer = answered(market(["a"], { firms, demand: [line("a", 13, -1)], conduct }));
    expect(answer.sold("h", "a")).toBeCloseTo(5, 9);
    expect(answer.rent("f")).toBeCloseTo(3, 9);
  });

  it("a monopoly that owns a road of cost 1 + f²/10 counts 1 + 3f²/10", () => {
    const answer = answered(
      market(["a", "b"], {
        supply: [line("a", 0, 0)],
        demand: [line("b", 30, -1)],
        transport: [arc("a", "b", 1, { slope: 0.1, power: 2 })],
        conduct: [{ seller: "*", good: "x", kind: "monopoly", transport: "owned" }],
      }),
    );
    expect(answer.bought("b")).toBeCloseTo((-2 + Math.sqrt(38.8)) / 0.6, 8);
  });

  it("a deficiency payment on what a mill makes: 2 + 1 + level/2 = 10", () => {
    const answer = answered(
      goods(["g", "x"], {
        supply: [line("a", 2, 0, { good: "g" })],
        processes: [
          { id: "mill", region: "a", inputs: { g: 1 }, outputs: { x: 1 }, cost: 1, costSlope: 0.5 },
        ],
        demand: [line("a", 20, -1)],
        floors: [{ region: "a", good: "x", price: 10, mechanism: "deficiency-payment" }],
      }),
    );
    expect(answer.level("mill")).toBeCloseTo(14, 9);
    expect(answer.figures.floors[0].payment).toBeCloseTo(56, 8);
  });

  it("Armington by a benchmark: a duty of one θ takes from the taxed source", () => {
    const seen = { to: "c", good: "x", price: 10, delivered: 10 };
    const answer = answered(
      market(["a", "b", "c"], {
        supply: [line("a", 10, 0), line("b", 10, 0)],
        demand: [{ region: "c", good: "x", form: "fixed", quantity: 40 }],
        transport: [arc("a", "c"), arc("b", "c")],
        duties: [{ from: "a", to: "c", good: "x", specific: 2 }],
        dispersion: { x: 2 },
        benchmark: [
          { from: "a", flow: 30, ...seen },
          { from: "b", flow: 10, ...seen },
        ],
      }),
    );
    const taxed = 0.75 * Math.exp(-1);
    expect(answer.flow("a", "c")).toBeCloseTo((40 * taxed) / (taxed + 0.25), 8);
  });

  it.each(["fixed", "linear"])("a capacity of 3 cuts off a vertical %s supply of 5", (form) => {
    const vertical = form === "fixed" ? { quantity: 5 } : { intercept: 5, slope: 0 };
    const supply = [{ region: "a", good: "x", form, capacity: 3, ...vertical }];
    const answer = answered(market(["a"], { supply, demand: [line("a", 10, -1)] }));
    expect(answer.made("a")).toBeCloseTo(3, 9);
    expect(answer.buyers("a")).toBeCloseTo(7, 9);
  });
});
