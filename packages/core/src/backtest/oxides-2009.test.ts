import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  BASE_YEAR,
  LAST_YEAR,
  outputLimits,
  oxideBaseline,
  oxideChain,
  quotas,
  ReducedFigures,
} from "./oxides-2009.js";

interface Given {
  readonly shares: readonly number[];
  readonly prices: readonly number[];
  readonly output: number;
  readonly exported: number;
  readonly destinations: readonly number[];
  readonly tax: number;
}

const row = (
  what: string,
  value: number | null,
  of: { place?: string; good?: string; row?: string } = {},
) => ({
  what,
  value,
  place: of.place ?? null,
  good: of.good ?? null,
  row: of.row ?? null,
});
const goods = ["oxide.La", "oxide.Nd", "oxide.Dy"];
const places = ["JPN", "USA"];

function figuresOf(
  { shares, prices, output, exported, destinations, tax }: Given,
  more: readonly object[] = [],
) {
  const rows = [
    ...goods.map((good, i) => row("share", shares[i], { good })),
    ...goods.map((good, i) => row("price", prices[i], { good })),
    row("output", output, { place: "CHN" }),
    row("exports", exported * output, { place: "CHN" }),
    ...places.map((place, i) => row("export-share", destinations[i], { place })),
    row("export-tax", tax),
    row("freight", 0.3),
    row("disposal-price", 0.5),
    row("supply-elasticity", 1),
    row("sourcing-elasticity", 20),
    row("elasticity-long", 0.6),
    row("utilisation", 0.9),
    row("entry-lead-time", 2),
    row("new-capital-cost", 1000),
    row("plant-life", 30),
    row("cost-of-capital", 0.1),
    ...more,
  ];
  return new ReducedFigures(new Map([["backtest-oxides-2009", { rows: rows as never }]]));
}

const plain: Given = {
  shares: [0.5, 0.3, 0.1],
  prices: [5, 15, 110],
  output: 1000,
  exported: 0.4,
  destinations: [0.7, 0.3],
  tax: 0.15,
};
const given = fc.record({
  shares: fc.array(fc.double({ min: 0.01, max: 0.33, noNaN: true }), { minLength: 3, maxLength: 3 }),
  prices: fc.array(fc.double({ min: 2, max: 500, noNaN: true }), { minLength: 3, maxLength: 3 }),
  output: fc.double({ min: 10, max: 1e6, noNaN: true }),
  exported: fc.double({ min: 0.05, max: 0.9, noNaN: true }),
  destinations: fc
    .double({ min: 0.05, max: 0.95, noNaN: true })
    .map((first): readonly number[] => [first, 1 - first]),
  tax: fc.double({ min: 0, max: 0.5, noNaN: true }),
});

describe("figures of the reduced chain", () => {
  it("are read by what they are, in order, with the place or good that they are of", () => {
    const figures = figuresOf(plain);
    expect(figures.all("share")).toEqual([
      { of: "oxide.La", value: 0.5 },
      { of: "oxide.Nd", value: 0.3 },
      { of: "oxide.Dy", value: 0.1 },
    ]);
    expect(figures.get("output")).toBe(1000);
    expect(figures.all("none")).toEqual([]);
    expect(figures.get("none")).toBeNaN();
  });

  it("are nothing where there is no table", () => {
    expect(new ReducedFigures(new Map()).all("share")).toEqual([]);
  });
});

describe("the reduced chain", () => {
  const chain = oxideChain(figuresOf(plain), { elasticity: 0.2, choke: 20 }, []);

  it("has one seller, the buyers, a good and a use an element, and one process with all elements", () => {
    expect(chain.regions.map(({ id }) => id)).toEqual(["CHN", "JPN", "USA"]);
    expect(chain.goods.map(({ id }) => id)).toEqual(goods);
    expect(chain.endUses.map(({ id, goods: used }) => [id, used])).toEqual(
      goods.map((good) => [good.replace("oxide.", "use-"), [good]]),
    );
    expect(chain.technologies).toHaveLength(1);
    expect(chain.technologies[0].outputs).toEqual({ "oxide.La": 0.5, "oxide.Nd": 0.3, "oxide.Dy": 0.1 });
  });

  it("takes the fit: the elasticity for every use, and a choke at one multiple of every price", () => {
    for (const [i, use] of chain.endUses.entries()) {
      expect(use.elasticityShort).toBe(0.2);
      expect(use.valueAdded).toBeCloseTo(19 * plain.prices[i], 9);
      expect(use.elasticityLong).toBe(0.6);
    }
    const elastic = oxideChain(figuresOf(plain), { elasticity: 0.9, choke: 20 }, []);
    expect(elastic.endUses[0].elasticityLong).toBe(0.9);
  });
});

