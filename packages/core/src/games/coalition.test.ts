import { describe, expect, it } from "vitest";
import {
  coalitionKey,
  coalitionKeys,
  coalitionMembers,
  coalitionsBySize,
  coalitionSize,
  largestMagnitude,
  memberIds,
  sumsOverCoalitions,
} from "./coalition.js";

const players = ["USA", "JPN", "EU"];

describe("coalitions", () => {
  it("are named by their members in the order of players", () => {
    expect(coalitionKeys(players)).toEqual([
      "",
      "USA",
      "JPN",
      "USA,JPN",
      "EU",
      "USA,EU",
      "JPN,EU",
      "USA,JPN,EU",
    ]);
    coalitionKeys(players).forEach((key, mask) => {
      expect(coalitionKey(mask, players)).toBe(key);
    });
    expect(memberIds(0b101, players)).toEqual(["USA", "EU"]);
  });

  it("are listed by size, then in the order of players", () => {
    const keys = coalitionsBySize(3).map((mask) => coalitionKey(mask, players));
    expect(keys).toEqual(["", "USA", "JPN", "EU", "USA,JPN", "USA,EU", "JPN,EU", "USA,JPN,EU"]);
  });

  it("know their members and size", () => {
    expect(coalitionMembers(0b10110)).toEqual([1, 2, 4]);
    expect(coalitionMembers(0)).toEqual([]);
    for (const mask of [0, 1, 0b1011, 2 ** 20 - 1])
      expect(coalitionSize(mask)).toBe(coalitionMembers(mask).length);
  });

  it("sum what their members have", () => {
    const sums = new Float64Array(8);
    sumsOverCoalitions([1, 10, 100], sums);
    expect([...sums]).toEqual([0, 1, 10, 11, 100, 101, 110, 111]);
  });

  it("have a largest worth in size", () => {
    expect(largestMagnitude([1, -7, 3])).toBe(7);
    expect(largestMagnitude([])).toBe(0);
  });
});
