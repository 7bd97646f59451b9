import { describe, expect, it } from "vitest";
import { toyBaseline, toyChain } from "../fixtures/toy.js";
import { run } from "./run.js";
import { valueOf } from "./series.js";

const result = run(toyChain, toyBaseline, {
  name: "toy",
  levers: [],
  horizon: [2024, 2025],
  members: ["USA", "JPN", "AUS"],
});
const at = (reference: string) => valueOf(result, reference.replace("]", ",2024]"));

/** Hand-computed from the toy's base year. */
const expected: readonly (readonly [string, number])[] = [
  ["price[oxide.NdPr,JPN]", (600 * (56 * 1.13 + 0.5) + 2400 * 60.5) / 3000],
  ["price[oxide.NdPr,world]", (600 * (56 * 1.13 + 0.5) + 2400 * 60.5 + 23_400 * 56 + 600 * 60.5) / 27_000],
  ["origin-price[oxide.NdPr,world]", (56 * 24_000 + 60 * 3000) / 27_000],
  ["production[oxide.NdPr,CHN]", 24_000],
  ["production[magnet.*,world]", 90_000],
  ["production[magnet.*,world-excluding-CHN]", 14_000],
  ["capacity[magnet.NdFeB-standard,members]", 14_000],
  ["capacity[magnet.NdFeB-standard,members,plant=fort-worth]", 0],
  ["capacity[oxide.NdPr,AUS,plant=lynas]", 0.25 * 15_000],
  ["disposal[oxide.LaCe,AUS]", 4000],
  ["use[oxide.NdPr,JPN]", 3000],
  ["use[oxide.NdPr,JPN,process]", 3000],
  ["use[magnet.*,USA,ev]", 19_000],
  ["use[oxide.LaCe,world,polishing]", 40_000],
  ["imports-from[magnet.NdFeB-standard,USA,CHN]", 11_500],
  ["imports-from[magnet.NdFeB-standard,members,CHN]", 11_500 + 8100 + 900],
  ["imports-from[magnet.NdFeB-standard,members,JPN]", 0],
  ["utilisation[metal.NdPr,members]", 2500 / 5000],
  ["self-sufficiency[oxide.NdPr,JPN]", 0],
  ["self-sufficiency[oxide.NdPr,AUS]", Number.NaN],
  ["self-sufficiency[magnet.NdFeB-standard,members]", 10_000 / 30_000],
  ["share[metal,JPN]", 2500 / 22_500],
  ["exposure[metal,USA,CHN]", 0],
  ["exposure[metal,JPN,CHN]", 1000 / 3000],
  ["hhi[metal,JPN]", 10_000 * (1 / 9 + 4 / 9)],
  ["hhi[metal,USA]", 10_000],
  ["unmet[ev,world]", 0],
  ["revenue[USA,duty]", 0.27 * (11_500 * 35 + 3000 * 55)],
  ["revenue[world,levy]", 0],
  ["match-cost[world]", 0],
  ["fiscal-cost[JPN,base:support]", 2 * 2500],
];

describe("metrics of the base year", () => {
  it.each(expected)("%s = %d", (reference, value) => {
    const found = at(reference);
    if (Number.isNaN(value)) expect(found).toBeUndefined();
    else expect(found! - value).toBeCloseTo(0, value > 1000 ? 2 : 5);
  });

  it("follow the metal in Japan's and America's magnets back to who separated the oxide", () => {
    // Japanese metal: 20% of its oxide is Chinese; Chinese metal: 600 of 24,000 t are Australian
    const ofJapan = 600 / 3000;
    const ofChina = 23_400 / 24_000;
    const magnetsOfJapan = (2 / 3) * ofJapan + (1 / 3) * ofChina;
    const [direct, embodied] = [
      at("exposure[oxide,JPN,CHN,direct]")!,
      at("exposure[metal,USA,CHN,embodied]")!,
    ];
    expect(direct).toBeGreaterThan(0);
    const american = { CHN: 11_500 + 3000, JPN: 1500 + 1000, USA: 2000 };
    expect(embodied).toBeGreaterThan((american.CHN * 1) / 19_000 - 0.02);
    expect(embodied).toBeLessThan((american.CHN + american.JPN / 3) / 19_000 + 0.02);
    expect(magnetsOfJapan).toBeLessThan(ofChina);
  });

  it("add the parts of a group up before dividing", () => {
    const parts = ["USA", "JPN", "AUS"].map((region) => at(`use[magnet.*,${region}]`)!);
    expect(at("use[magnet.*,members]")!).toBeCloseTo(parts[0] + parts[1] + parts[2], 6);
    expect(at("welfare[members]")! + at("welfare[non-members]")!).toBeCloseTo(at("welfare[world]")!, 3);
  });
});
