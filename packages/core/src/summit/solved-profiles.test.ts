import { describe, expect, it } from "vitest";
import { toyPackage, toySummitBaseline, toySummitChain } from "../fixtures/toy-summit.js";
import { Book, enter, payoffsOf, prepareSummit, solvedProfiles, solveProfile, type Summit } from "./index.js";
import type { Profile } from "./profile.js";

const tariff = {
  tariff: { importers: "members", exporters: "CHN", goods: "magnet.*", rate: "25%", from: 2026 },
};
const summit = prepareSummit(toySummitChain, toySummitBaseline, toyPackage([tariff]), { response: "none" });
const ruled = (response: string): Summit => ({ ...summit, response });

function counting() {
  let solves = 0;
  const memory = solvedProfiles((...asked) => {
    solves++;
    return solveProfile(...asked);
  });
  return { ...memory, solves: () => solves };
}

describe("solved profiles", () => {
  const grand: Profile = { commit: 7, deal: 0 };

  it("are those of solving anew, to the bit, and solved once", () => {
    const { solve, solves } = counting();
    const first = solve(summit, grand, "none");
    expect(first.values).toEqual(solveProfile(summit, grand, "none").values);
    expect(solve(summit, grand, "none")).toBe(solve(summit, grand, "none"));
    expect(solves()).toBe(1);
  });

  it("are shared by rules that come to the same, not by rules under which the hazard is off in other years", () => {
    const { solve, solves } = counting();
    const [plain, tax] = ["none", "matching-export-tax"].map((rule) => solve(ruled(rule), grand, rule));
    expect(solves()).toBe(1);
    expect(tax.values).toBe(plain.values);
    expect(tax.response).toBe("matching-export-tax");
    const squeezed = solve(ruled("courtship"), { commit: 0, deal: 0 }, "none");
    const free = solve(summit, { commit: 0, deal: 0 }, "none");
    expect(solves()).toBe(3);
    expect(squeezed.values).not.toEqual(free.values);
  });

  it("are valued anew under other accounting assumptions without solving, the best reply among them", async () => {
    const { solve, solves } = counting();
    const value = async (hazard: number) => {
      const asked = { ...ruled("credible"), assumptions: { ...summit.assumptions, hazard } };
      const book = new Book(asked, (of, profiles) =>
        Promise.resolve(profiles.map((profile) => enter(of, profile, solve))),
      );
      await book.fill([{ commit: 0, deal: 0 }, grand]);
      return payoffsOf(book).decides(grand, 1);
    };
    const low = await value(0);
    const before = solves();
    const high = await value(0.2);
    expect(solves()).toBe(before);
    expect(high).not.toBe(low);
    expect(await value(0)).toBe(low);
  });

  it("take in what was solved elsewhere", () => {
    const { has, keep, solve, solves } = counting();
    expect(has(summit, grand, "none")).toBe(false);
    keep(summit, grand, "none", structuredClone(solveProfile(summit, grand, "none")));
    expect(has(summit, grand, "none")).toBe(true);
    expect(solve(summit, grand, "none").values).toEqual(solveProfile(summit, grand, "none").values);
    expect(solves()).toBe(0);
  });
});
