import { shown, type ErrorText } from "../error-text.js";

/** Words for issues of the figures. */
export const dataErrors = {
  MISSING_FILE: {
    message: () => "The file is missing.",
    page: "datapackage.json declares a table whose file is not there.",
  },
  BAD_JSON: {
    message: () => "The file is no valid JSON.",
    page: "The description of the tables cannot be read.",
  },
  REQUIRED: {
    message: ({ expected }) => `A value is required: ${shown(expected)}.`,
    page: "This cell or key may not be empty.",
  },
  EMPTY_FILE: {
    message: () => "The file is empty.",
    page: "A table has at least a header.",
  },
  RAGGED_ROW: {
    message: ({ found, expected }) => `The row has ${shown(found)} cells, expected ${shown(expected)}.`,
    page: "Every row has as many cells as the header.",
  },
  UNCLOSED_QUOTE: {
    message: () => "A quoted cell does not end.",
    page: "A cell begins with a quotation mark that is never closed.",
  },
  BAD_QUOTE: {
    message: () => "A quotation mark stands inside a cell.",
    page: "A cell that holds a quotation mark is quoted as a whole, and the mark doubled.",
  },
  WRONG_ENCODING: {
    message: () => "The file is not plain UTF-8.",
    page: "Tables are UTF-8 without byte-order mark.",
  },
  UNKNOWN_COLUMN: {
    message: ({ found }) => `Unknown column ${shown(found)}.`,
    page: "The header has a column that datapackage.json does not declare.",
  },
  DUPLICATE_COLUMN: {
    message: ({ found }) => `Column ${shown(found)} stands twice.`,
    page: "Each column stands once in the header.",
  },
  MISSING_COLUMN: {
    message: ({ expected }) => `Column ${shown(expected)} is missing.`,
    page: "The header lacks a column that datapackage.json declares.",
  },
  DUPLICATE_ID: {
    message: ({ found }) => `The id ${shown(found)} stands twice.`,
    page: "A table's key is unique.",
  },
  UNKNOWN_REFERENCE: {
    message: ({ found }) => `${shown(found)} refers to nothing.`,
    page: "A cell names a row of another table that does not exist.",
  },
  STRAY_SPACE: {
    message: ({ found }) => `A space stands at the edge of ${shown(found)}.`,
    page: "Cells have no space at their edges.",
  },
  NOT_ALLOWED: {
    message: ({ found, expected }) => `${shown(found)} is not allowed, expected ${shown(expected)}.`,
    page: "The column takes only the values that datapackage.json lists.",
  },
  BAD_PATTERN: {
    message: ({ found, expected }) => `${shown(found)} does not have the form ${shown(expected)}.`,
    page: "The column has a pattern that the cell does not match.",
  },
  MISSING_UNIT: {
    message: ({ found }) => `The value ${shown(found)} has no unit.`,
    page: "A number without unit means nothing.",
  },
  VALUE_ORDER: {
    message: ({ found }) => `Low, value and high are out of order: ${shown(found)}.`,
    page: "value_low ≤ value ≤ value_high must hold.",
  },
  RESTRICTED_SOURCE: {
    message: ({ found }) => `Source ${shown(found)} allows derived figures only.`,
    page: "Rows of a source under terms of use are not shipped; only figures derived from them, in the table derived.",
  },
  GRADE_MISMATCH: {
    message: ({ found, expected }) => `Grade ${shown(found)}, but the rule gives ${shown(expected)}.`,
    page: "Grades come from a rule; an exception is a row with its reason in grade_exceptions.",
  },
  NO_BASE_YEAR: {
    message: ({ found }) => `The base year cannot be formed: ${shown(found)}.`,
    page: "The figures do not hold what the balance needs.",
  },
  UNKNOWN_TERM: {
    message: ({ found }) => `The figure ${shown(found)} names nothing that the balance knows.`,
    page: "A figure must name a quantity of the balance.",
  },
  BALANCE_INFEASIBLE: {
    message: () => "The figures cannot be balanced.",
    page: "No quantities satisfy the conservation of mass within the bounds of the figures. details names the rows that clash.",
  },
  MISSING_ASSUMPTION: {
    message: ({ found, expected }) => `An assumption is missing: ${shown(expected ?? found)}.`,
    page: "Where nothing is known, the assumption is a row graded D with its reason and range; this one is absent.",
  },
  BAD_CHAIN_FILE: {
    message: ({ path }) => `The chain cannot be read: ${path ?? ""}.`,
    page: "A file of the chain does not have its form.",
  },
  UNKNOWN_PARAMETER: {
    message: ({ found }) => `There is no parameter ${shown(found)}.`,
    page: "didym explain parameters lists the parameters.",
  },
  BASE_VALUE_ADDED: {
    message: ({ found }) => `A plant of the base year runs below its cost: ${shown(found)}.`,
    page: "Its value added is not positive at base prices, so a row of base support is needed.",
  },
  UNKNOWN_SOURCE: {
    message: ({ found }) => `There is no source ${shown(found)}.`,
    page: "source_id must stand in the table sources.",
  },
  UNKNOWN_UNIT: {
    message: ({ found }) => `There is no unit ${shown(found)}.`,
    page: "Units stand in the table units.",
  },
  UNKNOWN_PLACE: {
    message: ({ found }) => `There is no place ${shown(found)}.`,
    page: "The file names an economy that the table places does not know.",
  },
  NEW_SOURCE: {
    message: ({ found }) => `Source ${shown(found)} is not among the sources.`,
    page: "Add it to the table sources before its figures are taken over.",
  },
  IMPLAUSIBLE_CHANGE: {
    message: ({ found, expected }) => `The figure would change from ${shown(expected)} to ${shown(found)}.`,
    page: "The change is larger than a revision explains; look at unit and definition.",
  },
  REMOTE_ERROR: {
    message: ({ found }) => `The file holds an error message of its source: ${shown(found)}.`,
    page: "The download failed at the source. Fetch it again.",
  },
  TRUNCATED: {
    message: ({ found, expected }) => `The file holds ${shown(found)} of ${shown(expected)} rows.`,
    page: "The source cut the download short. Fetch it in parts.",
  },
  INCOMPLETE_PARTNERS: {
    message: ({ found, expected }) =>
      `The partners add up to ${shown(found)}, but the world is ${shown(expected)}.`,
    page: "Some partners are missing, so shares cannot be derived.",
  },
  UNKNOWN_FORMAT: {
    message: ({ expected }) => `The file has none of the known forms: ${shown(expected)}.`,
    page: "Files are known by their columns. Take them as the source gives them.",
  },
  CONFLICTING_ROWS: {
    message: ({ found }) => `Two rows give different values for one figure: ${shown(found)}.`,
    page: "The file contradicts itself.",
  },
  NOTHING_FOUND: {
    message: () => "The file holds nothing about rare earths.",
    page: "Its form is known, but no row concerns what Didym models.",
  },
  TOTAL_MISMATCH: {
    message: ({ found, expected }) =>
      `The rows add up to ${shown(found)}, but the total says ${shown(expected)}.`,
    page: "The parts and the total of the file differ by more than rounding.",
  },
  MIXED_WEIGHT: {
    message: ({ found, expected }) =>
      `Weights differ in kind: found ${shown(found)}, expected ${shown(expected)}.`,
    page: "Net weight and oxide equivalent must not be divided by each other.",
  },
} satisfies Record<string, ErrorText>;
