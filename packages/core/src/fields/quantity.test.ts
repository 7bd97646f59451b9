import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readQuantity, type QuantityRule } from "./quantity.js";

const price: QuantityRule = { dimension: "price", unit: "USD/kg", min: 0, max: 1e6 };
const percent: QuantityRule = { dimension: "share", unit: "%", min: 0, max: 100 };
const points: QuantityRule = { dimension: "points", unit: "pp" };
const volume: QuantityRule = { dimension: "volume", unit: "t/y", min: 0, ofBase: true };

describe("quantities", () => {
  it.each([
    ["110 USD/kg", price, 110],
    ["110USD/kg", price, 110],
    [110, price, 110],
    ["110", price, 110],
    ["1.1e2 kUSD/t", price, 110],
    ["25%", percent, 0.25],
    ["25 %", percent, 0.25],
    [25, percent, 0.25],
    ["-2 pp", points, -0.02],
    ["−2 pp", points, -0.02],
    ["50 bp", points, 0.005],
    ["5 kt/y", volume, 5000],
    ["5 kt/yr", volume, 5000],
    ["5000 t/a", volume, 5000],
    ["60% of 2024", volume, { share: 0.6, of: 2024 }],
    ["1.2 BUSD", { dimension: "money", unit: "MUSD" }, 1_200_000],
    ["6 months", { dimension: "duration", unit: "months" }, 0.5],
    ["2 years", { dimension: "duration", unit: "y" }, 2],
  ] as [string | number, QuantityRule, unknown][])("reads %s", (text, rule, value) => {
    expect(readQuantity(text, rule)).toEqual({ value });
  });

  it("refuses a unit of another kind and names those that fit", () => {
    expect(readQuantity("110 apples", price)).toEqual({
      issue: {
        code: "WRONG_UNIT",
        found: "110 apples",
        expected: ["USD/kg", "kUSD/t", "USD/t"],
        details: { unit: "apples" },
      },
    });
    expect(readQuantity("5 USD/kg", volume)).toMatchObject({ issue: { code: "WRONG_UNIT" } });
    expect(readQuantity("110 USD/kgs", price)).toMatchObject({ issue: { nearest: "USD/kg" } });
    expect(readQuantity("60% of 2024", percent)).toMatchObject({ issue: { code: "WRONG_UNIT" } });
  });

  it("warns where a price per tonne stands for one per kilogram: a thousand times off", () => {
    expect(readQuantity("110 USD/t", price)).toMatchObject({
      value: 0.11,
      warning: { code: "UNIT_SUSPECT", expected: "USD/kg", details: { read: 0.11, factor: 0.001 } },
    });
    expect(readQuantity("0.11 USD/kg", { ...price, unit: "USD/t" })).toMatchObject({
      warning: { code: "UNIT_SUSPECT" },
    });
    expect(readQuantity("0 USD/t", price)).toEqual({ value: 0 });
  });

  it("warns where a bare fraction is read as percent, and not where percent is written", () => {
    expect(readQuantity(0.25, percent)).toMatchObject({ value: 0.0025, warning: { code: "UNIT_SUSPECT" } });
    expect(readQuantity("0.25%", percent)).toEqual({ value: 0.0025 });
  });

  it.each([
    ["", price],
    ["USD/kg", price],
    ["1,100 USD/kg", price],
    ["--2 pp", points],
    ["ten %", percent],
  ] as [string, QuantityRule][])("refuses %j", (text, rule) => {
    expect(readQuantity(text, rule)).toHaveProperty("issue");
  });

  it("refuses what is outside the field's range or no finite number", () => {
    for (const text of ["101%", "-1%", Number.NaN, Infinity, "1e999 %"])
      expect(readQuantity(text, percent)).toMatchObject({
        issue: { code: "OUT_OF_RANGE", expected: ">= 0, <= 100 %" },
      });
  });

  it("reads back any number written in any unit of its kind", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1e5, noNaN: true }),
        fc.constantFrom("USD/kg", "kUSD/t", "USD/t"),
        (value, unit) => {
          const reading = readQuantity(`${value} ${unit}`, price);
          expect(reading).toMatchObject({ value: unit === "USD/t" ? value * 0.001 : value });
        },
      ),
      { seed: 3 },
    );
  });
});
