import { levers } from "@didym/core/levers";
import type { FieldFacts } from "@didym/core/fields";
import type { Laboratory, Library } from "./laboratory.js";

export interface Names {
  readonly en: string;
  readonly zh: string;
}

export interface NamedThing {
  readonly id: string;
  readonly name: Names;
}

export interface RegionFacts extends NamedThing {
  readonly longitude: number;
  readonly latitude: number;
}

export interface ScenarioFacts {
  readonly name: string;
  readonly title: Names;
  readonly description: Names | undefined;
  /** States only what another party does in answer. */
  readonly responseOnly: boolean;
}

/** What the page needs to know of the model: names, choices, versions. Plain data. */
export interface Description {
  readonly versions: Laboratory["versions"];
  readonly years: readonly [number, number];
  readonly regions: readonly RegionFacts[];
  readonly seats: readonly NamedThing[];
  readonly groups: Readonly<Record<string, readonly string[]>>;
  readonly goods: readonly (NamedThing & { readonly stage: string })[];
  readonly elements: readonly string[];
  readonly endUses: readonly NamedThing[];
  /** Scenarios as they stand in their files. */
  readonly library: Library;
  readonly plants: readonly string[];
  readonly projects: readonly string[];
  readonly scenarios: readonly ScenarioFacts[];
  readonly levers: Readonly<Record<string, Readonly<Record<string, FieldFacts>>>>;
  /** Assumptions that have a range. */
  readonly assumptions: readonly AssumptionFacts[];
}

export interface AssumptionFacts {
  readonly id: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly unit: string;
  /** Why this value, in English as the evidence says it. */
  readonly reason: string;
}

export function describe(laboratory: Laboratory, _question?: undefined): Description {
  const { chain, context, versions, library } = laboratory;
  const { world, years } = context;
  return {
    versions,
    years,
    regions: chain.regions.map(({ id, name, longitude, latitude }) => ({ id, name, longitude, latitude })),
    seats: chain.seats.map(({ id, name }) => ({ id, name })),
    groups: chain.groups,
    goods: chain.goods.map(({ id, name, stage }) => ({ id, name, stage })),
    elements: [...new Set(chain.goods.flatMap((good) => Object.keys(good.elements)))],
    endUses: chain.endUses.map(({ id, name }) => ({ id, name })),
    library,
    plants: world.plants,
    projects: world.projects,
    scenarios: Object.keys(library).map((name) => factsOf(name, library[name] ?? {})),
    assumptions: (chain.assumptions ?? []).flatMap(({ id, value, low, high, unit, reason }) =>
      typeof low === "number" && typeof high === "number" && low < high
        ? [{ id, value, low, high, unit, reason }]
        : [],
    ),
    levers: Object.fromEntries(
      levers.map(({ kind, fields }) => [
        kind,
        Object.fromEntries(Object.entries(fields).map(([field, { facts }]) => [field, facts])),
      ]),
    ),
  };
}

function factsOf(name: string, document: Readonly<Record<string, unknown>>): ScenarioFacts {
  const list = (key: string) => (Array.isArray(document[key]) ? (document[key] as unknown[]) : []);
  return {
    name,
    title: namesOf(document["title"]) ?? { en: name, zh: name },
    description: namesOf(document["description"]),
    responseOnly: list("levers").length === 0 && list("response").length > 0,
  };
}

function namesOf(value: unknown): Names | undefined {
  if (typeof value === "string") return { en: value, zh: value };
  const { en, zh } = (value ?? {}) as Partial<Names>;
  return typeof en === "string" && typeof zh === "string" ? { en, zh } : undefined;
}
