export type { Fact, FactKind } from "./fact.js";
export { originOf, type LeverAbout, type Origin, type OriginOptions } from "./origin-of.js";
