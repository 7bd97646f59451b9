import { describe, expect, it } from "vitest";
import { rareEarths } from "./rare-earths.js";

const lab = rareEarths();
const years = [2024, 2027] as const;
const none = lab.solve([], years);

/** One of each kind at its neutral value. */
const neutral: readonly object[] = [
  { tariff: { importers: "USA", exporters: "CHN", goods: "magnet.*", rate: 0 } },
  { "export-tax": { exporter: "CHN", goods: "*", rate: 0 } },
  { "price-floor": { good: "oxide.NdPr", at: 0 } },
  { subsidy: { covers: "members", "per-tonne": 0 } },
  { cooperation: { among: "members" } },
  { stockpile: { holder: "JPN", goods: "oxide.NdPr", fill: 0 } },
  { offtake: { holder: "JPN", goods: "oxide.NdPr", volume: 0 } },
  { "processing-delay": { exporter: "CHN", goods: "*", delay: 0 } },
  { "environmental-cost": { regions: "all", goods: "*", cost: 0 } },
  { "local-content": { importers: "USA", goods: "*", share: 0 } },
  { "recycled-content": { importers: "USA", goods: "*", share: 0 } },
  { "tariff-rate-quota": { importers: "USA", exporters: "CHN", goods: "*", volume: 0, "over-quota": 0 } },
  { "bilateral-deal": { party: "JPN", supplier: "CHN", spared: 0 } },
  { "technology-transfer": { donor: "CHN", hosts: "MYS", speed: 0 } },
  { "demand-shift": { "end-uses": "ev", change: 0 } },
];

describe("levers at their neutral value on the rare-earth chain", () => {
  it("change no price, flow or plant of any year, to the bit", () => {
    const same = lab.solve(neutral, years);
    same.steps.forEach(({ equilibrium, nextState }, t) => {
      const before = none.steps[t];
      expect(equilibrium.originPrice).toEqual(before.equilibrium.originPrice);
      expect(equilibrium.flow).toEqual(before.equilibrium.flow);
      expect(nextState.vintages).toEqual(before.nextState.vintages);
    });
  });

  it("that do not bind change no price by more than 1e-8", () => {
    const loose = lab.solve(
      [
        { "export-licence": { exporter: "CHN", goods: "magnet.*", volume: "1000% of 2024" } },
        { "output-quota": { region: "CHN", goods: "oxide.NdPr", volume: "1 Mt/y" } },
        { "price-floor": { good: "oxide.NdPr", at: 1 } },
      ],
      years,
    );
    loose.steps.forEach(({ equilibrium }, t) => {
      const before = none.steps[t].equilibrium.originPrice;
      equilibrium.originPrice.forEach((price, o) => {
        expect(Math.abs(price - before[o])).toBeLessThanOrEqual(1e-8 * Math.max(1, before[o]));
      });
    });
  });
});
