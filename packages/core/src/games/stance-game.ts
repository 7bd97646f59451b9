/** A profile: the stance (0 … k − 1) of every seat. */
export type Profile = Uint8Array;

/** A game in which each of n seats takes one of k stances. */
export interface StanceGame {
  readonly seats: number;
  readonly stances: number;
  /** Payoff of every seat, length n. Called with a profile that the callee must not keep or change. */
  payoff(profile: Profile): ArrayLike<number>;
  /** Gain, by seat, that a move must exceed; length n. Default 0: any gain moves, a tie does not. */
  readonly threshold?: ArrayLike<number>;
}

/** Number of a profile: Σ stance_i · k^i. Exact up to 2^53. */
export function profileNumber(profile: ArrayLike<number>, stances: number): number {
  let number = 0;
  for (let seat = profile.length - 1; seat >= 0; seat--) number = number * stances + profile[seat];
  return number;
}

/** The profile with a given number. */
export function profileOf(number: number, seats: number, stances: number): Profile {
  const profile = new Uint8Array(seats);
  for (let seat = 0, rest = number; seat < seats; seat++) {
    profile[seat] = rest % stances;
    rest = Math.floor(rest / stances);
  }
  return profile;
}

/** The same game, asking for each profile once. */
export function remembered(game: StanceGame): StanceGame {
  const known = new Map<number, ArrayLike<number>>();
  return {
    ...game,
    payoff(profile) {
      const number = profileNumber(profile, game.stances);
      const found = known.get(number) ?? Float64Array.from(game.payoff(profile));
      known.set(number, found);
      return found;
    },
  };
}

/** What one seat would gain by its best other stance. */
export interface Deviation {
  readonly seat: number;
  readonly from: number;
  readonly to: number;
  readonly gain: number;
}

/** The best other stance of a seat, the lower stance among equals, or undefined when no gain exceeds the threshold. */
export function bestDeviation(game: StanceGame, profile: Profile, seat: number): Deviation | undefined {
  const from = profile[seat];
  const now = game.payoff(profile)[seat];
  const trial = profile.slice();
  let best: Deviation | undefined;
  let least = game.threshold ? game.threshold[seat] : 0;
  for (let to = 0; to < game.stances; to++) {
    if (to === from) continue;
    trial[seat] = to;
    const gain = game.payoff(trial)[seat] - now;
    if (gain > least) {
      least = gain;
      best = { seat, from, to, gain };
    }
  }
  return best;
}

/** Every seat that wants to move, largest gain first, equal gains in the order of seats. */
export function deviations(game: StanceGame, profile: Profile): Deviation[] {
  const found = Array.from({ length: game.seats }, (_, seat) => bestDeviation(game, profile, seat));
  return found
    .filter((deviation) => deviation !== undefined)
    .sort((a, b) => b.gain - a.gain || a.seat - b.seat);
}
