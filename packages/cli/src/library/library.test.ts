import { join } from "node:path";
import { baseline, readChain, solve, solveGame } from "didym";
import { repositoryRoot } from "@didym/testing";
import { describe, expect, it } from "vitest";

describe("the library", () => {
  it("reads the shipped chain, and the same from its tables", () => {
    const shipped = readChain();
    expect(shipped.regions.length).toBeGreaterThan(20);
    expect(readChain(join(repositoryRoot, "data"))).toEqual(shipped);
  });

  it("takes parameters by id and refuses unknown ones", () => {
    const { id, value } = readChain().assumptions![0];
    expect(() => readChain(undefined, { [id]: value * 1.5 })).not.toThrow();
    expect(() => readChain(undefined, { "no.such-parameter": 1 })).toThrow("UNKNOWN_PARAMETER");
    expect(() => readChain(join(repositoryRoot, "data"), {}, "no-such-chain")).toThrow("FILE_NOT_FOUND");
  });

  it("balances the base year", () => {
    const { year, flows } = baseline(readChain());
    expect(year).toBe(2024);
    expect(flows.every(({ quantity }) => Number.isFinite(quantity) && quantity >= 0)).toBe(true);
  });

  it("solves problems and games", () => {
    expect(solve({}).status).toBe("error");
    const glove = { schema: "didym/game@1", players: ["L", "R"], value: { "": 0, L: 0, R: 0, "L,R": 1 } };
    expect(solveGame(glove)).toMatchObject({ shapley: { L: 0.5, R: 0.5 } });
  });
});
