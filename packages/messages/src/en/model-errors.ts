import { ambiguousYears } from "../ambiguous-years.js";
import { shown, type ErrorText } from "../error-text.js";

/** Words for issues of markets and levers. */
export const modelErrors = {
  NO_MEANING: {
    message: ({ found }) => `${shown(found)} has no meaning in that year: nothing flows.`,
    page: "A price without purchases, or a share of nothing, is no number. Choose another year, region or good.",
  },
  DUPLICATE_FIRM: {
    message: ({ found }) => `Firm ${shown(found)} is listed twice.`,
    page: "Firm ids are unique.",
  },
  DUPLICATE_ROW: {
    message: ({ path }) => `The row repeats another: ${path ?? ""}.`,
    page: "Two rows describe the same thing. Merge them.",
  },
  UNKNOWN_SELLER: {
    message: ({ found }) => `There is no seller ${shown(found)}.`,
    page: "A seller is a region, a firm id, or * for one seller of all supply.",
  },
  INCONSISTENT_PRICE: {
    message: ({ found, expected }) =>
      `Benchmark prices of one origin differ: ${shown(found)}, expected ${shown(expected)}.`,
    page: "price is the origin price of from; rows of one origin must agree.",
  },
  DOWNSTREAM_UNCOVERED: {
    message: ({ found }) => `The floor covers ${shown(found)}, but not what is made of it.`,
    page: "A border floor on a material without its products invites their import instead.",
  },
  EQUITY_WITHOUT_MONEY: {
    message: ({ path }) => `Equity ${path ?? ""} finishes projects at no cost: its amount is 0.`,
    page: "A higher completion share without an amount costs no treasury anything: what builds the plant is then an assumption, not money.",
  },
  EQUITY_BEYOND_OUTLAY: {
    message: ({ found, expected, details }) =>
      `Equity of ${shown(found)} MUSD is more than ${shown(details?.["project"])} costs: ${shown(expected)} MUSD at most are paid.`,
    page: "Equity takes off a project's annuities, never more than all of them: what is offered beyond its outlay is not paid.",
  },
  AMBIGUOUS: {
    message: (issue) => {
      const { years, apart } = ambiguousYears(issue);
      if (years === "") return "More than one equilibrium fits; both are given.";
      const most =
        apart && `; furthest apart is ${apart.what}: ${apart.here} USD/kg here, ${apart.other} there`;
      return `More than one equilibrium fits in ${years}; the figures are of one of them${most ?? ""}.`;
    },
    page: "With ad-valorem wedges, floors or contracts an equilibrium need not be unique. Two paths led to different answers.",
  },
  UNKNOWN_ARC: {
    message: ({ found }) => `There is no arc ${shown(found)}.`,
    page: "A row names a route that transport does not list.",
  },
  SAME_REGION: {
    message: ({ found }) => `A route leads from ${shown(found)} to itself.`,
    page: "Transport links two different regions; a region's own supply needs no route.",
  },
  NEGATIVE_CAPACITY: {
    message: ({ found, expected }) => `${shown(found)} is negative, expected ${shown(expected)}.`,
    page: "Capacities and limits are not negative.",
  },
  UNKNOWN_FORM: {
    message: ({ found }) => `There is no curve form ${shown(found)}.`,
    page: "The forms are listed in the problem format.",
  },
} satisfies Record<string, ErrorText>;
