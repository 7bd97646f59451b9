import { labHandlers } from "../views/lab/worker/handlers.js";
import { describe } from "./describe.js";

/** Fetched with the first screen but apart from it, so that its weight does not hold that back. */
const shockPart = import("../views/shock/worker/handlers.js");
type ShockHandlers = Awaited<typeof shockPart>["shockHandlers"];
const shock = async (...question: Parameters<ShockHandlers["shock"]>) =>
  (await shockPart).shockHandlers.shock(...question);

/** Of the Lab, what its first screen does not ask. */
const labPart = import("../views/lab/worker/later-handlers.js");
type LabLater = Awaited<typeof labPart>["labLater"];
const why = async (...question: Parameters<LabLater["why"]>) => (await labPart).labLater.why(...question);
const bands = async (...question: Parameters<LabLater["bands"]>) =>
  (await labPart).labLater.bands(...question);

const summitPart = import("../views/summit/worker/handlers.js").then((part) => part.summitHandlers);
type Summit = Awaited<typeof summitPart>;
type Asked<K extends keyof Summit> = Parameters<Summit[K]>;
const summit = {
  summitTable: async (...question: Asked<"summitTable">) => (await summitPart).summitTable(...question),
  summitMoves: async (...question: Asked<"summitMoves">) => (await summitPart).summitMoves(...question),
  summitScan: async (...question: Asked<"summitScan">) => (await summitPart).summitScan(...question),
  summitSolve: async (...question: Asked<"summitSolve">) => (await summitPart).summitSolve(...question),
  summitHelpers: async (...question: Asked<"summitHelpers">) => (await summitPart).summitHelpers(...question),
};

const evidencePart = import("../views/evidence/worker/handlers.js");
type EvidenceHandlers = Awaited<typeof evidencePart>["evidenceHandlers"];
const evidenceBalance = async (...question: Parameters<EvidenceHandlers["evidenceBalance"]>) =>
  (await evidencePart).evidenceHandlers.evidenceBalance(...question);
const evidenceEquations = async (...question: Parameters<EvidenceHandlers["evidenceEquations"]>) =>
  (await evidencePart).evidenceHandlers.evidenceEquations(...question);

/** Every question the worker answers, by kind; a view adds its own. */
export const handlers = {
  describe,
  ...labHandlers,
  shock,
  why,
  bands,
  ...summit,
  evidenceBalance,
  evidenceEquations,
};

export type Handlers = typeof handlers;
export type Kind = keyof Handlers;
export type Input<K extends Kind> = Parameters<Handlers[K]>[1];
export type Output<K extends Kind> = Awaited<ReturnType<Handlers[K]>>;
