import { describe, expect, it } from "vitest";
import { toyChain } from "../fixtures/toy-chain.js";
import { partiesOf, unionsOf } from "./parties.js";

const names = toyChain.regions.map(({ id }) => id);

/** The toy chain with a customs union of two regions, one of them a seat of its own. */
const united = {
  ...toyChain,
  groups: { PACIFIC: ["JPN", "AUS"] },
  seats: [
    { id: "USA", name: { en: "USA", zh: "USA" }, regions: ["USA"] },
    { id: "JPN", name: { en: "JPN", zh: "JPN" }, regions: ["JPN"] },
    { id: "PACIFIC", name: { en: "P", zh: "P" }, regions: ["AUS"] },
  ],
};

describe("parties", () => {
  it.each([
    ["three seats", toyChain],
    ["a union among them", united],
  ])("cover the world once: %s", (_, chain) => {
    const held = partiesOf(chain, "CHN").flatMap(({ regions }) => regions);
    expect(new Set(held)).toEqual(new Set(names.keys()));
    expect(held).toHaveLength(names.length);
  });

  it("are the seats in their order, who answers, and the rest", () => {
    expect(partiesOf(toyChain, "CHN").map(({ id }) => id)).toEqual(["USA", "JPN", "AUS", "CHN", "rest"]);
    expect(partiesOf(toyChain, "CHN").at(-1)!.regions).toEqual([]);
  });

  it("do not count a seat twice when it is the one that answers", () => {
    const parties = partiesOf(toyChain, "AUS");
    expect(parties.at(-2)).toEqual({ id: "AUS", regions: [] });
    expect(parties.at(-1)!.regions).toEqual([names.indexOf("CHN")]);
  });
});

describe("a customs union's seat", () => {
  it("weighs the seats of its member states, and nobody else does", () => {
    const parties = partiesOf(united, "CHN");
    expect(unionsOf(united, parties)).toEqual([[], [], [1], [], []]);
    expect(unionsOf(toyChain, partiesOf(toyChain, "CHN")).every((list) => list.length === 0)).toBe(true);
  });
});
