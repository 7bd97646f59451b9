import { describe, expect, it } from "vitest";
import { answered, arc, line, market } from "./testing/markets.js";

const cournot = (seller: string, transport = "given") => ({ seller, good: "x", kind: "cournot", transport });
const firm = (id: string, region: string, cost: number, more = {}) => ({
  id,
  region,
  good: "x",
  cost,
  ...more,
});

describe("oligopoly in one market", () => {
  it.each([1, 2, 3, 7])("%i equal Cournot firms: q = (a − c)/(b(n + 1))", (n) => {
    const ids = Array.from({ length: n }, (_, k) => `f${k}`);
    const answer = answered(
      market(["r"], {
        demand: [line("r", 100, -2)],
        firms: ids.map((id) => firm(id, "r", 10)),
        conduct: ids.map((id) => cournot(id)),
      }),
    );
    for (const id of ids) expect(answer.sold(id, "r")).toBeCloseTo(45 / (n + 1), 9);
    expect(answer.buyers("r")).toBeCloseTo((100 + n * 10) / (n + 1), 9);
    expect(answer.profit("f0")).toBeCloseTo(2 * (45 / (n + 1)) ** 2, 8);
  });

  it("Cournot with different costs and one firm at its capacity", () => {
    // P = 120 − Q, c = 20, 30, 40; the first is held at 10: q2 = (120 − 10 − 60 + 40)/3, q3 = q2 − 10
    const answer = answered(
      market(["r"], {
        demand: [line("r", 120, -1)],
        firms: [firm("a", "r", 20, { capacity: 10 }), firm("b", "r", 30), firm("c", "r", 40)],
        conduct: ["a", "b", "c"].map((id) => cournot(id)),
      }),
    );
    expect(answer.sold("b", "r")).toBeCloseTo(30, 9);
    expect(answer.sold("c", "r")).toBeCloseTo(20, 9);
    expect(answer.buyers("r")).toBeCloseTo(60, 9);
    expect(answer.rent("a")).toBeCloseTo(60 - 10 - 20, 8);
  });

  it("a dominant firm with a competitive fringe sets marginal revenue of residual demand", () => {
    // Q = 100 − p, fringe q = p − 10, leader cost 10: residual 110 − 2p, p = (55 + 10)/2
    const answer = answered(
      market(["r"], {
        demand: [line("r", 100, -1)],
        supply: [line("r", 10, 1)],
        firms: [firm("lead", "r", 10)],
        conduct: [{ seller: "lead", good: "x", kind: "leader" }],
      }),
    );
    expect(answer.buyers("r")).toBeCloseTo(32.5, 8);
    expect(answer.sold("lead", "r")).toBeCloseTo(45, 7);
    expect(answer.made("r") - 45).toBeCloseTo(22.5, 7);
    expect(answer.profit("lead")).toBeCloseTo(22.5 * 45, 6);
  });

  it("a leader before n Cournot followers sells as much as a monopoly", () => {
    for (const n of [1, 2, 4]) {
      const followers = Array.from({ length: n }, (_, k) => `f${k}`);
      const answer = answered(
        market(["r"], {
          demand: [line("r", 30, -1)],
          firms: [firm("lead", "r", 6), ...followers.map((id) => firm(id, "r", 6))],
          conduct: [{ seller: "lead", good: "x", kind: "leader" }, ...followers.map((id) => cournot(id))],
        }),
      );
      expect(answer.sold("lead", "r")).toBeCloseTo(12, 7);
      expect(answer.sold("f0", "r")).toBeCloseTo(12 / (n + 1), 7);
    }
  });

  it("a monopoly with two plants equates their marginal costs to marginal revenue", () => {
    // MC1 = 10 + 2q, MC2 = 20 + q, MR = 100 − 2Q
    const answer = answered(
      market(["r"], {
        demand: [line("r", 100, -1)],
        firms: [firm("one", "r", 10, { costSlope: 2 }), firm("two", "r", 20, { costSlope: 1 })],
        conduct: [{ seller: "*", good: "x", kind: "monopoly" }],
      }),
    );
    const mc = (100 + 2 * (5 + 20)) / 4;
    expect(answer.sold("*", "r")).toBeCloseTo((mc - 10) / 2 + mc - 20, 8);
    expect(answer.buyers("r")).toBeCloseTo(100 - ((mc - 10) / 2 + mc - 20), 8);
  });

  it("a monopoly facing constant elasticity marks up by 1/(ε − 1)", () => {
    const answer = answered(
      market(["r"], {
        demand: [{ region: "r", good: "x", form: "isoelastic", quantity: 100, price: 1, elasticity: -3 }],
        firms: [firm("only", "r", 2)],
        conduct: [{ seller: "only", good: "x", kind: "monopoly" }],
      }),
    );
    expect(answer.buyers("r")).toBeCloseTo(3, 8);
    expect(answer.bought("r")).toBeCloseTo(100 / 27, 7);
  });
});

