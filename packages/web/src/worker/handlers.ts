import { labHandlers } from "../views/lab/worker/handlers.js";
import { describe } from "./describe.js";

/** Fetched with the first screen but apart from it, so that its weight does not hold that back. */
const shockPart = import("../views/shock/worker/handlers.js");
type ShockHandlers = Awaited<typeof shockPart>["shockHandlers"];
const shock = async (...question: Parameters<ShockHandlers["shock"]>) =>
  (await shockPart).shockHandlers.shock(...question);

/** Every question the worker answers, by kind; a view adds its own. */
export const handlers = {
  describe,
  ...labHandlers,
  shock,
};

export type Handlers = typeof handlers;
export type Kind = keyof Handlers;
export type Input<K extends Kind> = Parameters<Handlers[K]>[1];
export type Output<K extends Kind> = Awaited<ReturnType<Handlers[K]>>;
