import { headlines } from "../run/headline.js";
import { isObject } from "./json-rpc.js";
import type { ArgumentSchema, CommandCall, Tool, ToolArguments } from "./tool.js";

const text = (description: string): ArgumentSchema => ({ type: "string", description });
const texts = (description: string): ArgumentSchema => ({
  type: "array",
  description,
  items: { type: "string" },
});

const scenario: ArgumentSchema = {
  type: ["string", "object"],
  description:
    "a built-in name such as washington-2026, a file, or a scenario as an object (schema didym/scenario@1)",
};
const set: ArgumentSchema = {
  type: "object",
  description: 'changes of fields by address, as { "price-floor.at": 130 }',
};
const metric = "a metric reference such as price[oxide.NdPr,JPN,2030]";

/** The command's words for a scenario and its changes; an object goes by stdin. What is given is never read as a flag. */
function withScenario(
  command: string,
  given: ToolArguments,
  flags: Readonly<Record<string, unknown>>,
): CommandCall {
  const asked = given["scenario"];
  const inline = isObject(asked);
  const changes = Object.entries(isObject(given["set"]) ? given["set"] : {});
  return {
    args: [
      ...command.split(" "),
      ...changes.map(([address, value]) => `--set=${address}=${written(value)}`),
      ...Object.entries(flags).flatMap(([name, value]) => flagWords(name, value)),
      "--",
      inline ? "-" : String(asked),
    ],
    ...(inline && { stdin: JSON.stringify(asked) }),
  };
}

const written = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));

function flagWords(name: string, value: unknown): string[] {
  if (value === undefined) return [];
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.map((one) => `--${name}=${written(one)}`);
}

const selected = (given: ToolArguments): readonly unknown[] =>
  Array.isArray(given["select"]) && given["select"].length > 0
    ? (given["select"] as unknown[])
    : headlines.map(({ reference }) => reference);

/** Present values by region fill pages; an assistant asks for welfare. */
function withoutPresentValues(document: unknown): unknown {
  if (!isObject(document)) return document;
  const { presentValues: _, scenarios, ...rest } = document;
  return Array.isArray(scenarios) ? { ...rest, scenarios: scenarios.map(withoutPresentValues) } : rest;
}

const joined = (value: unknown): unknown => (Array.isArray(value) ? value.join(",") : value);

/** The tools that call a command. */
export const commandTools: readonly Tool[] = [
  {
    name: "run_scenario",
    description:
      "Solve a policy scenario of the rare-earth chain over its years (2024–2040) and return series of metrics with those of the compared scenario, the largest violation of the accounting identities, and warnings.",
    properties: {
      scenario,
      set,
      against: text("compared scenario, or none (default status-quo)"),
      select: texts(`series to return, each ${metric}; default: the headlines`),
    },
    required: ["scenario"],
    command: (given) => withScenario("run", given, { against: given["against"], select: selected(given) }),
    shorten: withoutPresentValues,
  },
  {
    name: "compare_scenarios",
    description: "The same series of several scenarios side by side.",
    properties: {
      scenarios: texts("two built-in names or files, or more"),
      select: texts(`series to return, each ${metric}; default: the headlines`),
    },
    required: ["scenarios"],
    command: (given) => ({
      args: ["compare", ...flagWords("select", selected(given)), "--", ...(given["scenarios"] as string[])],
    }),
    shorten: withoutPresentValues,
  },
  {
    name: "shock",
    description:
      "One disruption, month by month: who stops what to whom; unmet use, prices, losses by region and value added at risk.",
    properties: {
      scenario,
      set,
      by: text("who stops (default CHN)"),
      to: text("to whom (default members)"),
      goods: texts("goods, as oxide.Dy or magnet.*"),
      months: { type: "integer", description: "how long (default 6)" },
      year: { type: "integer", description: "in which year (default 2028)" },
    },
    required: ["scenario", "goods"],
    command: (given) =>
      withScenario("shock", given, {
        by: given["by"],
        to: given["to"],
        goods: joined(given["goods"]),
        months: given["months"],
        year: given["year"],
      }),
  },
  {
    name: "goal",
    description:
      "The size of a lever (subsidy, price-floor, tariff, stockpile), or the cheapest mix, that reaches a goal, also under a stop, with its public cost, its cost to users and who else gains.",
    properties: {
      scenario,
      set,
      reach: text("the goal, as exposure[oxide,USA,CHN,2035] <= 20%"),
      with: texts("levers: subsidy, price-floor, tariff, stockpile"),
      by: texts("who acts (default: the goal's region)"),
      together: texts("partners who act too"),
      goods: texts("goods acted on (default oxide.NdPr)"),
      stop: texts("ask for the figure while these goods are stopped, as magnet.*"),
      "stop-by": text("who stops (default CHN)"),
      "stop-to": text("to whom (default members)"),
      "stop-months": { type: "integer", description: "how long (default 6)" },
    },
    required: ["scenario", "reach", "with"],
    command: (given) =>
      withScenario("goal", given, {
        reach: given["reach"],
        with: joined(given["with"]),
        by: joined(given["by"]),
        together: joined(given["together"]),
        goods: joined(given["goods"]),
        stop: joined(given["stop"]),
        "stop-by": given["stop-by"],
        "stop-to": given["stop-to"],
        "stop-months": given["stop-months"],
      }),
  },
  {
    name: "summit",
    description:
      "The coalition game of a package: payoffs by coalition, stable coalitions, who leaves first and why. Name two to four seats for an answer within a minute; all twelve take long.",
    properties: {
      scenario,
      set,
      seats: texts("seats that decide: USA CAN JPN GBR DEU FRA ITA EU AUS IND KOR MEX"),
      response: text("how China answers: none, licence-squeeze, price-war, courtship, credible, …"),
    },
    required: ["scenario", "seats"],
    command: (given) =>
      withScenario("summit", given, { seats: joined(given["seats"]), response: given["response"] }),
  },
  {
    name: "why",
    description: "Each lever's contribution to a figure (Shapley value), and the chain of causes in words.",
    properties: { scenario, set, metric: text(metric), against: text("scenario taken as given, or none") },
    required: ["scenario", "metric"],
    command: (given) => withScenario("why", given, { metric: given["metric"], against: given["against"] }),
  },
  {
    name: "get_provenance",
    description:
      "On which figures, assumptions and sources a figure rests, with their grades; or what an error code, lever, metric or the parameters mean.",
    properties: {
      topic: text(`${metric}, or a lever, metric, error code, parameters`),
      scenario: text("the run that a figure stands in (default status-quo)"),
      year: { type: "integer", description: "the figure's year (default: the last)" },
    },
    required: ["topic"],
    command: ({ topic, scenario: name, year }) => ({
      args: [
        "explain",
        ...flagWords("scenario", name),
        ...flagWords("year", year),
        ...(String(topic).includes("[") ? ["--runs", "0"] : []),
        "--",
        String(topic),
      ],
    }),
  },
  {
    name: "check_claim",
    description:
      "Claims of the debate with best evidence, sources and verdict, and the model's own test where there is one; all, or one by id.",
    properties: { id: text("such as MC06; without it the whole ledger") },
    required: [],
    command: () => ({ args: ["claims"] }),
    shorten: (document, { id }) =>
      id === undefined || !Array.isArray(document)
        ? document
        : document.filter((claim: unknown) => isObject(claim) && claim["id"] === id),
  },
];
