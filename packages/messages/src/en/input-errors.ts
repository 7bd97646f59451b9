import { instead, shown, type ErrorText } from "../error-text.js";

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
      `${shown(found)} is far from any value in the figures; is ${shown(expected)} meant?`,
    page: "The unit is allowed, but the value is far from any in the figures, as if per tonne and per kilogram were mixed up.",
  },
  BEYOND_RANGE: {
    message: ({ found, expected }) =>
      `${shown(found)} lies beyond the range that the evidence allows: ${shown(expected)}.`,
    page: "A parameter is set to a value outside its range. It is used as stated; didym explain parameters lists each with range and reason.",
  },
  ELASTICITY_UNREACHED: {
    message: ({ found, expected, details }) =>
      `${shown(details?.["parameter"])} = ${shown(found)} has no effect: with this choke price demand is at least as elastic as ${Number(expected).toPrecision(2)}.`,
    hint: ({ details }) => `--set parameters.${shown(details?.["choke"])}=…`,
    page: "Demand ends where its price takes up the value added downstream (demand.value-added.…). A curve that ends there cannot be less elastic than 1/ln(choke price / base price); a lower statement gets that least elasticity. docs/model.md, final demand.",
  },
  OVERLAPPING_DATES: {
    message: ({ found }) => `Dates overlap: ${shown(found)}.`,
    page: "Two levers of one kind act on the same flow in the same year. Give them different years, or merge them.",
  },
  UNKNOWN_VALUE: {
    message: ({ found, expected }) => `${shown(found)} is not valid here, expected ${shown(expected)}.`,
    page: "The value is none of those that may stand here.",
  },
  UNKNOWN_STAGE: {
    message: ({ found }) => `There is no stage ${shown(found)}.`,
    page: "Stages are concentrate, oxide, metal and magnet.",
  },
  UNKNOWN_END_USE: {
    message: ({ found }) => `There is no end use ${shown(found)}.`,
    page: "End uses are ev, wind, motors, appliances, electronics, defence, catalysts, polishing, phosphors, metallurgy and other.",
  },
  UNKNOWN_PROJECT: {
    message: ({ found }) => `There is no project ${shown(found)}.`,
    page: "Projects go by the ids of the pipeline in the figures.",
  },
  UNKNOWN_ADDRESS: {
    message: ({ found }) => `No lever has the id ${shown(found)}.`,
    page: "An address is ID.FIELD; a lever's id is its own, or by default its kind, then kind-2, and so on.",
  },
  YEAR_ORDER: {
    message: ({ found, expected }) =>
      `The years are out of order: ${shown(found)}, expected ${shown(expected)}.`,
    page: "The last year lies before the first.",
  },
  YEAR_OUT_OF_RANGE: {
    message: ({ found, expected }) =>
      `Year ${shown(found)} is not among the years solved: ${shown(expected)}.`,
    page: "A reference names a year that the scenario does not solve.",
  },
  EXTENDS_CYCLE: {
    message: ({ found }) => `Scenario ${shown(found)} extends itself.`,
    page: "A chain of extends leads back to where it began; details names the files.",
  },
  BORDER_LEFT_OUT: {
    message: ({ found }) => `These members have no border of their own and are left out: ${shown(found)}.`,
    page: "Members of a customs union act at its border only through the union's seat; it is not among the members.",
  },
  UNKNOWN_RESPONSE: {
    message: ({ found, expected }) => `There is no response ${shown(found)}; there are: ${shown(expected)}.`,
    page: "Responses are rules by which a power answers a coalition: none, licences tightened, a price war, a matching export tax, deals offered.",
  },
  UNKNOWN_METRIC: {
    message: ({ found }) => `There is no metric ${shown(found)}.`,
    page: "A metric reference is METRIC[dimension, …, year], such as price[oxide.NdPr,USA,2030].",
  },
  UNKNOWN_NAME: {
    message: (issue) => {
      if (issue.path === undefined) return `${shown(issue.found)} fits no dimension of the metric.`;
      const others = instead(issue);
      return `There is no ${shown(issue.found)}${others === undefined ? "" : `; there are: ${others}`}.`;
    },
    page: "A name is none of those that the command knows or, within brackets, no good, region, end use or other dimension of this metric.",
  },
  UNKNOWN_DIMENSION: {
    message: ({ found }) => `The metric has no dimension ${shown(found)}.`,
    page: "The metric does not vary by this dimension. didym explain METRIC names its dimensions.",
  },
} satisfies Record<string, ErrorText>;
