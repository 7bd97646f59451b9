import { describe, expect, it } from "vitest";
import { answered, arc, line, market } from "./testing/markets.js";

// supply p = 2 + q, demand p = 20 − q: at 11, 9 units
const closed = (more: Record<string, unknown>) =>
  answered(market(["r"], { supply: [line("r", 2, 1)], demand: [line("r", 20, -1)], ...more }));
const floor = (region: string, price: number, mechanism: string) => ({
  floors: [{ region, good: "x", price, mechanism }],
});

describe("price supports in a closed market", () => {
  it("deficiency payment: producers get the floor, buyers pay what clears", () => {
    const answer = closed(floor("r", 14, "deficiency-payment"));
    expect(answer.sellers("r")).toBeCloseTo(14, 9);
    expect(answer.buyers("r")).toBeCloseTo(8, 9);
    expect(answer.figures.floors[0].payment).toBeCloseTo(6 * 12, 7);
    expect(answer.profit("r")).toBeCloseTo(72, 7);
    expect(answer.total).toBeCloseTo(72 + 72 - 72, 6);
  });

  it("public purchases at the floor", () => {
    const answer = closed(floor("r", 14, "purchase"));
    expect(answer.buyers("r")).toBeCloseTo(14, 9);
    expect(answer.bought("r")).toBeCloseTo(6, 8);
    expect(answer.figures.floors[0].purchased).toBeCloseTo(6, 8);
    expect(answer.figures.floors[0].payment).toBeCloseTo(84, 7);
    expect(answer.total).toBeCloseTo(18 + 72 - 84, 6);
  });

  it("a regulated floor: what is offered beyond what is bought is reported", () => {
    const answer = closed(floor("r", 14, "regulated"));
    expect(answer.buyers("r")).toBeCloseTo(14, 9);
    expect(answer.bought("r")).toBeCloseTo(6, 8);
    expect(answer.figures.floors[0].excess).toBeCloseTo(6, 8);
    // the cheapest sellers sell: revenue 84 less the area under 2 + q to 6
    expect(answer.profit("r")).toBeCloseTo(84 - 30, 7);
  });

  it("a regulated ceiling: what is wanted beyond what is sold is reported", () => {
    const answer = closed({ ceilings: [{ region: "r", good: "x", price: 8 }] });
    expect(answer.sellers("r")).toBeCloseTo(8, 9);
    expect(answer.buyers("r")).toBeCloseTo(8, 9);
    expect(answer.bought("r")).toBeCloseTo(6, 8);
    expect(answer.figures.ceilings[0].excess).toBeCloseTo(6, 8);
    // the highest values are served
    expect(answer.figures.welfare.consumer["r"]).toBeCloseTo(120 - 18 - 48, 7);
  });

  it.each(["deficiency-payment", "purchase", "regulated"])(
    "a %s floor below the market does nothing",
    (mechanism) => {
      const answer = closed(floor("r", 9, mechanism));
      expect(answer.buyers("r")).toBeCloseTo(11, 9);
      expect(answer.total).toBeCloseTo(81, 7);
      const [{ payment = 0, purchased = 0, excess = 0 }] = answer.figures.floors;
      expect(payment + purchased + excess).toBeCloseTo(0, 9);
    },
  );

  it("a ceiling above the market does nothing", () => {
    const answer = closed({ ceilings: [{ region: "r", good: "x", price: 12 }] });
    expect(answer.bought("r")).toBeCloseTo(9, 8);
    expect(answer.figures.ceilings[0].excess).toBeCloseTo(0, 9);
  });

  it("a subsidy and a ceiling together: sellers get the ceiling and the subsidy", () => {
    const answer = closed({
      ceilings: [{ region: "r", good: "x", price: 8 }],
      subsidies: [{ region: "r", good: "x", on: "supply", specific: 2 }],
    });
    expect(answer.sellers("r")).toBeCloseTo(10, 9);
    expect(answer.bought("r")).toBeCloseTo(8, 8);
    expect(answer.figures.ceilings[0].excess).toBeCloseTo(4, 8);
  });
});

describe("price supports of a small open economy at a world price of 10", () => {
  const open = (more: Record<string, unknown>, supply = line("r", 2, 1)) =>
    answered(
      market(["r", "world"], {
        supply: [supply, line("world", 10, 0)],
        demand: [line("r", 20, -1), line("world", 10, 0)],
        transport: [arc("world", "r", 0), arc("r", "world", 0)],
        ...more,
      }),
    );

  it("deficiency payment: imports fall, buyers still pay the world price", () => {
    const answer = open(floor("r", 11, "deficiency-payment"));
    expect(answer.sellers("r")).toBeCloseTo(11, 9);
    expect(answer.buyers("r")).toBeCloseTo(10, 9);
    expect(answer.made("r")).toBeCloseTo(9, 8);
    expect(answer.flow("world", "r")).toBeCloseTo(1, 8);
    expect(answer.figures.floors[0].payment).toBeCloseTo(9, 7);
  });

  it("deficiency payment beyond self-sufficiency: the surplus is exported at the world price", () => {
    const answer = open(floor("r", 14, "deficiency-payment"));
    expect(answer.made("r")).toBeCloseTo(12, 8);
    expect(answer.bought("r")).toBeCloseTo(10, 8);
    expect(answer.flow("r", "world")).toBeCloseTo(2, 8);
    expect(answer.figures.floors[0].payment).toBeCloseTo(4 * 12, 7);
  });

  it("a border floor is a variable levy on imports", () => {
    const answer = open(floor("r", 10.5, "border"), line("r", 2, 2));
    expect(answer.buyers("r")).toBeCloseTo(10.5, 8);
    const imports = 9.5 - 8.5 / 2;
    expect(answer.flow("world", "r")).toBeCloseTo(imports, 8);
    expect(answer.figures.revenue.duties).toBeCloseTo(0.5 * imports, 7);
  });

  it("a border floor above autarky ends imports", () => {
    const answer = open(floor("r", 18, "border"));
    expect(answer.flow("world", "r")).toBeCloseTo(0, 8);
    expect(answer.buyers("r")).toBeCloseTo(11, 8);
  });
});
