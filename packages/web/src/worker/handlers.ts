import { labHandlers } from "../views/lab/worker/handlers.js";
import { shockHandlers } from "../views/shock/worker/handlers.js";
import { describe } from "./describe.js";

/** Every question the worker answers, by kind; a view adds its own. */
export const handlers = {
  describe,
  ...labHandlers,
  ...shockHandlers,
};

export type Handlers = typeof handlers;
export type Kind = keyof Handlers;
export type Input<K extends Kind> = Parameters<Handlers[K]>[1];
export type Output<K extends Kind> = Awaited<ReturnType<Handlers[K]>>;
