import { describe, expect, it } from "vitest";
import { answered, arc, line, market } from "./testing/markets.js";

const at = (good: string, curve: Record<string, unknown>) => ({ ...curve, good });

describe("joint products and chains", () => {
  const soy = (more: Record<string, unknown>) =>
    answered({
      ...market(["r"], {
        supply: [at("bean", line("r", 2, 0.1))],
        processes: [
          { id: "crush", region: "r", inputs: { bean: 1 }, outputs: { meal: 0.8, oil: 0.2 }, cost: 1 },
        ],
        demand: [at("meal", line("r", 10, -0.1)), at("oil", line("r", 20, -0.5))],
        ...more,
      }),
      goods: ["bean", "meal", "oil"],
    });

  it("the crushing margin: Σ output·price = bean price + cost", () => {
    const answer = soy({});
    // 0.8(10 − 0.08q) + 0.2(20 − 0.1q) = 3 + 0.1q
    const q = (8 + 4 - 3) / (0.1 + 0.064 + 0.02);
    expect(answer.level("crush")).toBeCloseTo(q, 8);
    expect(answer.buyers("r", "meal")).toBeCloseTo(10 - 0.08 * q, 8);
    expect(answer.sellers("r", "bean")).toBeCloseTo(2 + 0.1 * q, 8);
  });

  it("a by-product in excess is free where it may be thrown away, and has a negative price where it may not", () => {
    const demand = [at("meal", line("r", 10, -0.1)), at("oil", line("r", 4, -2))];
    // with disposal: 0.8(10 − 0.08q) = 3 + 0.1q
    const q = 5 / 0.164;
    const free = soy({ demand, disposal: { oil: "free" } });
    expect(free.level("crush")).toBeCloseTo(q, 8);
    expect(free.buyers("r", "oil")).toBeCloseTo(0, 9);
    expect(free.bought("r", "oil")).toBeCloseTo(2, 8);
    // without: 0.2(4 − 0.4q) is added
    const kept = soy({ demand });
    expect(kept.level("crush")).toBeCloseTo(5.8 / 0.244, 8);
    expect(kept.buyers("r", "oil")).toBeCloseTo(4 - 0.4 * (5.8 / 0.244), 8);
  });

  it("throwing a by-product away at a cost is a process without outputs", () => {
    const demand = [at("meal", line("r", 10, -0.1)), at("oil", line("r", 4, -2))];
    const processes = [
      { id: "crush", region: "r", inputs: { bean: 1 }, outputs: { meal: 0.8, oil: 0.2 }, cost: 1 },
      { id: "dump", region: "r", inputs: { oil: 1 }, outputs: {}, cost: 1 },
    ];
    const answer = soy({ demand, processes });
    const q = (8 - 0.2 - 3) / 0.164;
    expect(answer.buyers("r", "oil")).toBeCloseTo(-1, 8);
    expect(answer.level("crush")).toBeCloseTo(q, 8);
    expect(answer.level("dump")).toBeCloseTo(0.2 * q - 2.5, 8);
  });

  it("three stages in three regions with losses, freight and a capacity in the middle", () => {
    const answer = answered({
      ...market(["mine", "mill", "user"], {
        supply: [at("ore", line("mine", 1, 0.5))],
        transport: [at("ore", arc("mine", "mill", 0.5)), at("metal", arc("mill", "user", 1))],
        processes: [
          { id: "smelt", region: "mill", inputs: { ore: 2 }, outputs: { metal: 1 }, cost: 3, capacity: 4 },
          { id: "cast", region: "user", inputs: { metal: 1.25 }, outputs: { part: 1 }, cost: 2 },
        ],
        demand: [at("part", line("user", 60, -1))],
      }),
      goods: ["ore", "metal", "part"],
    });
    expect(answer.level("smelt")).toBeCloseTo(4, 8);
    expect(answer.level("cast")).toBeCloseTo(3.2, 8);
    expect(answer.buyers("user", "part")).toBeCloseTo(56.8, 8);
    const metal = (56.8 - 2) / 1.25 - 1;
    expect(answer.sellers("mill", "metal")).toBeCloseTo(metal, 8);
    // ore 8 at the mine: 1 + 4, delivered 5.5
    expect(answer.rent("smelt")).toBeCloseTo(metal - 11 - 3, 7);
  });

  it("a linear programme: products that share three plants", () => {
    // max 3x + 5y, x ≤ 4, 2y ≤ 12, 3x + 2y ≤ 18: x = 2, y = 6, shadow prices 0, 3/2, 1
    const answer = answered({
      ...market(["r"], {
        supply: [
          ["one", 4],
          ["two", 12],
          ["three", 18],
        ].map(([good, quantity]) => ({ region: "r", good, form: "fixed", quantity })),
        processes: [
          { id: "doors", region: "r", inputs: { one: 1, three: 3 }, outputs: { x: 1 } },
          { id: "windows", region: "r", inputs: { two: 2, three: 2 }, outputs: { y: 1 } },
        ],
        demand: [at("x", line("r", 3, 0)), at("y", line("r", 5, 0))],
        disposal: "free",
      }),
      goods: ["one", "two", "three", "x", "y"],
    });
    expect(answer.level("doors")).toBeCloseTo(2, 8);
    expect(answer.level("windows")).toBeCloseTo(6, 8);
    expect(["one", "two", "three"].map((good) => answer.buyers("r", good))).toEqual([
      expect.closeTo(0, 8),
      expect.closeTo(1.5, 8),
      expect.closeTo(1, 8),
    ]);
  });

  it("recycling: scrap of what is used comes back as an input", () => {
    // 1 metal from ore at 10, or from 2 scrap at cost 2; each part frees 0.5 scrap
    const answer = answered({
      ...market(["r"], {
        supply: [at("metal", line("r", 10, 0))],
        processes: [
          { id: "make", region: "r", inputs: { metal: 1 }, outputs: { part: 1, scrap: 0.5 }, cost: 1 },
          { id: "recycle", region: "r", inputs: { scrap: 2 }, outputs: { metal: 1 }, cost: 2 },
        ],
        demand: [at("part", line("r", 29, -1))],
      }),
      goods: ["metal", "part", "scrap"],
    });
    // scrap is worth (10 − 2)/2 = 4: part = 10 + 1 − 2 = 9
    expect(answer.buyers("r", "part")).toBeCloseTo(9, 8);
    expect(answer.level("make")).toBeCloseTo(20, 8);
    expect(answer.level("recycle")).toBeCloseTo(5, 8);
    expect(answer.made("r", "metal")).toBeCloseTo(15, 8);
  });

  it("a payment per unit of a process is an outlay, and a tax on it negative", () => {
    for (const paid of [2, -2]) {
      const answer = soy({ subsidies: [{ on: "crush", specific: paid }] });
      expect(answer.level("crush")).toBeCloseTo((9 + paid) / 0.184, 8);
    }
  });

  it("a duty on the finished good but not on its parts brings assembly home", () => {
    const problem = (duty: number) => ({
      ...market(["abroad", "home"], {
        supply: [at("part", line("abroad", 6, 0))],
        transport: [at("part", arc("abroad", "home", 1)), at("car", arc("abroad", "home", 1))],
        processes: [
          { id: "there", region: "abroad", inputs: { part: 1 }, outputs: { car: 1 }, cost: 2 },
          { id: "here", region: "home", inputs: { part: 1 }, outputs: { car: 1 }, cost: 3 },
        ],
        demand: [at("car", line("home", 30, -1))],
        duties: [{ from: "abroad", to: "home", good: "car", adValorem: duty }],
      }),
      goods: ["part", "car"],
    });
    expect(answered(problem(0.05)).level("there")).toBeCloseTo(30 - 9.45, 8);
    expect(answered(problem(0.25)).level("here")).toBeCloseTo(20, 8);
  });

  it("monopoly over a joint product counts both marginal revenues", () => {
    const answer = answered({
      ...market(["r"], {
        processes: [{ id: "p", region: "r", inputs: {}, outputs: { a: 1, b: 1 }, cost: 50, costSlope: 0.02 }],
        demand: [at("a", line("r", 400, -0.01)), at("b", line("r", 350, -0.015))],
        conduct: ["a", "b"].map((good) => ({ seller: "r", good, kind: "monopoly" })),
      }),
      goods: ["a", "b"],
    });
    expect(answer.level("p")).toBeCloseTo(10_000, 5);
    expect(answer.profit("r")).toBeCloseTo(3_500_000, 2);
  });
});

