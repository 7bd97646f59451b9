import { shown, type ErrorText } from "../error-text.js";

/** Words for issues of scenario, problem and game files. */
export const inputErrors = {
  WRONG_TYPE: {
    message: ({ found, expected }) => `Found ${shown(found)}, expected ${shown(expected)}.`,
    page: "A value is of the wrong kind, for example a text where a number must stand.",
  },
  MISSING_KEY: {
    message: ({ path, expected }) => `Missing: ${path ?? ""}, expected ${shown(expected)}.`,
    page: "A key that must be there is absent.",
  },
  MISSING_FIELD: {
    message: ({ path }) => `Missing: ${path ?? ""}.`,
    page: "A field that must be there is absent.",
  },
  OUT_OF_RANGE: {
    message: ({ found, expected }) => `${shown(found)} is out of range, expected ${shown(expected)}.`,
    page: "A number is outside the range in which it has a meaning.",
  },
  INVALID_VALUE: {
    message: ({ found, expected }) => `${shown(found)} is not valid here, expected ${shown(expected)}.`,
    page: "A value is none of those that may stand here.",
  },
  INVALID_ID: {
    message: ({ found }) => `${shown(found)} is no valid id.`,
    page: "Ids hold letters, digits, dots and dashes, without commas or spaces.",
  },
  CONFLICTING_KEYS: {
    message: ({ found }) => `These keys exclude each other: ${shown(found)}.`,
    page: "Two keys say different things about the same matter. Keep one.",
  },
  UNKNOWN_SCHEMA: {
    message: ({ found, expected }) => `Unknown schema ${shown(found)}, expected ${shown(expected)}.`,
    page: "The schema line names no format that this program reads.",
  },
  WRONG_LENGTH: {
    message: ({ found, expected }) =>
      `A list has the wrong length: found ${shown(found)}, expected ${shown(expected)}.`,
    page: "A list must have one entry for each name it belongs to.",
  },
  TOO_LARGE: {
    message: ({ found, expected }) => `Too many entries: found ${shown(found)}, at most ${shown(expected)}.`,
    page: "The input is larger than the solver accepts.",
  },
  TOO_DEEP: {
    message: () => "Nested too deeply.",
    page: "Lists and objects inside each other go deeper than any valid input needs.",
  },
  NOT_A_NUMBER: {
    message: ({ found }) => `${shown(found)} is no finite number.`,
    page: "A number must be finite.",
  },
  UNKNOWN_REGION: {
    message: ({ found }) => `There is no region ${shown(found)}.`,
    page: "A region is one of those in didym data show places, or a group such as EU or members.",
  },
  UNKNOWN_GOOD: {
    message: ({ found }) => `There is no good ${shown(found)}.`,
    page: "A good is written STAGE.NAME, such as oxide.NdPr; * matches within a selector.",
  },
  UNKNOWN_PLANT: {
    message: ({ found }) => `There is no plant ${shown(found)}.`,
    page: "Plants go by the ids in didym data show facilities.",
  },
  INVALID_PARTY: {
    message: ({ found }) => `${shown(found)} is no party.`,
    page: "A party is a region or seat id, members, non-members, all, owner:ID, plant:ID, or a list of these.",
  },
  CUSTOMS_UNION: {
    message: ({ found, expected }) =>
      `These belong to one customs union: ${shown(found)}; expected ${shown(expected)}.`,
    page: "Members of a customs union carry one tariff: name the union.",
  },
  WRONG_UNIT: {
    message: ({ found, expected }) => `Wrong unit in ${shown(found)}, expected ${shown(expected)}.`,
    page: "A quantity is a number, a space and a unit that fits the field, such as 110 USD/kg.",
  },
  UNIT_SUSPECT: {
    message: ({ found, expected }) =>
      `${shown(found)} looks wrong by a factor; expected about ${shown(expected)}.`,
    page: "The unit is allowed, but the value is far from any in the figures, as if per tonne and per kilogram were mixed up.",
  },
  OVERLAPPING_DATES: {
    message: ({ found }) => `Dates overlap: ${shown(found)}.`,
    page: "Two levers of one kind act on the same flow in the same year. Give them different years, or merge them.",
  },
} satisfies Record<string, ErrorText>;
