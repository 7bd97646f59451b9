/** A characteristic-function game. */
export interface ValueGame {
  readonly kind: "value";
  readonly players: readonly string[];
  /** v(S) by coalition mask, length 2^n. */
  readonly worth: Float64Array;
}

/** Payoffs of all players by coalition of signatories. */
export interface PayoffGame {
  readonly kind: "payoffs";
  readonly players: readonly string[];
  /** Payoff of player i when the coalition with mask S has signed, at S·n + i; length 2^n · n. */
  readonly payoff: Float64Array;
}

/** One kind of player of an airport-type cost game. */
export interface AirportKind {
  readonly id: string;
  readonly count: number;
  /** Cost of one such player alone. */
  readonly cost: number;
}

export interface AirportGame {
  readonly kind: "increments";
  readonly increments: readonly AirportKind[];
}

export type Game = ValueGame | PayoffGame | AirportGame;
