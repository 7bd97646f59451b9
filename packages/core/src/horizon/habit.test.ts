import { describe, expect, it } from "vitest";
import { nextHabit } from "./habit.js";

describe("habit", () => {
  it("stays at 1 at the base price", () => {
    expect(nextHabit(1, 0.5, 0.2, 50, 50, 450)).toBe(1);
  });

  it("moves demand to the long-run elasticity in the end", () => {
    let habit = 1;
    for (let year = 0; year < 200; year++) habit = nextHabit(habit, 0.5, 0.2, 100, 50, 450);
    expect(habit).toBeCloseTo(Math.pow(2, -0.5), 9);
  });

  it("moves a share φ of the way in a year, in logarithms", () => {
    expect(Math.log(nextHabit(1, 0.5, 0.2, 100, 50, 450))).toBeCloseTo(0.2 * -0.5 * Math.log(2), 12);
  });

  it("does not move without a gap between the elasticities, nor beyond the choke", () => {
    expect(nextHabit(0.7, 0, 0.2, 100, 50, 450)).toBe(0.7);
    expect(nextHabit(1, 0.5, 0.2, 450, 50, 450)).toBe(nextHabit(1, 0.5, 0.2, 4500, 50, 450));
  });
});
