import { describe, expect, it } from "vitest";
import { coalitionKeys } from "./coalition.js";
import type { PayoffGameAnswer } from "./payoff-game.js";
import { solveGame } from "./solve-game.js";
import type { ValueGameAnswer } from "./value-game.js";

const schema = "didym/game@1";
const two = { "": 0, A: 1, B: 2, "A,B": 6 };
const errorsOf = (json: unknown) => {
  const answer = solveGame(json);
  if (!("errors" in answer)) throw new Error("expected errors");
  return answer.errors;
};
const valueGame = (value: object, players = ["A", "B"]) => ({ schema, players, value });

describe("characteristic functions", () => {
  it("answers with every measure", () => {
    expect(solveGame(valueGame(two))).toEqual({
      shapley: { A: 2.5, B: 3.5 },
      nucleolus: { A: 2.5, B: 3.5 },
      coreEmpty: false,
      leastCoreExcess: -1.5,
      convex: true,
    });
  });

  it("takes a single player, for whom no excess is bounded", () => {
    expect(solveGame(valueGame({ "": 0, Solo: -4 }, ["Solo"]))).toEqual({
      shapley: { Solo: -4 },
      nucleolus: { Solo: -4 },
      coreEmpty: false,
      leastCoreExcess: null,
      convex: true,
    });
  });

  it("says that there is no nucleolus where there is no imputation, and still gives the rest", () => {
    const answer = solveGame(valueGame({ "": 0, A: 3, B: 3, "A,B": 5 })) as ValueGameAnswer;
    expect(answer.nucleolus).toBeNull();
    expect(answer.warnings).toEqual([
      { code: "EMPTY_IMPUTATION_SET", path: "value", details: { grandCoalition: 5, sumOfSingles: 6 } },
    ]);
    expect(answer).toMatchObject({ shapley: { A: 2.5, B: 2.5 }, coreEmpty: true, convex: false });
    expect(answer.leastCoreExcess).toBeCloseTo(0.5, 12);
  });

  it("keeps the accuracy for worths of any size and for costs below zero", () => {
    for (const unit of [1e-9, 1e12, -1]) {
      const value = { "": 0, A: -3 * unit, B: -4 * unit, "A,B": -5 * unit };
      const { shapley } = solveGame(valueGame(value)) as ValueGameAnswer;
      expect(Math.abs(shapley!["A"] + 2 * unit)).toBeLessThan(1e-12 * Math.abs(unit));
    }
  });

  it("solves fifteen players within seconds, refuses the nucleolus of sixteen and then gives the rest", () => {
    const big = (count: number) => {
      const players = Array.from({ length: count }, (_, k) => `P${k}`);
      const value = Object.fromEntries(
        coalitionKeys(players).map((key, mask) => [
          key,
          mask ? key.split(",").length ** 1.5 + (mask % 7) / 3 : 0,
        ]),
      );
      return valueGame(value, players);
    };
    expect(solveGame(big(15))).toHaveProperty("nucleolus.P14");
    const errors = errorsOf(big(16));
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatchObject({
      code: "UNSUPPORTED",
      found: "nucleolus",
      details: { feature: "nucleolus", limit: 15 },
    });
    const rest = solveGame(big(16), { measures: ["shapley", "core", "convex"] });
    expect(Object.keys(rest)).toEqual(["shapley", "coreEmpty", "leastCoreExcess", "convex"]);
  });

  it("accepts names that JavaScript treats specially", () => {
    const answer = solveGame(
      valueGame({ "": 0, "2": 1, constructor: 0, "2,constructor": 5 }, ["2", "constructor"]),
    );
    expect(answer).toMatchObject({ shapley: { 2: 3, constructor: 2 } });
  });
});

describe("payoffs by coalition", () => {
  const payoffs = { "": { A: 1, B: 1 }, A: { A: 0, B: 3 }, B: { A: 3, B: 0 }, "A,B": { A: 2, B: 2 } };

  it("judges every coalition", () => {
    const answer = solveGame({ schema, players: ["A", "B"], payoffs }) as PayoffGameAnswer;
    const flags = { profitable: true, internal: true, external: true, potentiallyInternal: true };
    expect(answer.coalitions).toEqual([
      { ...flags, members: [] },
      { ...flags, members: ["A"], profitable: false, internal: false, potentiallyInternal: false },
      { ...flags, members: ["B"], profitable: false, internal: false, potentiallyInternal: false },
      { ...flags, members: ["A", "B"], internal: false, potentiallyInternal: false },
    ]);
    expect(answer.stable).toEqual([[]]);
    expect(answer.largestStable).toEqual([]);
  });

  it("names the payoff that is absent and the player nobody knows", () => {
    const wrong = { ...payoffs, "A,B": { A: 2, Bb: 2 } };
    expect(errorsOf({ schema, players: ["A", "B"], payoffs: wrong })).toEqual([
      { code: "MISSING_PAYOFF", path: 'payoffs["A,B"]', expected: "B" },
      { code: "UNKNOWN_PLAYER", path: 'payoffs["A,B"].Bb', found: "Bb", expected: ["A", "B"], nearest: "B" },
    ]);
  });
});

describe("airport costs", () => {
  it("charges one member of each kind", () => {
    const increments = [
      { id: "large", count: 2, cost: 12 },
      { id: "small", count: 9, cost: 5 },
    ];
    const answer = solveGame({ schema, increments }) as { shapley: Record<string, number> };
    expect(answer.shapley["small"]).toBeCloseTo(5 / 11, 14);
    expect(answer.shapley["large"]).toBeCloseTo(5 / 11 + 7 / 2, 14);
  });
});

