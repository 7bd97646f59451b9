export * from "./airport.js";
export * from "./best-response-path.js";
export * from "./break-even.js";
export {
  coalitionKey,
  coalitionKeys,
  coalitionMembers,
  coalitionsBySize,
  coalitionSize,
  memberIds,
  type Coalition,
} from "./coalition.js";
export * from "./consistent-set.js";
export * from "./convexity.js";
export * from "./gain-game.js";
export { gameJsonSchema, gameSchema } from "./game-schema.js";
export type * from "./game.js";
export * from "./least-core.js";
export * from "./move-order.js";
export * from "./nucleolus.js";
export * from "./payoff-game.js";
export * from "./pivotal.js";
export * from "./potential-likelihood.js";
export { MAX_PLAYERS, readGame, type Reading as GameReading } from "./read-game.js";
export * from "./shapley-value.js";
export * from "./solve-game.js";
export * from "./stability-likelihood.js";
export * from "./stability.js";
export * from "./stance-game.js";
export * from "./transfers.js";
export * from "./value-game.js";
