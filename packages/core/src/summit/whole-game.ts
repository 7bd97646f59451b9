import {
  bestDeviation,
  largestConsistentSet,
  MAX_FARSIGHTED_SEATS,
  type StanceGame,
} from "../games/index.js";
import { profileOfNumber } from "./play.js";
import { numbersOf, type Profile } from "./profile.js";

/** What only a game that is solved in every profile can tell. */
export interface WholeGame {
  /** Profiles that nobody gains by leaving alone. */
  readonly rests: readonly Profile[];
  /** Profiles that seats who look ahead would not leave; absent above six seats. */
  readonly farsighted?: readonly Profile[];
}

/** All profiles of a game, each judged. `game.payoff` is asked for every one, several times: remember what is dear. */
export function wholeGame(game: StanceGame): WholeGame {
  const rests: Profile[] = [];
  const count = Array.from({ length: game.seats }, () => game.stances).reduce((all, one) => all * one, 1);
  for (let number = 0; number < count; number++) {
    const profile = profileOfNumber(number, game);
    if (nobodyMoves(game, numbersOf(profile, game.seats))) rests.push(profile);
  }
  if (game.seats > MAX_FARSIGHTED_SEATS) return { rests };
  return { rests, farsighted: largestConsistentSet(game).map((number) => profileOfNumber(number, game)) };
}

function nobodyMoves(game: StanceGame, numbers: Uint8Array): boolean {
  for (let seat = 0; seat < game.seats; seat++)
    if (bestDeviation(game, numbers, seat) !== undefined) return false;
  return true;
}
