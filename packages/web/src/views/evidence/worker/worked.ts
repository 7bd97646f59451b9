import type { EquationName, SymbolName } from "@didym/messages/evidence";

/** A symbol of an equation with its number in the scenario. */
export interface SymbolValue {
  readonly name: SymbolName;
  readonly symbol: string;
  readonly value: number;
  /** USD/kg, t/y, or "" for a pure number. */
  readonly unit: string;
}

export interface Supplier {
  readonly region: string;
  readonly cost: number;
  readonly weight: number;
  readonly share: number;
  readonly flow: number;
}

/** An equation filled with numbers: what they give, and what the solver found. */
export interface Worked {
  readonly name: EquationName;
  readonly formula: string;
  readonly region: string;
  /** Of what: a region, good, plant or end use. */
  readonly of: string;
  readonly symbols: readonly SymbolValue[];
  readonly computed: number;
  readonly model: number;
  readonly unit: string;
  /** The largest first. */
  readonly suppliers?: readonly Supplier[];
}

export const symbolsOf =
  (unit: string) =>
  (...rows: readonly (readonly [SymbolName, string, number, string?])[]): SymbolValue[] =>
    rows.map(([name, symbol, value, own]) => ({ name, symbol, value, unit: own ?? unit }));
