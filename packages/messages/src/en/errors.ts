import { helpHint, instead, rounded, shown, type ErrorText } from "../error-text.js";
import { dataErrors } from "./data-errors.js";
import { gamesErrors } from "./games-errors.js";
import { httpErrors } from "./http-errors.js";
import { inputErrors } from "./input-errors.js";
import { modelErrors } from "./model-errors.js";

/** Every error code with its words. This catalogue defines the codes; the Chinese one must match it. */
export const errors = {
  ...inputErrors,
  ...gamesErrors,
  ...httpErrors,
  ...dataErrors,
  ...modelErrors,
  UNKNOWN_COMMAND: {
    message: ({ found }) => `There is no command ${shown(found)}.`,
    hint: () => "didym --help",
    page: "The first words name no command. didym --help lists the commands.",
  },
  UNKNOWN_FLAG: {
    message: ({ found, expected }) => `Unknown flag ${shown(found)}. Valid here: ${shown(expected)}.`,
    hint: helpHint,
    page: "The command does not know this flag. Flags are never ignored, so that a slip of the pen cannot change an answer unseen.",
  },
  MISSING_VALUE: {
    message: ({ found }) => `${shown(found)} needs a value.`,
    page: "A flag that takes a value stands without one. Write --flag VALUE or --flag=VALUE.",
  },
  INVALID_ARGUMENT: {
    message: ({ path, found, expected }) =>
      `${path ?? ""} does not take ${shown(found)}; expected: ${shown(expected)}.`,
    page: "A flag or argument has a value of the wrong kind. The message says what it takes.",
  },
  MISSING_ARGUMENT: {
    message: ({ expected }) => `Missing: ${shown(expected)}.`,
    hint: helpHint,
    page: "The command needs an argument or flag that was not given.",
  },
  UNEXPECTED_ARGUMENT: {
    message: ({ found }) => `Nothing is expected here: ${shown(found)}.`,
    hint: helpHint,
    page: "More arguments were given than the command takes.",
  },
  CONFLICTING_FLAGS: {
    message: ({ found }) => `These contradict each other: ${shown(found)}.`,
    page: "Two flags ask for different things, such as --json with --format csv. Leave one out.",
  },
  BINARY_TO_TERMINAL: {
    message: () => "Parquet is not for a terminal.",
    hint: () => "--output FILE.parquet",
    page: "Parquet is a binary format. Give --output FILE, or pipe it into a program that reads it.",
  },
  FILE_NOT_FOUND: {
    message: ({ found }) => `No such file: ${shown(found)}.`,
    page: "The file does not exist or is a folder. A scenario may also be a built-in name: didym scenario list.",
  },
  FILE_UNREADABLE: {
    message: ({ found, details }) => `Cannot read ${shown(found)}: ${shown(details?.["reason"])}.`,
    page: "The system refused to open the file; the message says why.",
  },
  FILE_UNWRITABLE: {
    message: ({ found, details }) => `Cannot write ${shown(found)}: ${shown(details?.["reason"])}.`,
    page: "The system refused to write the file or folder; the message says why. Files are written whole or not at all.",
  },
  FILE_TOO_LARGE: {
    message: ({ found, expected }) =>
      `The file has ${shown(found)} bytes or more; at most ${shown(expected)} are read.`,
    page: "A scenario or problem is a small text. A file beyond the limit is refused before it is read.",
  },
  NOT_TEXT: {
    message: () => "The file is not UTF-8 text.",
    page: "Every file that is read is UTF-8 text. Files of older tools, and tables that a browser downloads from UN Comtrade, may be in Latin-1: convert them first.",
  },
  INVALID_SYNTAX: {
    message: ({ found, expected, details }) =>
      details?.["reason"] === undefined
        ? `${shown(found)} cannot be read, expected ${shown(expected)}.`
        : `The text cannot be read: ${shown(details["reason"])}.`,
    page: "The file is no valid YAML or JSON. The message tells line and column.",
  },
  TOO_MANY_ALIASES: {
    message: () => "The file repeats itself by aliases beyond the limit.",
    page: "YAML aliases can make a small file expand without bound. A scenario needs few or none.",
  },
  UNKNOWN_KEY: {
    message: ({ path }) => `Unknown key: ${path ?? ""}.`,
    page: "The schema does not know this key. Keys are never ignored. didym scenario schema prints the schema.",
  },
  UNKNOWN_TOPIC: {
    message: ({ found }) => `There is nothing to explain about ${shown(found)}.`,
    hint: () => "didym explain metrics",
    page: "didym explain takes an error code, a lever, a metric, a figure as price[oxide.Dy,JPN], or one of the lists levers, metrics, errors, parameters, assumptions and exit-codes.",
  },
  UNKNOWN_TABLE: {
    message: (issue) => {
      const others = instead(issue);
      return `There is no table ${shown(issue.found)}${others === undefined ? "" : `; there are: ${others}`}.`;
    },
    page: "The answer or the evidence has no table of this name; the message lists those there are, didym data show all of the evidence.",
  },
  UNKNOWN_SCENARIO: {
    message: ({ found }) => `No scenario file and no built-in scenario is called ${shown(found)}.`,
    hint: () => "didym scenario list",
    page: "A scenario is a YAML or JSON file, or one of the names that didym scenario list prints.",
  },
  UNKNOWN_LEVER: {
    message: ({ found }) => `There is no lever ${shown(found)}.`,
    hint: () => "didym scenario schema",
    page: "A scenario names a lever that does not exist. Levers are listed by didym scenario schema, each is explained by didym explain LEVER.",
  },
  UNSUPPORTED: {
    message: ({ found }) => `Not supported in this version: ${shown(found)}.`,
    page: "The input is understood but asks for something that is not built yet. Nothing is guessed instead.",
  },
  MISSING_PART: {
    message: ({ found }) => `This needs an optional part that is not installed: ${shown(found)}.`,
    hint: ({ expected }) => shown(expected),
    page: "Some commands use an optional program or package. didym doctor tells which are found; the hint says how to install the missing one.",
  },
  INVALID_PROBLEM: {
    message: ({ path, found, expected }) =>
      `${path ?? "The problem"}: found ${shown(found)}, expected ${shown(expected)}.`,
    page: "A stand-alone problem or game does not follow its format. docs/reference/problem-format.md describes it.",
  },
  INFEASIBLE: {
    message: ({ found, expected, details }) =>
      ({
        "purchase-without-route": `Nothing can be bought of ${shown(details?.["good"])} in ${shown(details?.["region"])}, where a stock is to be filled.`,
        "release-without-use": `Nobody in ${shown(details?.["region"])} uses the ${shown(details?.["good"])} that is released from stock.`,
        "negative-limit": `Nothing can bring ${shown(details?.["control"])} to its limit.`,
        "purchase-beyond-supply": `All supply of ${shown(details?.["good"])} that can be reached is smaller than what is to be bought.`,
        "release-beyond-use": `Users in ${shown(details?.["region"])} cannot take up all ${shown(details?.["good"])} that is released from stock: what they use it with is missing.`,
        "content-without-source": `No source of ${shown(details?.["good"])} open to ${shown(details?.["region"])} has the content asked for: ${shown(found)}, possible ${shown(expected)}.`,
      })[String(details?.["reason"])] ?? "No point satisfies all conditions.",
    page: "The conditions contradict each other, for example a fixed demand beyond all capacity. details holds the certificate.",
  },
  NOT_CONVERGED: {
    message: ({ details }) =>
      `The solver found no equilibrium${details?.["reason"] === undefined ? "" : `: ${shown(details["reason"])}`}.`,
    page: "The residual did not fall below the tolerance. No numbers are given, since they would be wrong.",
  },
  TIME_LIMIT: {
    message: ({ expected }) => `Not finished within ${shown(expected)} seconds.`,
    hint: () => "--time-limit SECONDS",
    page: "The time allowed by --time-limit is over. Finished work is kept.",
  },
  GOAL_UNREACHABLE: {
    message: ({ found, expected, details }) => {
      const said = `The goal cannot be reached: ${shown(expected)}. The closest it comes is ${rounded(found)}`;
      if (details?.["range"] !== undefined)
        return `${said}: such a figure lies in [${shown(details["range"])}].`;
      const binds = shown(details?.["binds"]);
      return binds === "" || binds === "–" ? `${said}.` : `${said}. At their limit: ${binds}.`;
    },
    page: "No size of the given levers within their bounds reaches the goal. details names what binds.",
  },
  VERSION_MISMATCH: {
    message: ({ found, expected }) =>
      `Made by another version: found ${shown(found)}, expected ${shown(expected)}.`,
    page: "A file or a worker comes from another version of the program, the model or the data, or its schema is newer than this program.",
  },
  CHECK_FAILED: {
    message: ({ found }) => `A check failed: ${shown(found)}.`,
    page: "An identity, a sign, a golden file, a back-test or the health of the installation is not as it must be.",
  },
  INTERRUPTED: {
    message: () => "Interrupted.",
    page: "The run was stopped by a signal. Finished work is kept.",
  },
  INTERNAL: {
    message: ({ details }) => `Unexpected failure: ${shown(details?.["reason"])}.`,
    hint: () => "--debug",
    page: "This is a fault of the program. --debug prints where it happened; please report it with the command you ran.",
  },
} satisfies Record<string, ErrorText>;

/** The codes that have words. */
export type ErrorCode = keyof typeof errors;
