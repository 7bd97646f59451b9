export type { Equilibrium, Market, StartPoint } from "./market.js";
