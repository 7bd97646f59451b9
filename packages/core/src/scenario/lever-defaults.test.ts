import { describe, expect, it } from "vitest";
import { defaultsAt, leverDefaults } from "./lever-defaults.js";

describe("defaults of lever fields", () => {
  it("come from the assumptions that name a lever and a field", () => {
    const rows = [
      { id: "lever.cooperation.know-how-cost", value: 20, unit: "MUSD/y" },
      { id: "lever.cooperation.qualification-cost", value: 10, unit: "MUSD/y" },
      { id: "lever.processing-delay.carrying-cost", value: 8, unit: "%" },
      { id: "demand.ev.elasticity-short", value: 0.1, unit: "elasticity" },
    ];
    expect(leverDefaults(rows)).toEqual({
      cooperation: { "know-how-cost": "20 MUSD/y", "qualification-cost": "10 MUSD/y" },
      "processing-delay": { "carrying-cost": "8 %" },
    });
    expect(leverDefaults([])).toEqual({});
  });

  it("follow a scenario's own parameters, in the unit of the assumption", () => {
    const defaults = { cooperation: { "know-how-cost": "20 MUSD/y", "qualification-cost": "10 MUSD/y" } };
    const parameters = {
      "lever.cooperation.know-how-cost": 40,
      "lever.tariff.rate": 9,
      "demand.ev.elasticity-short": 0.2,
    };
    expect(defaultsAt(defaults, parameters)).toEqual({
      cooperation: { "know-how-cost": "40 MUSD/y", "qualification-cost": "10 MUSD/y" },
    });
    expect(defaults.cooperation["know-how-cost"]).toBe("20 MUSD/y");
  });
});
