import { describe, expect, it } from "vitest";
import { answered, arc, line, market } from "./testing/markets.js";

const exp = Math.exp;
const log = Math.log;
const rule = (mechanism: string, region: string, price: number) =>
  mechanism === "ceiling"
    ? { ceilings: [{ region, good: "x", price }] }
    : { floors: [{ region, good: "x", price, mechanism }] };
const mechanisms = ["deficiency-payment", "purchase", "regulated", "border", "ceiling"];
const sizes: Record<string, readonly [binding: number, idle: number]> = {
  "deficiency-payment": [15, 1],
  purchase: [15, 1],
  regulated: [15, 1],
  border: [15, 1],
  ceiling: [10, 40],
};

const regions = ["a", "b", "c"];
const trade = (theta: number, more: object = {}) =>
  answered(
    market(regions, {
      supply: [line("a", 2, 0.5), line("b", 4, 1), line("c", 3, 0.7)],
      demand: [line("a", 20, -1), line("b", 30, -1), line("c", 15, -2)],
      transport: [arc("a", "b", 1), arc("c", "b", 1.5), arc("b", "a", 1), arc("a", "c", 2), arc("c", "a", 1)],
      dispersion: { x: theta },
      ...more,
    }),
  );

describe.each(mechanisms)("%s with dispersion", (mechanism) => {
  const [binding, idle] = sizes[mechanism];

  it.each(["a", "b"])("tends to the exact answer as θ falls, in %s", (region) => {
    const held = rule(mechanism, region, binding);
    const exact = trade(0, held);
    const gaps = [1, 0.1, 0.01, 0.001].map((theta) => {
      const near = trade(theta, held);
      return Math.max(
        ...regions.flatMap((at) => [
          Math.abs(near.bought(at) - exact.bought(at)),
          Math.abs(near.made(at) - exact.made(at)),
          Math.abs(near.buyers(at) - exact.buyers(at)),
          Math.abs(near.sellers(at) - exact.sellers(at)),
        ]),
        Math.abs(near.total - exact.total) / 100,
      );
    });
    expect(gaps[2]).toBeLessThan(gaps[0]);
    expect(gaps[2]).toBeLessThan(0.05);
    expect(gaps[3]).toBeLessThan(0.005);
  });

  it("changes nothing where it does not bind", () => {
    const [free, ruled] = [trade(1), trade(1, rule(mechanism, "b", idle))];
    for (const at of regions) {
      expect(ruled.buyers(at)).toBeCloseTo(free.buyers(at), 9);
      expect(ruled.made(at)).toBeCloseTo(free.made(at), 9);
    }
    expect(ruled.total).toBeCloseTo(free.total, 8);
  });

  it("is to a region alone what it is without dispersion", () => {
    const alone = (theta: number) =>
      answered(
        market(["a"], {
          supply: [line("a", 0, 1)],
          demand: [line("a", 12, -1)],
          dispersion: { x: theta },
          ...rule(mechanism, "a", mechanism === "ceiling" ? 4 : 8),
        }),
      );
    const [exact, dispersed] = [alone(0), alone(3)];
    expect(dispersed.buyers("a")).toBeCloseTo(exact.buyers("a"), 9);
    expect(dispersed.sellers("a")).toBeCloseTo(exact.sellers("a"), 9);
    expect(dispersed.bought("a")).toBeCloseTo(exact.bought("a"), 9);
    expect(dispersed.total).toBeCloseTo(exact.total, 8);
    expect(dispersed.figures.ceilings[0]?.excess).toBe(exact.figures.ceilings[0]?.excess);
  });

  // the use cost of buyers who do not care where they buy falls without end, and purchases hold it at the floor
  if (mechanism === "purchase") return;

  it("leaves buyers to spread evenly where θ is huge", () => {
    const demand = regions.map((region) => ({ region, good: "x", form: "fixed", quantity: 9 }));
    const transport = regions.flatMap((from) =>
      regions.filter((to) => to !== from).map((to) => arc(from, to, 1)),
    );
    const price = mechanism === "ceiling" ? 40 : mechanism === "deficiency-payment" ? 12 : 15;
    const even = trade(1e5, { demand, transport, ...rule(mechanism, "b", price) });
    for (const from of regions) expect(even.flow(from, "a")).toBeCloseTo(3, 2);
  });
});

describe("signs of a size that grows", () => {
  const along = (mechanism: string, prices: readonly number[]) =>
    prices.map((price) => trade(1, rule(mechanism, "b", price)));
  const rising = (values: readonly number[]) => values.slice(1).every((value, k) => value > values[k] - 1e-9);

  it("a deficiency payment draws forth output and lowers the price of what it makes", () => {
    const answers = along("deficiency-payment", [12, 14, 16]);
    expect(rising(answers.map((at) => at.made("b")))).toBe(true);
    expect(rising(answers.map((at) => -at.buyers("b")))).toBe(true);
    expect(rising(answers.map((at) => at.figures.floors[0].payment!))).toBe(true);
  });

  it("a border floor takes from imports, adds to own sales and raises the use cost", () => {
    const answers = along("border", [13, 15, 17]);
    expect(rising(answers.map((at) => -at.flow("a", "b") - at.flow("c", "b")))).toBe(true);
    expect(rising(answers.map((at) => at.made("b")))).toBe(true);
    expect(rising(answers.map((at) => at.buyers("b")))).toBe(true);
  });

  it("a regulated floor is the use cost that buyers see, and what is bought falls", () => {
    const answers = along("regulated", [13, 15, 17]);
    answers.forEach((at, k) => {
      expect(at.buyers("b")).toBeCloseTo(13 + 2 * k, 9);
    });
    expect(rising(answers.map((at) => -at.bought("b")))).toBe(true);
    expect(rising(answers.map((at) => at.rent("floor:b:x")))).toBe(true);
  });

  it("a lower ceiling is the price, less is made and more is wanted in vain", () => {
    const answers = along("ceiling", [10, 9, 8]);
    answers.forEach((at, k) => {
      expect(at.buyers("b")).toBeCloseTo(10 - k, 9);
    });
    expect(rising(answers.map((at) => -at.made("b")))).toBe(true);
    expect(rising(answers.map((at) => at.figures.ceilings[0].excess))).toBe(true);
  });
});