describe("oligopoly in space", () => {
  it("reciprocal dumping: both firms sell in both markets across a transport cost", () => {
    // Brander and Krugman: home (a − c + t)/3, abroad (a − c − 2t)/3
    const answer = answered(
      market(["h", "f"], {
        demand: [line("h", 16, -1), line("f", 16, -1)],
        supply: [line("h", 1, 0), line("f", 1, 0)],
        transport: [arc("h", "f", 3), arc("f", "h", 3)],
        conduct: [cournot("h"), cournot("f")],
      }),
    );
    expect(answer.sold("h", "h")).toBeCloseTo(6, 9);
    expect(answer.sold("h", "f")).toBeCloseTo(3, 9);
    expect(answer.flow("f", "h")).toBeCloseTo(3, 9);
    expect(answer.buyers("h")).toBeCloseTo(7, 9);
    expect(answer.profit("h")).toBeCloseTo(6 * 6 + 3 * 3, 8);
  });

  it.each([
    ["specific", { specific: 3 }, 3, 0],
    ["ad valorem", { adValorem: 0.5 }, 0, 0.5],
  ])("a %s duty on a foreign Cournot rival", (_, duty, specific, rate) => {
    const answer = answered(
      market(["h", "f"], {
        demand: [line("h", 31, -1)],
        supply: [line("h", 1, 0), line("f", 1, 0)],
        transport: [arc("f", "h", 0)],
        duties: [{ from: "f", to: "h", good: "x", ...duty }],
        conduct: [cournot("h"), cournot("f")],
      }),
    );
    const cost = (1 + specific) * (1 + rate);
    const [home, foreign] = [(31 - 2 + cost) / 3, (31 - 2 * cost + 1) / 3];
    expect(answer.sold("h", "h")).toBeCloseTo(home, 8);
    expect(answer.sold("f", "h")).toBeCloseTo(foreign, 8);
    const price = 31 - home - foreign;
    const perUnit = specific + (price - specific) * (rate / (1 + rate));
    expect(answer.figures.revenue.duties).toBeCloseTo(perUnit * foreign, 7);
    expect(answer.profit("f")).toBeCloseTo((price - perUnit - 1) * foreign, 7);
  });

  it("a monopoly discriminates in space: delivered price (a + c + t)/2", () => {
    const answer = answered(
      market(["m", "near", "far"], {
        demand: [line("m", 20, -1), line("near", 20, -1), line("far", 20, -2)],
        supply: [line("m", 2, 0)],
        transport: [arc("m", "near", 2), arc("near", "far", 4)],
        conduct: [{ seller: "m", good: "x", kind: "monopoly" }],
      }),
    );
    expect(answer.buyers("m")).toBeCloseTo(11, 9);
    expect(answer.buyers("near")).toBeCloseTo(12, 9);
    expect(answer.buyers("far")).toBeCloseTo(14, 9);
    expect(answer.flow("m", "near")).toBeCloseTo(8 + 3, 9);
  });

  it.each([
    ["given", 1],
    ["owned", 2],
  ])("congested transport that is %s", (transport, factor) => {
    // MR 40 − 2q = 4 + factor·q
    const answer = answered(
      market(["m", "b"], {
        demand: [line("b", 40, -1)],
        supply: [line("m", 1, 0)],
        transport: [arc("m", "b", 3, { slope: 1 })],
        conduct: [{ seller: "m", good: "x", kind: "monopoly", transport }],
      }),
    );
    expect(answer.flow("m", "b")).toBeCloseTo(36 / (2 + factor), 8);
    expect(answer.figures.flows[0].cost).toBeCloseTo(3 + 36 / (2 + factor), 8);
  });

  it("Cournot across a line: a congested line of capacity 5 splits the markets", () => {
    const answer = answered(
      market(["n", "s"], {
        demand: [line("n", 10, -1), line("s", 30, -1)],
        supply: [line("n", 2, 0), line("s", 6, 0)],
        transport: [arc("n", "s", 0, { capacity: 5 })],
        conduct: [cournot("n"), cournot("s")],
      }),
    );
    expect(answer.sold("n", "s")).toBeCloseTo(5, 8);
    expect(answer.sold("s", "s")).toBeCloseTo((30 - 5 - 6) / 2, 8);
    expect(answer.sold("n", "n")).toBeCloseTo(4, 8);
    expect(answer.rent("arc:n:s:x")).toBeCloseTo(15.5 - 5 - 2, 7);
  });

  it("a leader abroad takes the fringe's answer and the duty into account", () => {
    // fringe q = p − 4 at home, demand 40 − p, leader cost 2, duty 2: residual 44 − 2p
    const answer = answered(
      market(["h", "f"], {
        demand: [line("h", 40, -1)],
        supply: [line("h", 4, 1), line("f", 2, 0)],
        transport: [arc("f", "h", 0)],
        duties: [{ from: "f", to: "h", good: "x", specific: 2 }],
        conduct: [{ seller: "f", good: "x", kind: "leader" }],
      }),
    );
    expect(answer.buyers("h")).toBeCloseTo((22 + 4) / 2, 8);
    expect(answer.sold("f", "h")).toBeCloseTo(18, 7);
    expect(answer.figures.revenue.duties).toBeCloseTo(36, 6);
    expect(answer.profit("f")).toBeCloseTo((13 - 4) * 18, 6);
  });

  it("a Cournot exporter under an import quota", () => {
    for (const [rentTo, earned] of [
      ["exporter", 0],
      ["importer", 1],
    ] as const) {
      const answer = answered(
        market(["h", "f"], {
          demand: [line("h", 31, -1)],
          supply: [line("h", 1, 0), line("f", 1, 0)],
          transport: [arc("f", "h", 0)],
          quotas: [{ id: "q", arcs: [["f", "h", "x"]], limit: 4, rentTo }],
          conduct: [cournot("h"), cournot("f")],
        }),
      );
      expect(answer.sold("f", "h")).toBeCloseTo(4, 8);
      expect(answer.sold("h", "h")).toBeCloseTo(13, 8);
      expect(answer.rent("q"), String(earned)).toBeCloseTo(14 - 4 - 1, 7);
    }
  });

  it("Cournot sellers of two substitutes from one region count both", () => {
    // p_x = 20 − x − y/2, p_y = 20 − x/2 − y, cost 2 each: one owner of both sets 18 = 2x + y, x = y = 6
    const demand = {
      region: "r",
      goods: ["x", "y"],
      form: "inverse-linear-system",
      intercept: { x: 20, y: 20 },
      slope: { x: { x: -1, y: -0.5 }, y: { x: -0.5, y: -1 } },
    };
    const supply = ["x", "y"].map((good) => line("r", 2, 0, { good }));
    const conduct = ["x", "y"].map((good) => ({ seller: "r", good, kind: "monopoly" }));
    const answer = answered({ ...market(["r"], { demand: [demand], supply, conduct }), goods: ["x", "y"] });
    expect(answer.sold("r", "r", "x")).toBeCloseTo(6, 8);
    expect(answer.buyers("r", "y")).toBeCloseTo(11, 8);
  });
});
