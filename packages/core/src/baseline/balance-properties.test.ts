import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ChainFile, ChainTables } from "../chain/chain-file.js";
import { loadChain } from "../chain/load.js";
import { smallChainFile } from "../fixtures/small-chain-file.js";
import { balanceBaseYear, baseline } from "./balance-base-year.js";
import type { Baseline } from "./baseline.js";

const withTables = (change: (tables: ChainTables) => Partial<ChainTables>): ChainFile => {
  const file = smallChainFile();
  return { ...file, tables: { ...file.tables, ...change(file.tables) } };
};
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Largest relative gap over all origins and buyers, counted anew from the records. */
function largestGap({ nodes, origins, flows, uses }: Baseline): number {
  const gaps = origins.map(({ region, good, disposal, recycled }) => {
    const here = nodes.filter((node) => node.region === region);
    const came = sum(here.map((node) => node.level * (node.outputs[good] ?? 0))) + recycled;
    const out = sum(
      flows.filter((flow) => flow.from === region && flow.good === good).map((flow) => flow.quantity),
    );
    return Math.abs(came - disposal - out) / came;
  });
  const buyers = new Set(flows.map((flow) => `${flow.to}|${flow.good}`));
  for (const buyer of buyers) {
    const [region, good] = buyer.split("|");
    const inward = sum(
      flows.filter((flow) => flow.to === region && flow.good === good).map((flow) => flow.quantity),
    );
    const works = nodes.filter((node) => node.region === region);
    const used =
      sum(works.map((node) => node.level * (node.inputs[good] ?? 0))) +
      sum(uses.filter((use) => use.region === region).map((use) => use.goods[good] ?? 0));
    gaps.push(Math.abs(inward - used) / inward);
  }
  return Math.max(...gaps);
}

describe("the balance of a year, whatever was found", () => {
  const factor = fc.double({ min: 0.3, max: 3, noNaN: true });
  const factors = fc.array(factor, { minLength: 9, maxLength: 9 });

  it("balances every origin and buyer and turns nothing negative", () => {
    fc.assert(
      fc.property(factors, factor, (levels, figures) => {
        const base = baseline(
          loadChain(
            withTables((tables) => ({
              nodes: tables.nodes.map((row, i) => ({ ...row, level: row.level * levels[i] })),
              figures: tables.figures.map((row) => ({ ...row, value: row.value * figures })),
            })),
          ),
        );
        expect(largestGap(base)).toBeLessThan(1e-11);
        for (const flow of base.flows) expect(flow.quantity).toBeGreaterThanOrEqual(0);
        for (const node of base.nodes) expect(node.level).toBeGreaterThanOrEqual(0);
      }),
      { seed: 17, numRuns: 40 },
    );
  });

  it("doubles when everything found is double", () => {
    const doubled = withTables((tables) => ({
      nodes: tables.nodes.map((row) => ({ ...row, level: 2 * row.level })),
      figures: tables.figures.map((row) => ({ ...row, value: 2 * row.value })),
      disposal: tables.disposal.map((row) => ({ ...row, quantity: 2 * row.quantity })),
      recycled: tables.recycled.map((row) => ({ ...row, quantity: 2 * row.quantity })),
      "uses-world": tables["uses-world"].map((row) => ({ ...row, quantity: 2 * row.quantity })),
    }));
    const [once, twice] = [smallChainFile(), doubled].map((file) => baseline(loadChain(file)));
    once.flows.forEach((flow, i) => {
      expect(twice.flows[i].quantity / flow.quantity).toBeCloseTo(2, 8);
    });
  });

  it("does not depend on the order of the figures", () => {
    const reversed = withTables((tables) => ({ figures: [...tables.figures].reverse() }));
    const [forth, back] = [smallChainFile(), reversed].map((file) => baseline(loadChain(file)));
    forth.nodes.forEach((node, i) => {
      expect(back.nodes[i].level / node.level).toBeCloseTo(1, 10);
    });
  });

  it("gives the same bits twice", () => {
    const [first, second] = [0, 1].map(() => balanceBaseYear(loadChain(smallChainFile())));
    expect(second.multipliers).toEqual(first.multipliers);
    expect(second.baseline).toEqual(first.baseline);
  });

  it("hardly moves what it has balanced; only routes are guessed anew", () => {
    const first = baseline(loadChain(smallChainFile()));
    const figure = (id: string): number => first.figures.find((row) => row.id === id)!.balanced;
    const shares = (use: string, good: string) =>
      ["CHN", "JPN"].map((region) => ({
        end_use: `${use}:${good}`,
        region,
        share: first.uses.find((row) => row.endUse === use && row.region === region)!.goods[good],
      }));
    const again = loadChain(
      withTables((tables) => ({
        nodes: tables.nodes.map((row, i) => ({ ...row, level: first.nodes[i].level })),
        figures: tables.figures.map((row) => ({ ...row, value: figure(row.id) })),
        disposal: tables.disposal.map((row) => ({ ...row, quantity: figure("disposal.CHN.oxide.LaCe") })),
        recycled: tables.recycled.map((row) => ({ ...row, quantity: figure("recycled.CHN.oxide.NdPr") })),
      })),
    );
    const found = again.base!;
    const settled = {
      ...again,
      base: {
        ...found,
        nodes: found.nodes.map((node, i) => ({ ...node, outputs: first.nodes[i].outputs })),
        uses: found.uses.map((use) => {
          const parts = shares(use.endUse, use.good);
          const quantity = sum(parts.map((part) => part.share));
          const byRegion = Object.fromEntries(parts.map((part) => [part.region, part.share / quantity]));
          return { ...use, quantity, shares: byRegion };
        }),
      },
    };
    const second = baseline(settled);
    second.nodes.forEach((node, i) => {
      expect(node.level / first.nodes[i].level).toBeCloseTo(1, 3);
    });
  });
});

describe("grades", () => {
  /** How far the level of one node moves, by the grade of its figure. */
  const move = (grade: string): number => {
    const nodes = (tables: ChainTables) =>
      tables.nodes.map((row) =>
        row.id === "magnets-china" ? { ...row, level: 1.5 * row.level, grade } : row,
      );
    const base = baseline(loadChain(withTables((tables) => ({ nodes: nodes(tables) }))));
    const figure = base.figures.find((row) => row.id === "level.magnets-china")!;
    return Math.abs(figure.balanced / figure.found - 1);
  };

  it("hold a figure the firmer the better they are", () => {
    const [a, b, c, d] = ["A", "B", "C", "D"].map(move);
    expect(a).toBeLessThan(b);
    expect(b).toBeLessThan(c);
    expect(c).toBeLessThan(d);
  });
});