describe("differentiated sources", () => {
  it("Armington: a CES buyer of three sources under one tariff", () => {
    const goods = ["east", "west", "own"];
    const quantity = { east: 30, west: 20, own: 50 };
    const answer = answered({
      ...market(["m"], {
        supply: goods.map((good) => at(good, line("m", 1, 0))),
        subsidies: [{ region: "m", good: "east", on: "demand", specific: -0.25 }],
        demand: [
          {
            region: "m",
            goods,
            form: "ces",
            quantity,
            price: { east: 1, west: 1, own: 1 },
            sigma: 3,
            elasticity: -0.8,
          },
        ],
      }),
      goods,
    });
    const index = (0.3 * 1.25 ** -2 + 0.7) ** -0.5;
    expect(answer.bought("m", "east")).toBeCloseTo(30 * 1.25 ** -3 * index ** 2.2, 7);
    expect(answer.bought("m", "own")).toBeCloseTo(50 * index ** 2.2, 7);
  });

  it("an isoelastic system: cross elasticity raises the other good's demand", () => {
    const answer = answered({
      ...market(["m"], {
        supply: [line("m", 2, 0), line("m", 1, 0, { good: "y" })],
        demand: [
          {
            region: "m",
            goods: ["x", "y"],
            form: "isoelastic-system",
            quantity: [10, 10],
            price: [1, 1],
            elasticity: [
              [-1.5, 0.5],
              [0.5, -1.5],
            ],
          },
        ],
      }),
      goods: ["x", "y"],
    });
    expect(answer.bought("m", "x")).toBeCloseTo(10 * 2 ** -1.5, 7);
    expect(answer.bought("m", "y")).toBeCloseTo(10 * 2 ** 0.5, 7);
  });
});
