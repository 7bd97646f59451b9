import { describe, expect, it } from "vitest";
import { loadChain } from "../chain/load.js";
import { smallChainFile } from "../fixtures/small-chain-file.js";
import { balanceSystem } from "./balance-system.js";
import { balancedFigures } from "./balanced-figures.js";
import { FigureLabels } from "./figure-labels.js";

const chain = loadChain(smallChainFile());
const { world, problem } = balanceSystem(chain, chain.base!);

describe("balancedFigures", () => {
  /** As if the balance had doubled every quantity. */
  const figures = balancedFigures(
    world,
    problem.found,
    problem.found.map((value) => 2 * value),
  );
  const row = (id: string) => figures.find((figure) => figure.id === id)!;

  it("has one row for each figure, node, uncertain yield, use, unsold good and old scrap", () => {
    const { base } = chain;
    const yields = 3;
    expect(figures).toHaveLength(
      base!.figures.length + base!.nodes.length + yields + base!.uses.length + 1 + 1,
    );
    expect(new Set(figures.map((figure) => figure.id)).size).toBe(figures.length);
  });

  it("sums quantities as the figure says, before and after", () => {
    expect(row("blanks")).toMatchObject({ found: 560, implied: 1.3 * 420, balanced: 2 * 1.3 * 420 });
    expect(row("level.kachin")).toMatchObject({ found: 200, balanced: 400 });
    expect(row("use.motors.magnet.NdFeB-standard").balanced).toBeCloseTo(940, 9);
    expect(row("recycled.CHN.oxide.NdPr")).toMatchObject({ found: 10, balanced: 20 });
  });

  it("gives yields per tonne of feed, so that doubling everything leaves them", () => {
    const figure = row("yield.clay-separation.oxide.Dy");
    expect(figure.balanced).toBeCloseTo(figure.found, 12);
    expect(figure).toMatchObject({ unit: "t/t", grade: "D" });
  });

  it("speaks both languages", () => {
    expect(row("to-japan")).toMatchObject({ what: "To Japan", whatZh: "对日本" });
    for (const figure of figures) expect(figure.whatZh, figure.id).toMatch(/\p{Script=Han}/u);
  });
});

describe("FigureLabels", () => {
  const labels = new FigureLabels(chain);

  it("uses the names of the chain and the id where there is none", () => {
    expect(labels.use("motors", "oxide.Dy").en).toBe("World use of oxide.Dy in Motors");
    expect(labels.use("motors", "oxide.Dy").zh).toContain("电机");
    expect(labels.level("x", "NOWHERE").en).toContain("NOWHERE");
  });
});
