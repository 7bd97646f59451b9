import { expect, it } from "vitest";
import { gameJsonSchema, gameSchema } from "./game-schema.js";

it("the published JSON Schema is the one the reader enforces (write it anew with `vitest -u`)", async () => {
  const text = `${JSON.stringify(gameJsonSchema(), null, 2)}\n`;
  await expect(text).toMatchFileSnapshot("../../../../schemas/game.schema.json");
});

it("has three kinds of game and refuses anything else", () => {
  expect(
    gameSchema.safeParse({ schema: "didym/game@1", players: ["A"], value: { "": 0, A: 1 } }).success,
  ).toBe(true);
  expect(gameSchema.safeParse({ schema: "didym/game@1", players: ["A"] }).success).toBe(false);
  expect(gameSchema.safeParse({ schema: "didym/game@1", increments: [], colour: "red" }).success).toBe(false);
});
