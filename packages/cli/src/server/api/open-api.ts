import { scenarioJsonSchema } from "@didym/core/scenario";
import * as z from "zod";
import type { FlagSpec } from "../../command/flags.js";
import { readVersions } from "../../versions.js";
import { answerSchemas } from "./answer-schemas.js";
import { mostBytes } from "./read-body.js";
import { commandOf } from "./route-command.js";
import { scenarioFlags, type Route } from "./route.js";
import { routes } from "./routes.js";
import { flagsOf } from "./to-arguments.js";

type Schema = Readonly<Record<string, unknown>>;

const reference = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: Schema): Schema => ({ "application/json": { schema } });

/** The API as an OpenAPI 3.1 document; bodies from the flags of the commands, answers and scenarios from the schemas that read them. */
export async function openApi(): Promise<unknown> {
  const { didym } = await readVersions();
  const described = await Promise.all(routes.map(async (route) => [route, await operation(route)] as const));
  const paths: Record<string, Record<string, Schema>> = {
    "/api/openapi.json": { get: ownOperation("describe", "This document", "Document") },
    "/api/levers": {
      get: ownOperation("levers", "Every lever with its words, equation and fields", "Levers"),
    },
  };
  for (const [{ path, method }, one] of described)
    paths[path] = { ...paths[path], [method.toLowerCase()]: one };
  return {
    openapi: "3.1.0",
    info: {
      title: "Didym",
      version: didym,
      summary: "An open policy laboratory for rare-earth supply chains",
      description: `The same runs as the command line, with the bytes of its \`--json\`. Errors are data. A body has at most ${mostBytes} bytes.`,
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    paths,
    components: { schemas: { Scenario: scenarioSchema(), Name: nameSchema, ...answers() } },
  };
}

const nameSchema: Schema = {
  type: "string",
  pattern: "^[a-z0-9][a-z0-9-]*$",
  description: "a built-in scenario",
};
const scenarioOrName: Schema = { anyOf: [reference("Name"), reference("Scenario")] };

function scenarioSchema(): Schema {
  return withReferences(scenarioJsonSchema(), "Scenario");
}

function answers(): Readonly<Record<string, Schema>> {
  return Object.fromEntries(
    Object.entries(answerSchemas).map(([name, schema]) => [
      name,
      withReferences(z.toJSONSchema(schema, { io: "output" }), name),
    ]),
  );
}

/** References inside a schema hold from its own place in the document on. */
function withReferences(schema: Schema, name: string): Schema {
  const own = JSON.stringify(schema, (key, value: unknown) => {
    if (key === "$schema" || key === "$id") return undefined;
    return key === "$ref" && typeof value === "string"
      ? value.replace(/^#/u, `#/components/schemas/${name}`)
      : value;
  });
  return JSON.parse(own) as Schema;
}

function ownOperation(operationId: string, summary: string, answer: string): Schema {
  return {
    operationId,
    summary,
    responses: { 200: { description: summary, content: json(reference(answer)) } },
  };
}

async function operation(route: Route): Promise<Schema> {
  const { command, brief, answer, path, seconds } = route;
  const body = await bodySchema(route);
  const name = /\{(.*)\}/u.exec(path)?.[1];
  const inPath = name === undefined ? [] : [{ name, in: "path", required: true, schema: { type: "string" } }];
  const inQuery = route.method === "GET" ? [languageParameter] : [];
  const parameters = [...inPath, ...inQuery];
  return {
    operationId: command.replace(/ (.)/gu, (_, letter: string) => letter.toUpperCase()),
    summary: brief.en,
    description: `didym ${command}; given up after ${seconds} s.`,
    ...(parameters.length > 0 && { parameters }),
    ...(route.method === "POST" && { requestBody: { required: true, content: json(body) } }),
    responses: {
      200: { description: "The answer", content: json(reference(answer)) },
      "4XX": {
        description: "What is wrong with the request, or why it has no answer",
        content: json(reference("Error")),
      },
      "5XX": {
        description: "Not available, busy, out of time, or a fault",
        content: json(reference("Error")),
      },
    },
  };
}

const languageParameter = { name: "lang", in: "query", schema: { type: "string", enum: ["en", "zh"] } };

async function bodySchema(route: Route): Promise<Schema> {
  const specs = flagsOf(route, await commandOf(route));
  const many = { type: "array", minItems: 2, maxItems: 8, items: scenarioOrName };
  const scenarios =
    route.scenarios === "none"
      ? {}
      : route.scenarios === "one"
        ? { scenario: scenarioOrName }
        : { scenarios: many };
  const required = Object.entries(specs).filter(([, spec]) => spec.required === true);
  return {
    type: "object",
    additionalProperties: false,
    required: [...Object.keys(scenarios), ...required.map(([name]) => name)],
    properties: {
      ...scenarios,
      ...Object.fromEntries(
        Object.entries(specs).map(([name, spec]) => [name, flagSchema(route, name, spec)]),
      ),
    },
  };
}

function flagSchema(route: Route, name: string, spec: FlagSpec): Schema {
  const description = spec.brief.en;
  if (scenarioFlags.includes(name)) return { description, ...scenarioOrName };
  const texts = { type: "array", items: { type: "string" } };
  switch (spec.kind) {
    case "switch":
      return { description, type: "boolean" };
    case "integer":
    case "number": {
      const most = name === "time-limit" ? route.seconds : (route.most?.[name] ?? spec.most);
      const least = spec.least === undefined ? {} : { minimum: spec.least };
      return { description, type: spec.kind, ...least, ...(most !== undefined && { maximum: most }) };
    }
    case "choice":
      return { description, type: "string", enum: spec.choices };
    case "list":
      return { description, anyOf: [texts, { type: "object", additionalProperties: true }] };
    case "text":
      return { description, anyOf: [{ type: "string" }, texts] };
  }
}
