import { describe, expect, it } from "vitest";
import { toySqueeze, toySummit, toyTariff } from "../fixtures/toy-package.js";
import { Book, inline } from "./book.js";
import { commitProfiles } from "./coalitions.js";
import { payoffsOf } from "./payoffs.js";
import type { SummitOptions } from "./prepare.js";
import type { Profile } from "./profile.js";
import { profileLevers } from "./profile-levers.js";
import { packageSignature } from "./signature.js";
import { toyPackage, toySummitBaseline, toySummitChain } from "../fixtures/toy-summit.js";
import { answeringOf } from "./situation.js";
import { calibrate } from "../market/calibrate.js";

const prepared = (options: SummitOptions = {}) =>
  toySummit([toyTariff], options, { "reaction.concession": 20 }, [toySqueeze]);
const plain = prepared();
const some: Profile = { commit: 1, deal: 2 };

function added(summit: ReturnType<typeof prepared>, profile: Profile, rule: string) {
  const { levers } = profileLevers(summit, profile, rule);
  return levers.filter(({ response }) => response);
}

describe("the levers of a profile", () => {
  it("are the package for who commits, a deal for who deals, and the answer", () => {
    const { members, dealers } = profileLevers(plain, some, "licence-squeeze");
    expect(members).toEqual(["USA"]);
    expect(dealers).toEqual(["JPN"]);
    const kinds = added(plain, some, "licence-squeeze").map(({ kind }) => kind);
    expect(kinds.sort()).toEqual(["bilateral-deal", "export-licence"]);
  });

  it("squeeze all who joined, or the first", () => {
    const reached = (rule: string) =>
      added(plain, { commit: 7, deal: 0 }, rule).flatMap(({ params }) => params["destinations"]);
    expect(reached("licence-squeeze")).toEqual(["USA", "JPN", "AUS"]);
    expect(reached("first-mover-squeeze")).toEqual(["USA"]);
    expect(reached("none")).toEqual([]);
  });

  it("court all who stay out, whatever they had sought", () => {
    const { dealers, levers } = profileLevers(plain, some, "courtship");
    expect(dealers).toEqual(["JPN", "AUS"]);
    expect(levers.filter(({ kind }) => kind === "bilateral-deal")).toHaveLength(1);
  });

  it("bind nobody below the minimum", () => {
    const two = prepared({ minimum: 2 });
    expect(profileLevers(two, { commit: 4, deal: 0 }, "licence-squeeze").members).toEqual([]);
    expect(profileLevers(two, { commit: 5, deal: 0 }, "licence-squeeze").members).toEqual(["USA", "AUS"]);
  });
});

describe("a penalty on those outside", () => {
  const strict = prepared({ penalty: 0.3, response: "none" });
  const duty = (profile: Profile) => added(strict, profile, "none").filter(({ id }) => id === "penalty");

  it("is a duty of members on the contested goods of seats that stay out", () => {
    const [lever] = duty({ commit: 1, deal: 0 });
    expect(lever.kind).toBe("tariff");
    expect(lever.params).toMatchObject({ importers: ["members"], exporters: ["JPN", "AUS"], rate: 0.3 });
  });

  it("needs members and outsiders", () => {
    expect(duty({ commit: 0, deal: 2 })).toEqual([]);
    expect(duty({ commit: 7, deal: 0 })).toEqual([]);
    expect(added(plain, { commit: 1, deal: 0 }, "none")).toEqual([]);
  });

  it("costs the makers it shuts out", () => {
    const payoff = (summit: typeof plain) => {
      const book = new Book(summit, inline);
      const alone = { commit: 1, deal: 0 };
      book.fillNow([{ commit: 0, deal: 0 }, alone]);
      return payoffsOf(book).line(alone, 1).constant;
    };
    expect(payoff(strict)).toBeLessThan(payoff(prepared({ response: "none" })));
  });
});

describe("a signature", () => {
  const signature = (profile: Profile, summit = plain, rule = "licence-squeeze") =>
    packageSignature(summit, profileLevers(summit, profile, rule));

  it("is one for each policy", () => {
    const all = commitProfiles(3).map((profile) => signature(profile));
    expect(new Set(all).size).toBe(8);
    expect(signature({ commit: 1, deal: 2 })).not.toBe(signature({ commit: 1, deal: 0 }));
  });

  it("is the same for commitments that do not bind", () => {
    const three = prepared({ minimum: 3 });
    const all = commitProfiles(3).map((profile) => signature(profile, three));
    expect(new Set(all).size).toBe(2);
  });

  it("tells rules apart where they answer differently, and only there", () => {
    const grand = { commit: 7, deal: 0 };
    expect(signature(grand, plain, "licence-squeeze")).not.toBe(signature(grand, plain, "none"));
    expect(signature({ commit: 0, deal: 0 }, plain, "price-war")).toBe(
      signature({ commit: 0, deal: 0 }, plain, "none"),
    );
  });
});

describe("who answers, when and with what", () => {
  const calibration = calibrate(toySummitChain, toySummitBaseline);
  const defaults = { from: 2027, to: 2028 };

  it("is as the scenario states it", () => {
    const found = answeringOf(toyPackage([toyTariff], [toySqueeze]), calibration, defaults);
    expect(found).toMatchObject({ responder: "CHN", from: 2027, to: 2028, squeezed: ["magnet.*"] });
  });

  it("is the largest exporter and what end users buy, where nothing is stated", () => {
    const found = answeringOf(toyPackage([toyTariff]), calibration, defaults);
    expect(found.responder).toBe("CHN");
    expect(found.squeezed).toEqual([...new Set(toySummitChain.endUses.flatMap(({ goods }) => goods))]);
    expect(found.fought).toEqual(found.squeezed);
  });

  it("fights over the goods of a floor", () => {
    const floor = { "price-floor": { good: "oxide.NdPr", at: "70 USD/kg", from: 2026 } };
    const found = answeringOf(toyPackage([floor], [toySqueeze]), calibration, defaults);
    expect(found.fought).toEqual(["oxide.NdPr"]);
    expect(found.squeezed).toEqual(["magnet.*"]);
  });
});
