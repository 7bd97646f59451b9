import { actsEn } from "./en-acts.js";
import type { CauseFacts, SubjectWords, WhyWords } from "./why-words.js";

const within = (region: string): string => (region === "" ? "" : ` in ${region}`);

const subjects: SubjectWords = {
  price: ({ good, region }) => `the price of ${good}${within(region)}`,
  "use-cost": ({ good, region }) => `the cost of using ${good}${within(region)}`,
  "origin-price": ({ good, region }) => `the price of ${good} at the gate${within(region)}`,
  production: ({ good, region }) => `output of ${good}${within(region)}`,
  capacity: ({ good, region }) => `capacity to make ${good}${within(region)}`,
  disposal: ({ good, region }) => `unsold ${good}${within(region)}`,
  use: ({ good, region, endUse }) => `use of ${good}${within(region)}${endUse && ` by ${endUse}`}`,
  "imports-from": ({ good, region, partner }) => `the flow of ${good} from ${partner} to ${region}`,
  utilisation: ({ good, region }) => `utilisation of plants for ${good}${within(region)}`,
  "self-sufficiency": ({ good, region }) => `self-sufficiency in ${good}${within(region)}`,
  share: ({ stage, region }) => `the share of ${region} in world output of ${stage}`,
  exposure: ({ stage, region, partner }) =>
    `the dependence of ${region} on ${partner || "abroad"} at the stage of ${stage}`,
  hhi: ({ stage, region }) => `the concentration of sources of ${stage} for ${region} (HHI)`,
  unmet: ({ endUse, region }) => `unmet use${within(region)}${endUse && ` by ${endUse}`}`,
  "consumer-surplus": ({ region }) => `the surplus of users${within(region)}`,
  "producer-surplus": ({ region }) => `the surplus of owners${within(region)}`,
  "match-cost": ({ region }) => `the cost of less suited sources${within(region)}`,
  welfare: ({ region }) => `welfare${within(region)}`,
  "expected-disruption-loss": ({ region }) => `the expected loss from stops${within(region)}`,
  revenue: ({ region, kind }) =>
    `revenue from ${kind || "duties, levies, export taxes and rents"}${within(region)}`,
  "fiscal-cost": ({ region, lever }) => `what the treasury pays${lever && ` for ${lever}`}${within(region)}`,
};

/** Sums of money: of some only differences have meaning, of all the difference is what counts. */
const money = new Set([
  "consumer-surplus",
  "producer-surplus",
  "match-cost",
  "welfare",
  "expected-disruption-loss",
  "revenue",
  "fiscal-cost",
]);

function link(facts: CauseFacts): string {
  const subject = subjects[facts.metric as keyof SubjectWords](facts);
  const { before, after, unit, change, moved, rises } = facts;
  if (money.has(facts.metric)) return `${subject} ${rises ? "rises" : "falls"} by ${moved} ${unit}`;
  if (before === after) return `${subject} stays at ${after} ${unit}`.trimEnd();
  const text = `${subject} ${rises ? "rises" : "falls"} from ${before} to ${after} ${unit}`.trimEnd();
  return change === "" ? text : `${text} (${change})`;
}

export const whyEn: WhyWords = {
  act: (facts) => actsEn[facts.kind as keyof typeof actsEn](facts),
  link,
  chain: (lever, act, links) => `${lever}: ${[act, ...links].join("; ")}.`,
  list: (names, more) =>
    more
      ? `${names.join(", ")} and others`
      : [names.slice(0, -1).join(", "), names[names.length - 1]].filter(Boolean).join(" and "),
  stages: { concentrate: "concentrates", oxide: "oxides", metal: "metals", magnet: "magnets" },
  places: {
    EU: "the EU",
    members: "the members",
    "non-members": "the others",
    world: "the world",
    "world-excluding-CHN": "the world outside China",
    all: "all others",
  },
  anyGoods: "their goods",
  others: "others",
  points: "percentage points",
  alone: "Each chain shows the lever acting alone; its contribution above counts it beside the others.",
};
