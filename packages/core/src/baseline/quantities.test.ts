import { describe, expect, it } from "vitest";
import { Quantities } from "./quantities.js";

describe("Quantities", () => {
  const quantities = new Quantities();
  const first = quantities.add("level:mine", 100, 0.1);
  const second = quantities.add("flow:oxide.Dy:CHN:JPN", 5, 1);

  it("numbers quantities in the order they come", () => {
    expect([first, second]).toEqual([0, 1]);
    expect(quantities.at("flow:oxide.Dy:CHN:JPN")).toBe(1);
    expect(quantities.at("flow:oxide.Dy:JPN:CHN")).toBeUndefined();
    expect([...quantities.keys()]).toEqual([
      ["level:mine", 0],
      ["flow:oxide.Dy:CHN:JPN", 1],
    ]);
  });

  it("keeps what was found and how sure it is", () => {
    expect([...quantities.found]).toEqual([100, 5]);
    expect([...quantities.spread]).toEqual([0.1, 1]);
  });
});
