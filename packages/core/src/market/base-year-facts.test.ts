import { describe, expect, it } from "vitest";
import { toyBaseline, toyChain } from "../fixtures/toy.js";
import { calibrate } from "./calibrate.js";
import { largestExporter } from "./largest-exporter.js";
import { recipeInputs } from "./recipe-inputs.js";

const calibration = calibrate(toyChain, toyBaseline);

describe("what the base year shows at a glance", () => {
  it("is who sells most to others, not who makes most for itself", () => {
    expect(largestExporter(calibration)).toBe("CHN");
    const flow = calibration.arcs.flow.map((tonnes, a) => {
      const from = calibration.origins.region[calibration.arcs.origin[a]];
      const to = calibration.buyers.region[calibration.arcs.buyer[a]];
      return calibration.regions[from] === "CHN" && from !== to ? 0 : tonnes;
    });
    expect(largestExporter({ ...calibration, arcs: { ...calibration.arcs, flow } })).not.toBe("CHN");
  });

  it("is what goods are made of, most by weight first, once for a calibration", () => {
    const inputs = recipeInputs(calibration);
    expect(inputs.get("metal.NdPr")).toEqual(["oxide.NdPr"]);
    expect(inputs.get("magnet.NdFeB-high-temperature")).toEqual(["metal.NdPr", "oxide.Dy"]);
    expect(inputs.get("concentrate.bayan-obo")).toEqual([]);
    expect(recipeInputs(calibration)).toBe(inputs);
  });
});
