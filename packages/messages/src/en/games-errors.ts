import { shown, type ErrorText } from "../error-text.js";

/** Words for issues of games. */
export const gamesErrors = {
  DUPLICATE_PLAYER: {
    message: ({ found }) => `Player ${shown(found)} is listed twice.`,
    page: "Player ids are unique.",
  },
  UNKNOWN_PLAYER: {
    message: ({ found }) => `There is no player ${shown(found)}.`,
    page: "A coalition or payoff names somebody who is not in players.",
  },
  DUPLICATE_MEMBER: {
    message: ({ found }) => `Coalition ${shown(found)} names a member twice.`,
    page: "A member stands once in the name of a coalition.",
  },
  COALITION_ORDER: {
    message: ({ found, expected }) => `Coalition ${shown(found)} must be written ${shown(expected)}.`,
    page: "Coalitions are ids joined by commas in the order of players.",
  },
  DUPLICATE_COALITION: {
    message: ({ found }) => `Coalition ${shown(found)} is listed twice.`,
    page: "Each coalition is listed once.",
  },
  MISSING_COALITION: {
    message: ({ expected }) => `Coalition ${shown(expected)} is missing.`,
    page: "Every coalition is listed, the empty one included; details tells how many are absent.",
  },
  MISSING_PAYOFF: {
    message: ({ path }) => `A payoff is missing: ${path ?? ""}.`,
    page: "Each coalition gives every player's payoff.",
  },
  EMPTY_IMPUTATION_SET: {
    message: () => "No division gives every player at least what it has alone.",
    page: "The worth of all together is below the sum of each alone, so there is no imputation and no nucleolus.",
  },
} satisfies Record<string, ErrorText>;
