import { pageWords } from "@didym/messages";
import { describe, expect, it } from "vitest";
import type { LeverRow } from "../worker/lever-rows.js";
import { fieldPlan } from "./field-plan.js";
import { figureOf, overlaid, writtenFigure } from "./field-value.js";
import { byActor } from "./lever-groups.js";
import { positionWords } from "./position-words.js";
import { sliderRange } from "./slider-range.js";

const percent = (ratio: number) => `${String(Math.round(ratio * 100))}%`;
const words = pageWords("en");
const quantity = (unit: string, required = false) => ({ type: "quantity" as const, unit, required });

describe("the value of a field", () => {
  it.each([
    [110, undefined, 110],
    [110, "130", 130],
    [{ percent: 60, of: 2024 }, "45% of 2024", { percent: 45, of: 2024 }],
    [true, "false", false],
    [["CHN"], "CHN, USA", ["CHN", "USA"]],
    ["nominal", "real", "real"],
    [110, "110 USD/kg", 110],
  ])("%j overlaid by %j is %j", (read, written, shown) => {
    expect(overlaid(read, written)).toEqual(shown);
  });

  it("is written back in its own form", () => {
    expect(writtenFigure(45, { percent: 60, of: 2024 })).toBe("45% of 2024");
    expect(writtenFigure(45, 60)).toBe("45");
    expect(figureOf({ percent: 60, of: 2024 })).toBe(60);
    expect(figureOf("nominal")).toBeUndefined();
  });
});

describe("a slider", () => {
  it("reaches the value it stands at, and never beyond the model's bounds", () => {
    expect(sliderRange("price-floor", "at", { unit: "USD/kg", min: 0 }, 400, false)).toEqual({
      low: 0,
      high: 400,
      step: 1,
    });
    expect(sliderRange("tariff", "rate", { unit: "%", min: 0, max: 10_000 }, 25, false)).toEqual({
      low: 0,
      high: 100,
      step: 1,
    });
    expect(sliderRange("x", "share", { unit: "%", min: 10, max: 50 }, 20, false)).toEqual({
      low: 10,
      high: 50,
      step: 1,
    });
    expect(sliderRange("export-licence", "volume", { unit: "t/y", min: 0 }, 60, true)).toEqual({
      low: 0,
      high: 200,
      step: 1,
    });
  });

  it.each([
    ["price-floor", "at", "USD/kg", 0, 53, "no floor"],
    ["price-floor", "at", "USD/kg", 110, 55, "100% above the 2024 price"],
    ["price-floor", "at", "USD/kg", 50, 100, "50% below the 2024 price"],
    ["price-floor", "at", "USD/kg", 101, 100, "like the 2024 price"],
    ["cooperation", "pooled-finance", "pp", -2, undefined, "cheaper capital"],
    ["export-licence", "volume", "t/y", 0, undefined, "closed"],
    ["tariff", "rate", "%", 0, undefined, "none"],
    ["tariff", "rate", "%", 25, undefined, "middling"],
  ] as const)("%s.%s in %s at %d (today %s) says: %s", (kind, field, unit, value, today, said) => {
    expect(positionWords(kind, field, unit, value, today, percent, words)).toBe(said);
  });
});

describe("the fields of a lever", () => {
  it("stand open where it cannot do without them, else where they are not nothing", () => {
    const floor = {
      good: { type: "goods" as const, required: true },
      at: quantity("USD/kg", true),
      vat: quantity("%"),
    };
    expect(fieldPlan(floor, { good: ["oxide.NdPr"], at: 110, vat: 0 })).toEqual({
      main: ["at"],
      rest: ["good", "vat"],
      who: ["good"],
    });
    const tariff = { rate: quantity("%"), specific: quantity("USD/kg") };
    expect(fieldPlan(tariff, { rate: 25, specific: 0 }).main).toEqual(["rate"]);
    expect(fieldPlan(tariff, { rate: 0, specific: 0 }).main).toEqual(["rate", "specific"]);
  });
});

describe("levers by party and kind", () => {
  const row = (id: string, kind: string, values: LeverRow["values"]): LeverRow => ({
    ...{
      id,
      kind,
      values,
      from: 2026,
      to: 2040,
      response: false,
      origin: "x",
      sources: [],
      assumption: undefined,
      status: undefined,
    },
  });

  it("are grouped by who acts and sorted by kind inside", () => {
    const groups = byActor([
      row("a", "tariff", { importers: ["members"], exporters: ["CHN"] }),
      row("b", "price-floor", { covers: ["plant:x"], "paid-by": ["JPN"] }),
      row("c", "export-ban", { exporter: ["CHN"] }),
      row("d", "cooperation", { among: ["members"] }),
      row("e", "tariff", { importers: ["members"] }),
    ]);
    expect(groups.map(({ actor, rows }) => [actor, rows.map(({ id }) => id)])).toEqual([
      ["members", ["a", "e", "d"]],
      ["JPN", ["b"]],
      ["CHN", ["c"]],
    ]);
  });
});