describe("its base year", () => {
  it("ships what is made: by element, to each place by its share", () => {
    fc.assert(
      fc.property(given, (one) => {
        const { flows, nodes, uses } = oxideBaseline(figuresOf(one));
        for (const [i, good] of goods.entries()) {
          const own = flows.filter((flow) => flow.good === good);
          const sum = own.reduce((all, { quantity }) => all + quantity, 0);
          expect(sum / (one.output * one.shares[i])).toBeCloseTo(1, 9);
          const abroad = own
            .filter(({ to }) => to !== "CHN")
            .reduce((all, { quantity }) => all + quantity, 0);
          expect(abroad / sum).toBeCloseTo(one.exported, 9);
        }
        expect(uses).toHaveLength(flows.length);
        expect(nodes[0].level).toBe(one.output);
        expect(nodes[0].capacity).toBeCloseTo(one.output / 0.9, 6);
      }),
      { seed: 21 },
    );
  });

  it("has prices at the gate that give the quoted one with tax and freight, and a floor below them", () => {
    fc.assert(
      fc.property(given, (one) => {
        const { origins } = oxideBaseline(figuresOf(one));
        for (const [i, { price, disposalPrice }] of origins.entries()) {
          expect(price * (1 + one.tax) + 0.3).toBeCloseTo(one.prices[i], 8);
          expect(disposalPrice).toBeCloseTo(price / 2, 12);
        }
      }),
      { seed: 22 },
    );
  });

  it("taxes what leaves and nothing else", () => {
    const { wedges, flows } = oxideBaseline(figuresOf(plain));
    expect(wedges).toHaveLength(goods.length * places.length);
    for (const wedge of wedges)
      expect(wedge).toMatchObject({ kind: "export-tax", from: "CHN", adValorem: 0.15, specific: 0 });
    expect(wedges.some(({ to }) => to === "CHN")).toBe(false);
    for (const { to, freight } of flows) expect(freight).toBe(to === "CHN" ? 0 : 0.3);
  });

  it("keeps demand as it is through its years", () => {
    const { demandIndex } = oxideBaseline(figuresOf(plain));
    expect(demandIndex.years[0]).toBe(BASE_YEAR);
    expect(demandIndex.years.at(-1)).toBe(LAST_YEAR);
    for (const { values } of demandIndex.rows) expect(new Set(values)).toEqual(new Set([1]));
  });

  it("has the mines abroad that are named, with their own elements, and none unnamed", () => {
    expect(oxideBaseline(figuresOf(plain)).projects).toEqual([]);
    const { projects } = oxideBaseline(
      figuresOf(plain, [
        row("entry-capacity", 50, { place: "USA" }),
        row("entry-year", 2012),
        row("entry-completion", 0.7),
        row("entry-capital-cost", 41),
        row("entry-share", 0.9, { good: "oxide.La" }),
      ]),
    );
    expect(projects).toEqual([
      expect.objectContaining({
        id: "entry-usa",
        region: "USA",
        capacity: 50,
        year: 2012,
        completion: 0.7,
        capitalCost: 41,
        outputs: { "oxide.La": 0.9 },
        owners: [{ region: "USA", share: 1 }],
        committed: true,
      }),
    ]);
  });
});

describe("its controls", () => {
  it("are quotas over all that is sold of a tonne, and output as a share of the base year's", () => {
    const figures = figuresOf(plain, [
      row("quota", 300, { place: "2010" }),
      row("quota", 250, { place: "2011" }),
      row("output-limit", 0.8, { place: "2011" }),
    ]);
    const sold = 0.5 + 0.3 + 0.1;
    expect(quotas(figures)).toEqual([
      { year: 2010, volume: expect.closeTo(300 * sold, 9) as number },
      { year: 2011, volume: expect.closeTo(250 * sold, 9) as number },
    ]);
    expect(outputLimits(figures)).toEqual([{ year: 2011, volume: 800 }]);
    expect(quotas(figuresOf(plain))).toEqual([]);
  });
});
