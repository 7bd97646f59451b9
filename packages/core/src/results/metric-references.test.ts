import { describe, expect, it } from "vitest";
import { toyBaseline, toyChain } from "../fixtures/toy.js";
import { parseMetricReferences } from "./metric-references.js";
import { run } from "./run.js";

const result = run(toyChain, toyBaseline, {
  name: "toy",
  levers: [],
  horizon: [2024, 2025],
  members: ["USA"],
});

describe("several metric references", () => {
  it("are read in their order", () => {
    const read = parseMetricReferences(["price[oxide.Dy,USA]", "hhi"], result);
    expect(read.map(({ metric }) => metric.id)).toEqual(["price", "hhi"]);
  });

  it("are refused together, each at its place", () => {
    try {
      parseMetricReferences(["prise", "hhi", "price[USB]", "price["], result);
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({
        issues: [
          { code: "UNKNOWN_METRIC", path: "select[0]", nearest: "price" },
          { code: "UNKNOWN_NAME", path: "select[2]", nearest: "USA" },
          { code: "INVALID_SYNTAX", path: "select[3]" },
        ],
      });
    }
  });
});
