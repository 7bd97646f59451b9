import { describe, expect, it } from "vitest";
import { addLever, changesOf, isPlain, openScenario, removeChange, removeLever, setValue } from "./edits.js";
import { noResponse, toCommand, toDocument } from "./to-document.js";

const base = {
  schema: "didym/scenario@1",
  name: "base",
  levers: [{ tariff: { rate: "5%" } }],
  response: [{ "export-ban": {} }],
  set: { "tariff.from": "2026" },
};
const library = { base, other: { schema: "didym/scenario@1", name: "other" } };
const plain = openScenario("base");

describe("edits", () => {
  it("are plain until something differs, and again when each difference is taken back", () => {
    let edits = setValue(plain, "tariff.rate", "25");
    edits = removeLever(edits, "old");
    edits = addLever(edits, "subsidy", { covers: ["members"] }, []);
    edits = { ...edits, response: "other" };
    expect(changesOf(edits).map(({ type }) => type)).toEqual(["set", "without", "added", "response"]);
    for (const change of changesOf(edits)) edits = removeChange(edits, change);
    expect(edits).toEqual(plain);
    expect(isPlain(edits)).toBe(true);
  });

  it("keep the fields of an added lever with it, and give ids that are free", () => {
    let edits = addLever(plain, "tariff", { rate: "0%" }, ["tariff", "added-tariff"]);
    expect(edits.added[0]?.id).toBe("added-tariff-2");
    edits = setValue(edits, "added-tariff-2.rate", "10");
    expect(edits.set).toEqual({});
    expect(edits.added[0]?.fields).toEqual({ rate: "10" });
    expect(removeLever(edits, "added-tariff-2")).toEqual(plain);
  });

  it("forget the changes of a lever that is taken out", () => {
    const edits = removeLever(setValue(setValue(plain, "tariff.rate", "9"), "other.x", "1"), "tariff");
    expect(edits.set).toEqual({ "other.x": "1" });
    expect(edits.without).toEqual(["tariff"]);
  });
});

describe("the scenario file of edits", () => {
  it("is the file itself where nothing differs", () => {
    expect(toDocument(plain, library)).toBe(base);
  });

  it("holds the file with what was changed", () => {
    const edits = addLever(
      removeLever(setValue(plain, "tariff.rate", "25"), "old"),
      "subsidy",
      { covers: "members" },
      [],
    );
    expect(toDocument(edits, library)).toEqual({
      ...base,
      name: "base-changed",
      levers: [{ tariff: { rate: "5%" } }, { subsidy: { id: "added-subsidy", covers: "members" } }],
      without: ["old"],
      set: { "tariff.from": "2026", "tariff.rate": "25" },
    });
  });

  it("puts another answer in the place of its own, or none", () => {
    expect(toDocument({ ...plain, response: "other" }, library)).toMatchObject({
      response: [],
      extends: ["status-quo", "other"],
    });
    const none = toDocument({ ...plain, response: noResponse }, library);
    expect(none).toMatchObject({ response: [] });
    expect(none).not.toHaveProperty("extends");
  });

  it("sorts parameters, members and horizon to their places", () => {
    const edits = {
      ...plain,
      set: { "parameters.demand.cover": "2", members: "USA, JPN", horizon: "2024,2035" },
    };
    expect(toDocument(edits, library)).toMatchObject({
      parameters: { "demand.cover": 2 },
      members: ["USA", "JPN"],
      horizon: [2024, 2035],
    });
  });
});

describe("the command of edits", () => {
  it.each([
    [{}, "didym run base"],
    [
      { set: { "tariff.rate": "25%", "tariff.goods": "magnet.*" } },
      "didym run base --set tariff.rate=25% --set 'tariff.goods=magnet.*'",
    ],
    [{ set: { "tariff.rate": "it's" } }, "didym run base --set 'tariff.rate=it'\\''s'"],
    [{ without: ["x"] }, "didym run base-changed.json"],
  ])("%j", (changes, command) => {
    expect(toCommand({ ...plain, ...changes }, true)).toBe(command);
  });

  it("reads the exported file where the scenario is one's own", () => {
    expect(toCommand(plain, false)).toBe("didym run base.json");
  });
});
