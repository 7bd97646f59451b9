import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { leverYear, toyMarket } from "../fixtures/lever-year.js";
import { solveYear, type SolvedYear } from "../fixtures/solve-year.js";
import { example, leverExamples } from "../fixtures/lever-examples.js";
import type { Market } from "../market/market.js";

/** Adds levers one file at a time, so that two of a kind may act on the same. */
const upon = (...levers: object[]): Market =>
  levers.reduce<Market>((market, lever) => leverYear([lever], 2026, undefined, market).market, toyMarket);
const solve = (...levers: object[]): SolvedYear => solveYear(upon(...levers));

function same(one: SolvedYear, other: SolvedYear): void {
  one.equilibrium.originPrice.forEach((price, o) => {
    expect(Math.abs(price - other.equilibrium.originPrice[o])).toBeLessThan(1e-7 * Math.max(1, price));
  });
  one.equilibrium.demand.forEach((quantity, u) => {
    expect(Math.abs(quantity - other.equilibrium.demand[u])).toBeLessThan(1e-6 * Math.max(1, quantity));
  });
}

/** Levers whose size adds up, each with its size as a number. */
const additive: Readonly<Record<string, readonly [most: number, fields: (size: number) => object]>> = {
  tariff: [50, (size) => ({ rate: `${size}%` })],
  "export-tax": [50, (size) => ({ rate: `${size}%` })],
  subsidy: [20, (size) => ({ "per-tonne": size })],
  "environmental-cost": [3, (size) => ({ cost: `${1000 * size} USD/t` })],
  stockpile: [600, (size) => ({ fill: size })],
  offtake: [600, (size) => ({ volume: size })],
};

describe("a lever and its two halves", () => {
  it.each(Object.keys(additive))("of %s come to the same (property)", (kind) => {
    const [most, fields] = additive[kind];
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (share, split) => {
          const size = share * most;
          const [one, other] = [split * size, (1 - split) * size];
          same(
            solve(example(kind, fields(size))),
            solve(example(kind, fields(one)), example(kind, fields(other))),
          );
        },
      ),
      { seed: 11, numRuns: 12 },
    );
  });

  it("of a shift of demand multiply", () => {
    const shift = (change: number) => example("demand-shift", { change: `${change}%` });
    same(solve(shift(21)), solve(shift(10), shift(10)));
    same(solve(shift(25), shift(-20)), solveYear(toyMarket));
  });

  it("of a contract cover a half each, of one output", () => {
    const floor = (id: string, share: string) => example("price-floor", { id, share, money: "real" });
    same(solve(floor("a", "100%")), solve(floor("a", "50%"), floor("b", "50%")));
  });

  it("of a contract at two prices pay the mean gap", () => {
    const at = (price: number, id: string) =>
      example("price-floor", { id, share: "50%", at: price, money: "real", covers: "AUS" });
    same(solve(at(90, "a"), at(110, "b")), solve(at(100, "a"), at(100, "b")));
  });
});

describe("a lever twice", () => {
  const capped = ["export-licence", "export-quota", "output-quota", "local-content"];

  it.each(capped)("%s with a looser one beside it is the tighter one", (kind) => {
    const looser = kind === "local-content" ? { share: "10%" } : { volume: "95% of 2024" };
    same(
      solve(example(kind, { id: "a" })),
      solve(example(kind, { id: "a" }), example(kind, { id: "b", ...looser })),
    );
  });

  it("a closed border cannot be closed further", () => {
    same(solve(example("export-ban")), solve(example("export-ban"), example("export-ban", { id: "b" })));
    same(solve(example("export-ban")), solve(example("export-ban"), example("tariff")));
  });

  it("two kinds act the same in either order", () => {
    const kinds = Object.keys(leverExamples).filter((kind) => kind !== "bilateral-deal");
    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.constantFrom(...kinds), (one, other) => {
        if (one === other) return;
        same(solve(example(one), example(other)), solve(example(other), example(one)));
      }),
      { seed: 12, numRuns: 40 },
    );
  });
});

describe("a lever on several parties", () => {
  /** The field that names the parties. */
  const split: Readonly<Record<string, string>> = {
    tariff: "importers",
    "local-content": "importers",
    "export-tax": "destinations",
    "export-licence": "destinations",
    "export-ban": "destinations",
    "environmental-cost": "regions",
    subsidy: "covers",
    "price-floor": "covers",
    "demand-shift": "regions",
  };

  it.each(Object.entries(split))("%s is the same said of them one by one", (kind, field) => {
    const share = kind === "local-content" ? { share: "1%" } : {};
    const money = kind === "price-floor" ? { money: "real", key: "host" } : {};
    const on = (party: unknown, id: string) => example(kind, { id, [field]: party, ...share, ...money });
    const [one, other] =
      kind === "environmental-cost" || kind === "price-floor" ? ["CHN", "AUS"] : ["USA", "JPN"];
    const together = solve(on([one, other], "both"));
    same(together, solve(on(one, "one"), on(other, "other")));
    const base = solveYear(toyMarket);
    const moved = together.equilibrium.originPrice.some(
      (price, o) => Math.abs(price - base.equilibrium.originPrice[o]) > 1e-6,
    );
    if (kind !== "local-content") expect(moved).toBe(true);
  });
});
