import { describe, expect, it } from "vitest";
import { toyCooperation, toySummit, toyTariff } from "../fixtures/toy-package.js";
import { seatsBetterOff } from "./better-off.js";
import { movers } from "./movers.js";

const together = { commit: 7, deal: 0 };

describe("seats that are better off by a stance of their own", () => {
  const summit = toySummit([toyTariff, toyCooperation], { response: "none" }, { "reaction.concession": 5 });

  it("hold among them all whose best move it is", () => {
    for (const stance of ["hedge", "deal"] as const) {
      const found = seatsBetterOff(summit, stance);
      const best = movers(summit, together, true).movers.filter(({ to }) => to === stance);
      for (const { seat } of best) expect(found).toContain(seat);
      for (const seat of found) expect(summit.players).toContain(seat);
    }
  });

  it("are those that want to move where hedging is the only other stance", () => {
    const wanting = movers(summit, together).movers.map(({ seat }) => seat);
    expect([...seatsBetterOff(summit, "hedge")].sort()).toEqual([...wanting].sort());
  });

  it("are fewer, or as many, where terms cost more", () => {
    const dear = toySummit([toyTariff, toyCooperation], { response: "none" }, { "reaction.concession": 500 });
    expect(seatsBetterOff(dear, "deal").length).toBeLessThanOrEqual(seatsBetterOff(summit, "deal").length);
  });

  it("are some and not others: those who pay the duty, and not who sells more behind it", () => {
    expect(seatsBetterOff(summit, "hedge")).toEqual(["USA", "AUS"]);
    expect(seatsBetterOff(summit, "deal")).toEqual(["USA"]);
  });

  it("are none where there is nothing to commit to, and nothing that a deal spares", () => {
    const safe = { "summit.hazard": 0, "reaction.concession": 5 };
    for (const stance of ["hedge", "deal"] as const)
      expect(seatsBetterOff(toySummit([], { response: "none" }, safe), stance)).toEqual([]);
  });
});
