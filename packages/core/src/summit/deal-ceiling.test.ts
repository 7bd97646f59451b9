import { describe, expect, it } from "vitest";
import { toySummit, toyTariff } from "../fixtures/toy-package.js";
import { Book, inline } from "./book.js";
import { choiceOf } from "./choice.js";
import { dealCeiling } from "./deal-ceiling.js";
import { payoffsOf } from "./payoffs.js";
import { neighbours } from "./play.js";
import { allHedge, withStance, type Profile } from "./profile.js";

const grand: Profile = { commit: 7, deal: 0 };
const hazard = { assumptions: { hazard: 0.2 } };

function opened(concession: number, response = "none") {
  const summit = toySummit([toyTariff], { response, ...hazard }, { "reaction.concession": concession });
  const book = new Book(summit, inline);
  book.fillNow([...neighbours(allHedge, 3, 3), ...neighbours(grand, 3, 3)]);
  return { summit, book, payoffs: payoffsOf(book) };
}

describe("what a deal may cost", () => {
  const free = opened(0);

  it.each([
    ["nobody", allHedge],
    ["all others", grand],
  ])("is where the seat does not mind dealing, with %s joined", (_, profile) => {
    const ceiling = dealCeiling(free.book, free.payoffs, profile, 0)!;
    expect(ceiling).toBeGreaterThan(0);
    const tied = opened(ceiling / 1000);
    const worth = (stance: "hedge" | "commit" | "deal") =>
      tied.payoffs.decides(withStance(profile, 0, stance), 0);
    const best = Math.max(worth("hedge"), worth("commit"));
    expect(Math.abs(worth("deal") - best) / Math.abs(ceiling)).toBeLessThan(1e-6);
  });

  it("does not depend on what is assumed to be conceded", () => {
    const dear = opened(30);
    for (let seat = 0; seat < 3; seat++) {
      const [a, b] = [free, dear].map((found) => dealCeiling(found.book, found.payoffs, allHedge, seat)!);
      expect(Math.abs(a - b)).toBeLessThan(1e-6 * (30_000 + Math.abs(a)));
    }
  });

  it("is not the seat's to say where the rule sets the terms", () => {
    const courted = opened(0, "courtship");
    expect(dealCeiling(courted.book, courted.payoffs, allHedge, 0)).toBeNull();
  });
});

describe("a seat's choice", () => {
  const { summit, payoffs } = opened(0);

  it("is the best of its three stances, compared with joining", () => {
    for (let seat = 0; seat < 3; seat++) {
      const { stance, instead, gain } = choiceOf(summit, payoffs, grand, seat);
      const worth = (of: "hedge" | "commit" | "deal") => payoffs.decides(withStance(grand, seat, of), seat);
      expect(worth(stance)).toBe(Math.max(worth("hedge"), worth("commit"), worth("deal")));
      expect(instead === "commit" || stance === "commit").toBe(true);
      expect(gain).toBe(worth(stance) - worth(instead));
      expect(gain).toBeGreaterThanOrEqual(0);
    }
  });

  it("gives its reasons item by item: they add up to the gain", () => {
    for (let seat = 0; seat < 3; seat++) {
      const { gain, reasons } = choiceOf(summit, payoffs, grand, seat);
      const sum = reasons.reduce((all, { amount }) => all + amount, 0);
      const gross = reasons.reduce((all, { amount }) => all + Math.abs(amount), 1);
      expect(Math.abs(sum - gain) / gross).toBeLessThan(1e-9);
      for (let k = 1; k < reasons.length; k++)
        expect(reasons[k].amount).toBeLessThanOrEqual(reasons[k - 1].amount);
    }
  });
});