describe("what is wrong is named", () => {
  it.each([
    [
      "an absent coalition",
      { "": 0, A: 1, B: 2 },
      { code: "MISSING_COALITION", path: 'value["A,B"]', expected: "A,B" },
    ],
    [
      "the absent empty one",
      { A: 1, B: 2, "A,B": 3 },
      { code: "MISSING_COALITION", path: 'value[""]', expected: "" },
    ],
    ["an unknown player", { ...two, "A,b": 1 }, { code: "UNKNOWN_PLAYER", found: "b", nearest: "B" }],
    ["a repeated member", { ...two, "A,A": 1 }, { code: "DUPLICATE_MEMBER", nearest: "A" }],
    ["a coalition listed twice", { ...two, "B,A": 6 }, { code: "DUPLICATE_COALITION", nearest: "A,B" }],
    ["members out of order", { "": 0, A: 1, B: 2, "B,A": 6 }, { code: "COALITION_ORDER", nearest: "A,B" }],
    ["white space", { "": 0, A: 1, B: 2, "A, B": 6 }, { code: "COALITION_ORDER", nearest: "A,B" }],
    [
      "a worth of the empty coalition",
      { ...two, "": 1 },
      { code: "OUT_OF_RANGE", path: 'value[""]', found: 1 },
    ],
    ["no number", { ...two, A: NaN }, { code: "WRONG_TYPE", path: "value.A", found: "NaN" }],
    [
      "infinity",
      { ...two, "A,B": Infinity },
      { code: "WRONG_TYPE", path: 'value["A,B"]', found: "Infinity" },
    ],
    [
      "text for a number",
      { ...two, A: "1" },
      { code: "WRONG_TYPE", path: "value.A", found: "1", expected: "number" },
    ],
    ["null", { ...two, A: null }, { code: "WRONG_TYPE", path: "value.A", found: null }],
  ])("%s", (_, value, expected) => {
    expect(errorsOf(valueGame(value))[0]).toMatchObject(expected);
  });

  it.each<[string, unknown, object]>([
    ["no object", [], { code: "WRONG_TYPE", expected: "object" }],
    ["null", null, { code: "WRONG_TYPE", expected: "object" }],
    ["no schema", { players: ["A"] }, { code: "MISSING_KEY", path: "schema" }],
    ["a newer version", { schema: "didym/game@2" }, { code: "VERSION_MISMATCH", found: "didym/game@2" }],
    ["another schema", { schema: "didym/problem@1" }, { code: "UNKNOWN_SCHEMA", nearest: schema }],
    [
      "no game",
      { schema, players: ["A"] },
      { code: "MISSING_KEY", expected: ["value", "payoffs", "increments"] },
    ],
    ["a misspelt game", { schema, players: ["A"], vlaue: {} }, { code: "MISSING_KEY", nearest: "value" }],
    [
      "two games",
      { schema, value: {}, increments: [] },
      { code: "CONFLICTING_KEYS", found: ["value", "increments"] },
    ],
    [
      "an unknown key",
      { ...valueGame(two), plyers: 1 },
      { code: "UNKNOWN_KEY", path: "plyers", nearest: "players" },
    ],
    ["no players", { schema, value: two }, { code: "MISSING_KEY", path: "players" }],
    ["an empty list of players", valueGame({ "": 0 }, []), { code: "OUT_OF_RANGE", path: "players" }],
    [
      "a player twice",
      valueGame(two, ["A", "A"]),
      { code: "DUPLICATE_PLAYER", path: "players[1]", found: "A" },
    ],
    ["a comma in a name", valueGame(two, ["A,B"]), { code: "INVALID_ID", path: "players[0]" }],
    ["an empty name", valueGame(two, [""]), { code: "INVALID_ID", path: "players[0]" }],
    [
      "too many players",
      valueGame(
        {},
        Array.from({ length: 21 }, (_, k) => `P${k}`),
      ),
      { code: "UNSUPPORTED" },
    ],
    ["a table as a list", valueGame([]), { code: "WRONG_TYPE", path: "value" }],
    ["no kinds of users", { schema, increments: [] }, { code: "OUT_OF_RANGE", path: "increments" }],
    [
      "a negative cost",
      { schema, increments: [{ id: "a", count: 1, cost: -1 }] },
      { code: "OUT_OF_RANGE", path: "increments[0].cost", found: -1 },
    ],
    [
      "half a player",
      { schema, increments: [{ id: "a", count: 1.5, cost: 1 }] },
      { code: "WRONG_TYPE", path: "increments[0].count", found: 1.5 },
    ],
    [
      "a misspelt field",
      { schema, increments: [{ id: "a", cuont: 1, count: 1, cost: 1 }] },
      { code: "UNKNOWN_KEY", path: "increments[0].cuont", nearest: "count" },
    ],
    [
      "the same kind twice",
      { schema, increments: Array(2).fill({ id: "a", count: 1, cost: 1 }) },
      { code: "DUPLICATE_PLAYER", path: "increments[1].id" },
    ],
  ])("%s", (_, json, expected) => {
    expect(errorsOf(json)[0]).toMatchObject(expected);
  });

  it("does not call a coalition absent that is only written in the wrong order", () => {
    const errors = errorsOf(valueGame({ "": 0, A: 1, B: 2, "B,A": 6 }));
    expect(errors.map((issue) => issue.code)).toEqual(["COALITION_ORDER"]);
  });

  it("counts all absent coalitions and names the first ten", () => {
    const errors = errorsOf(valueGame({ "": 0 }, ["A", "B", "C", "D"]));
    expect(errors).toHaveLength(10);
    expect(errors[0]).toMatchObject({ expected: "A", details: { absent: 15, expected: 16 } });
  });
});
