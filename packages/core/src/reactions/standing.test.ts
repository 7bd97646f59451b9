import { describe, expect, it } from "vitest";
import { toyBaseline, toyChain } from "../fixtures/toy.js";
import { prepareRun } from "../results/index.js";
import { standingOf } from "./standing.js";

const { calibration } = prepareRun(toyChain, toyBaseline);
const china = standingOf(calibration, "CHN");

describe("what a power reads off the base year", () => {
  it("is its own prices, and nothing for what it does not make", () => {
    expect(china.basePrice("oxide.NdPr")).toBe(56);
    expect(china.basePrice("concentrate.monazite")).toBe(0);
    expect(standingOf(calibration, "AUS").basePrice("oxide.NdPr")).toBe(60);
  });

  it("is what its makers earn above cost, along the chain: more than nothing and less than the price", () => {
    for (const good of calibration.goods) {
      const price = china.basePrice(good);
      const above = china.aboveCost(good);
      if (price === 0) expect(above).toBe(0);
      else {
        expect(above, good).toBeGreaterThan(0);
        expect(above, good).toBeLessThan(price);
      }
    }
  });

  it("counts what the makers of inputs earn: an oxide made of own ore more than the last step alone", () => {
    const without = {
      ...calibration,
      nodes: {
        ...calibration.nodes,
        level: calibration.nodes.level.map((level, k) =>
          calibration.nodes.technology[k].kind === "mine" ? 0 : level,
        ),
      },
    };
    expect(standingOf(without, "CHN").aboveCost("oxide.NdPr")).toBeLessThan(china.aboveCost("oxide.NdPr"));
  });

  it("knows which intermediate goods are made of which, and leaves out what end uses buy", () => {
    expect(china.madeOf("oxide.NdPr")).toEqual(["metal.NdPr"]);
    expect(china.madeOf("metal.NdPr")).toEqual([]);
    expect(china.madeOf("concentrate.bayan-obo")).toEqual(["oxide.NdPr"]);
  });

  it("is read once for a calibration and a power", () => {
    expect(standingOf(calibration, "CHN")).toBe(china);
    expect(standingOf(calibration, "AUS")).not.toBe(china);
  });
});
