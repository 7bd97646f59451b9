import { z } from "zod";

const playerId = z
  .string()
  .regex(/^[^,\s]([^,]*[^,\s])?$/u)
  .describe("Id of a player: no comma, no white space at either end.");

const header = {
  $schema: z.string().optional(),
  schema: z.literal("didym/game@1"),
  name: z.string().optional().describe("What the game is called."),
  source: z.string().optional().describe("Where it was published."),
};

const coalitionName = z
  .string()
  .describe('Ids joined by commas in the order of `players`; "" is the empty coalition.');

/** A characteristic function: the worth v(S) of every coalition. */
export const valueGameSchema = z.strictObject({
  ...header,
  players: z.array(playerId).min(1),
  value: z.record(coalitionName, z.number()).describe("v(S) for each of the 2^n coalitions; v of none is 0."),
});

/** The payoff of every player for every coalition of signatories. */
export const payoffGameSchema = z.strictObject({
  ...header,
  players: z.array(playerId).min(1),
  payoffs: z
    .record(coalitionName, z.record(playerId, z.number()))
    .describe("For each of the 2^n coalitions of signatories, the payoff of every player."),
});

/** An airport-type cost game: a coalition costs as much as its most expensive member alone. */
export const airportGameSchema = z.strictObject({
  ...header,
  increments: z
    .array(
      z.strictObject({
        id: z.string().min(1).describe("Name of the kind of player."),
        count: z.int().min(1).describe("How many players of this kind there are."),
        cost: z.number().min(0).describe("What one of them would cost alone."),
      }),
    )
    .min(1),
});

export const gameSchema = z.union([valueGameSchema, payoffGameSchema, airportGameSchema]);

export type ValueGameFile = z.infer<typeof valueGameSchema>;
export type PayoffGameFile = z.infer<typeof payoffGameSchema>;
export type AirportGameFile = z.infer<typeof airportGameSchema>;

/** JSON Schema (draft 2020-12) of `didym/game@1`; published as `schemas/game.schema.json`. */
export function gameJsonSchema(): object {
  return { $id: "game.schema.json", title: "didym/game@1", ...z.toJSONSchema(gameSchema) };
}
