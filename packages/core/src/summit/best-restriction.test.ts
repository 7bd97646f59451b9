import { describe, expect, it } from "vitest";
import { IssueError } from "../errors/issue.js";
import { toyCooperation, toySummit, toyTariff } from "../fixtures/toy-package.js";
import { BEST_RESTRICTION, bestRestrictionAccount } from "./best-restriction.js";
import { enter } from "./book.js";
import { allHedge } from "./profile.js";
import { solvedProfiles, type Solve } from "./solved-profiles.js";
import { solveProfile } from "./solve-profile.js";

const summit = toySummit([toyTariff, toyCooperation], { response: BEST_RESTRICTION });
const grand = { commit: 7, deal: 0 };
const counting = () => {
  const volumes: number[] = [];
  const solve: Solve = (game, profile, rule) => {
    volumes.push(game.settings.licenceVolume);
    return solveProfile(game, profile, rule);
  };
  return { volumes, solve };
};

describe("the best restriction of a profile", () => {
  it("is asked of the solver given, volume by volume, and a memory keeps volumes apart", () => {
    const { volumes, solve } = counting();
    const memory = solvedProfiles(solve);
    const { account } = enter(summit, grand, memory.solve);
    expect(volumes.length).toBeGreaterThan(5);
    expect(new Set(volumes).size).toBe(volumes.length);
    expect(account).toEqual(bestRestrictionAccount(summit, grand));
    expect(enter(summit, grand, memory.solve).account).toEqual(account);
    expect(new Set(volumes).size).toBe(volumes.length);
  });

  it("is one solve, of no licences, where nobody has committed", () => {
    const { volumes, solve } = counting();
    expect(bestRestrictionAccount(summit, allHedge, solve).licenceVolume).toBe(1);
    expect(volumes).toEqual([1]);
  });

  it("says why where no volume has an answer", () => {
    const failing: Solve = () => {
      throw new IssueError([{ code: "INFEASIBLE", details: { reason: "nothing" } }]);
    };
    expect(() => bestRestrictionAccount(summit, grand, failing)).toThrow(IssueError);
  });
});