describe("by hand: two origins at costs 3 and 4, buyers elsewhere, θ = 1", () => {
  const flat = [line("a", 3, 0), line("c", 4, 0)];
  const into = [arc("a", "b"), arc("c", "b")];
  const useCost = -log(exp(-3) + exp(-4));
  const bought = (more: object) =>
    answered(
      market(regions, {
        supply: flat,
        demand: [line("b", 12, -1)],
        transport: into,
        dispersion: { x: 1 },
        ...more,
      }),
    );

  it("under a border floor of 8 the cheaper pays 5, and so does the other", () => {
    const answer = bought(rule("border", "b", 8));
    const quantity = 12 - (useCost + 5);
    expect(answer.buyers("b")).toBeCloseTo(useCost + 5, 9);
    expect(answer.figures.revenue.duties).toBeCloseTo(5 * quantity, 8);
    expect(answer.flow("a", "b") / quantity).toBeCloseTo(1 / (1 + exp(-1)), 9);
  });

  it("under a regulated floor of 8 sellers share a right worth what the use cost lacks to it", () => {
    const answer = bought(rule("regulated", "b", 8));
    expect(answer.bought("b")).toBeCloseTo(4, 9);
    expect(answer.rent("floor:b:x")).toBeCloseTo(8 - useCost, 9);
    expect(answer.flow("c", "b") / 4).toBeCloseTo(exp(-1) / (1 + exp(-1)), 9);
  });

  it("under a ceiling each origin sells what it makes at that price, whatever buyers prefer", () => {
    const answer = bought({
      supply: [line("a", 0, 1), line("c", 0, 2)],
      demand: [{ region: "b", good: "x", form: "fixed", quantity: 10 }],
      ...rule("ceiling", "b", 4),
    });
    expect(answer.flow("a", "b")).toBeCloseTo(4, 9);
    expect(answer.flow("c", "b")).toBeCloseTo(2, 9);
    expect(answer.figures.ceilings[0].excess).toBeCloseTo(4, 9);
    expect(answer.buyers("b")).toBeCloseTo(4, 9);
  });

  it("a ceiling where no seller can sell leaves everything wanted", () => {
    const answer = bought(rule("ceiling", "b", 2));
    expect(answer.figures.flows).toEqual([]);
    expect(answer.figures.ceilings[0].excess).toBeCloseTo(10, 9);
  });

  it("a deficiency payment of 8 makes 8, which buyers elsewhere take at 4, transport of 1 within", () => {
    const answer = bought({
      supply: [line("a", 0, 1)],
      transport: [arc("a", "b", 1)],
      ...rule("deficiency-payment", "a", 8),
    });
    expect(answer.sellers("a")).toBeCloseTo(8, 9);
    expect(answer.buyers("b")).toBeCloseTo(4, 9);
    expect(answer.figures.floors[0].payment).toBeCloseTo((8 - 3) * 8, 8);
    expect(answer.total).toBeCloseTo(32 + 32 - 40, 8);
  });

  it("a ceiling at the origin gives whoever buys out of it the rest", () => {
    const answer = bought({
      supply: [line("a", 0, 1)],
      transport: [arc("a", "b", 1)],
      ...rule("ceiling", "a", 3),
    });
    expect(answer.made("a")).toBeCloseTo(3, 9);
    expect(answer.buyers("b")).toBeCloseTo(9, 9);
    expect(answer.rent("ceiling:a:x")).toBeCloseTo(9 - 1 - 3, 9);
  });
});

it("prices stand still in units: a thousand times the money, a millionth of the quantity", () => {
  const scaled = (p: number, q: number, held: object) =>
    answered(
      market(["a", "b"], {
        supply: [line("a", 2 * p, (0.5 * p) / q), line("b", 4 * p, p / q)],
        demand: [line("a", 20 * p, -p / q), line("b", 30 * p, -p / q)],
        transport: [arc("a", "b", p)],
        dispersion: { x: p },
        ...held,
      }),
    );
  for (const mechanism of mechanisms) {
    const price = mechanism === "ceiling" ? 10 : 15;
    const small = scaled(1, 1, rule(mechanism, "b", price));
    const large = scaled(1e3, 1e-6, rule(mechanism, "b", 1e3 * price));
    expect(large.buyers("b") / 1e3).toBeCloseTo(small.buyers("b"), 8);
    expect(large.flow("a", "b") / 1e-6).toBeCloseTo(small.flow("a", "b"), 7);
  }
});
