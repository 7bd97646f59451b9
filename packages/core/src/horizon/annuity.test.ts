import { describe, expect, it } from "vitest";
import { annuity, termShare } from "./annuity.js";

describe("annuity", () => {
  it("pays the outlay back with interest over the life", () => {
    const payment = annuity(0.08, 20);
    let owed = 1;
    for (let year = 0; year < 20; year++) owed = owed * 1.08 - payment;
    expect(owed).toBeCloseTo(0, 12);
  });

  it("is the straight share without interest", () => {
    expect(annuity(0, 20)).toBe(0.05);
    expect(annuity(1e-8, 20)).toBeCloseTo(0.05, 6);
  });
});

describe("termShare", () => {
  it("is 0 before a term begins, 1 when it covers the life", () => {
    expect(termShare(0, 0.08, 20)).toBe(0);
    expect(termShare(-3, 0.08, 20)).toBe(0);
    expect(termShare(20, 0.08, 20)).toBe(1);
    expect(termShare(35, 0.08, 20)).toBe(1);
  });

  it("weighs early years more", () => {
    expect(termShare(10, 0.08, 20)).toBeGreaterThan(0.5);
    expect(termShare(10, 0, 20)).toBe(0.5);
  });

  it("is the present value of the term over that of the life", () => {
    const value = (years: number) =>
      Array.from({ length: years }, (_, t) => Math.pow(1.1, -t)).reduce((sum, v) => sum + v, 0);
    expect(termShare(7, 0.1, 25)).toBeCloseTo(value(7) / value(25), 12);
  });
});
