export type { LeverDefinition, LeverContext, LeverScope } from "./definition.js";
export type { CompiledLever } from "./lever.js";
export { leverKinds, leverOf, levers } from "./register.js";
