import { describe, expect, it } from "vitest";
import { IssueError } from "../errors/issue.js";
import { bestLicence } from "./best-licence.js";
import type { LeverEntry, ReactionSettings, Situation } from "./reaction.js";

const settings: ReactionSettings = {
  squeezed: ["magnet.*"],
  fought: [],
  licenceVolume: 0.6,
  priceCut: 0,
  outsideGrowth: 0,
  sparedShare: 1,
  concession: 0,
};
const situation: Situation = {
  responder: "CHN",
  committed: ["USA", "JPN"],
  courted: [],
  from: 2027,
  to: 2028,
  baseYear: 2024,
  goods: ["magnet.NdFeB-standard"],
  levers: [],
  basePrice: () => 35,
  aboveCost: () => 5,
  madeOf: () => [],
};
const volumeOf = ([entry]: readonly LeverEntry[]) =>
  entry === undefined ? 1 : Number.parseFloat(String(entry["export-licence"]["volume"])) / 100;
const found = (worth: (volume: number) => number) =>
  bestLicence(situation, settings, (entries) => worth(volumeOf(entries)));

describe("the best licence", () => {
  it("is the volume at which own welfare peaks", () => {
    const { volume, gain, entries } = found((v) => 10 - 40 * (v - 0.62) ** 2);
    expect(volume).toBeCloseTo(0.62, 1);
    expect(gain).toBeCloseTo(40 * 0.38 ** 2, 1);
    expect(entries).toMatchObject([
      { "export-licence": { exporter: "CHN", destinations: ["USA", "JPN"], from: 2027, to: 2028 } },
    ]);
    expect(volumeOf(entries)).toBeCloseTo(volume, 9);
  });

  it("is none where none pays", () => {
    expect(found((v) => v)).toMatchObject({ volume: 1, gain: 0, entries: [] });
  });

  it("passes over volumes without an answer, and asks a bounded number of each once", () => {
    const asked: number[] = [];
    const answer = found((v) => {
      asked.push(v);
      if (v < 0.5) throw new IssueError([{ code: "INFEASIBLE" }]);
      return 1 - v;
    });
    expect(answer.volume).toBeGreaterThanOrEqual(0.5);
    expect(answer.asked.every(({ volume }) => volume >= 0.5)).toBe(true);
    expect(asked.length).toBeLessThanOrEqual(20);
    expect(new Set(asked).size).toBe(asked.length);
  });

  it("goes as far as to give no licence where that pays", () => {
    expect(found((v) => -v).volume).toBe(0);
  });

  it("asks for nothing where nobody has committed: all volumes are the same policy", () => {
    const nobody = bestLicence({ ...situation, committed: [] }, settings, (entries) => entries.length);
    expect(nobody).toMatchObject({ volume: 1, gain: 0, entries: [] });
  });
});
