import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { smallChainFile } from "../fixtures/small-chain-file.js";
import { Assumptions } from "./assumptions.js";
import { coefficientsOf, magnetContent, metalPerOxide, oxideOf } from "./coefficients.js";
import { goodElements } from "./good-elements.js";

const { tables } = smallChainFile();
const assumptions = new Assumptions(tables.assumptions);
const technology = (id: string) => tables.technologies.find((row) => row.id === id)!;

describe("coefficientsOf", () => {
  it("makes a tonne of concentrate of nothing in a mine", () => {
    expect(coefficientsOf(tables, technology("mine-bayan-obo"), assumptions)).toEqual({
      inputs: {},
      outputs: { "concentrate.bayan-obo": 1 },
    });
  });

  it("lets a plant have the basket of its own feed", () => {
    const own = coefficientsOf(tables, technology("separation-bayan-obo"), assumptions, "light+heavy");
    expect(own.outputs["oxide.NdPr"]).toBeCloseTo(0.25 * 0.9, 12);
    expect(own.inputs).toEqual({ "concentrate.bayan-obo": 1 });
  });

  it("needs no recipe where the table gives the coefficients", () => {
    const row = { direction: "output", amount: 0.3, source_id: "", grade: "D", reason: "invented" };
    const given = [
      { ...row, technology: "metal-NdPr", good: "metal.NdPr" },
      { ...row, technology: "metal-NdPr", good: "oxide.Dy", direction: "input", amount: 2 },
    ];
    expect(
      coefficientsOf({ ...tables, "technology-coefficients": given }, technology("metal-NdPr"), assumptions),
    ).toEqual({
      inputs: { "oxide.Dy": 2 },
      outputs: { "metal.NdPr": 0.3 },
    });
  });

  it("keeps the element through metal making but for the loss", () => {
    const { inputs } = coefficientsOf(tables, technology("metal-NdPr"), assumptions);
    expect(inputs["oxide.NdPr"] * metalPerOxide(tables, "oxide.NdPr") * 0.98).toBeCloseTo(1, 12);
  });

  it("keeps the element through magnet making: charge = content + scrap returned + scrap lost", () => {
    const share = fc.double({ min: 0, max: 0.6, noNaN: true });
    fc.assert(
      fc.property(share, share, share, (content, scrap, recovered) => {
        const composition = [
          { ...tables["magnet-composition"][0], content, scrap_share: scrap, scrap_recovery: recovered },
        ];
        const { inputs, outputs } = coefficientsOf(
          { ...tables, "magnet-composition": composition },
          technology("magnet-standard"),
          assumptions,
        );
        const charged = inputs["metal.NdPr"];
        const returned = (outputs["oxide.NdPr"] ?? 0) * metalPerOxide(tables, "oxide.NdPr");
        expect(charged).toBeCloseTo(content + charged * scrap, 12);
        expect(returned).toBeCloseTo(charged * scrap * recovered, 12);
      }),
      { seed: 9, numRuns: 60 },
    );
  });

  it("charges an oxide as oxide", () => {
    const composition = [
      {
        ...tables["magnet-composition"][0],
        input: "oxide.Dy",
        content: 0.09,
        scrap_share: 0,
        scrap_recovery: 0,
      },
    ];
    const { inputs, outputs } = coefficientsOf(
      { ...tables, "magnet-composition": composition },
      technology("magnet-standard"),
      assumptions,
    );
    expect(inputs).toEqual({ "oxide.Dy": expect.closeTo(0.1, 12) });
    expect(outputs).toEqual({ "magnet.NdFeB-standard": 1 });
  });
});

describe("oxideOf", () => {
  it("goes back from a metal and stays at an oxide", () => {
    expect(oxideOf(tables, "metal.NdPr")).toBe("oxide.NdPr");
    expect(oxideOf(tables, "oxide.Dy")).toBe("oxide.Dy");
  });
});

describe("goodElements", () => {
  it("never counts more element than good", () => {
    for (const good of tables.goods) {
      const total = Object.values(goodElements(tables, good)).reduce((sum, share) => sum + share, 0);
      expect(total, good.id).toBeGreaterThan(0);
      expect(total, good.id).toBeLessThanOrEqual(1);
    }
  });

  it("agrees with the composition of the magnet", () => {
    expect(magnetContent(tables, "magnet-standard")).toEqual({ Nd: 0.3 });
    expect(magnetContent(tables, "nothing")).toEqual({});
  });
});
