import type { Issue } from "../errors/issue.js";
import { nearestName } from "../errors/nearest-name.js";
import { jsonPath } from "../games/schema-issues.js";
import { leverOf } from "../levers/register.js";
import { compose, inFile, type Composition } from "./compose.js";
import type { ScenarioContext } from "./context.js";
import { defaultsAt } from "./lever-defaults.js";
import { nameLevers, type NamedLever } from "./name-levers.js";
import { overlappingDates, type Placed } from "./overlapping-dates.js";
import { readLever, type LeverReading } from "./read-lever.js";
import type { Scenario, ScenarioLever } from "./scenario.js";
import { SCHEMA_NAME } from "./scenario-file.js";
import { applySet } from "./set-field.js";

export type ScenarioReading =
  | { readonly scenario: Scenario; readonly warnings: readonly Issue[] }
  | { readonly issues: readonly [Issue, ...Issue[]] };

/**
 * Reads a scenario: composes it from what it extends, names its levers, applies `without` and `set`, converts every quantity to the
 * units used inside and checks every name. All problems are gathered, in the order of the file.
 *
 * @param value a parsed YAML or JSON document.
 */
export function parseScenario(value: unknown, context: ScenarioContext): ScenarioReading {
  const { composition, issues } = compose(value, context);
  if (!composition) return failed(issues);
  const named = nameLevers(composition.levers, composition.file.name);
  const kept = withoutSome(
    named.named,
    composition.files.flatMap((file) => file.without ?? []),
  );
  const changes = Object.assign({}, ...composition.files.map((file) => file.set ?? {})) as Record<
    string,
    unknown
  >;
  const set = applySet(kept.levers, changes);
  const head = readHead(composition, context);
  issues.push(...named.issues, ...kept.issues, ...set.issues, ...head.issues);
  const contextAt = context.defaults
    ? { ...context, defaults: defaultsAt(context.defaults, parametersOf(composition)) }
    : context;
  const read = set.levers.map((lever) => ({
    named: lever,
    reading: readLever(lever, head.horizon, contextAt),
  }));
  const own = composition.file.name;
  issues.push(...read.flatMap(({ named: { origin }, reading }) => located(reading.issues, origin, own)));
  if (head.issues.length === 0)
    issues.push(...overlappingDates(read.flatMap((r) => placed(r, head, context))));
  if (issues.length > 0) return failed(issues);
  const warnings = [
    ...read.flatMap(({ named: { origin }, reading }) => located(reading.warnings, origin, own)),
    ...beyondRange(composition.file.parameters ?? {}, context),
  ];
  const levers = read.map(({ reading }) => reading.lever!);
  return { scenario: assemble(composition, head, inOrder(levers)), warnings };
}

interface Head {
  readonly horizon: readonly [number, number];
  readonly members: readonly string[];
}

/** Parameters of all files composed, the own file's last. */
function parametersOf({ files }: Pick<Composition, "files">): Record<string, number> {
  return Object.assign({}, ...files.map((file) => file.parameters ?? {})) as Record<string, number>;
}

function failed(issues: readonly Issue[]): ScenarioReading {
  return { issues: issues as [Issue, ...Issue[]] };
}

function located(issues: readonly Issue[], origin: string, own: string): readonly Issue[] {
  return origin === own ? issues : issues.map((issue) => inFile(issue, origin));
}

/** Responses act after what they answer. */
function inOrder(levers: readonly ScenarioLever[]): ScenarioLever[] {
  return [...levers.filter((lever) => !lever.response), ...levers.filter((lever) => lever.response)];
}

function withoutSome(
  levers: readonly NamedLever[],
  ids: readonly string[],
): { levers: NamedLever[]; issues: Issue[] } {
  const known = levers.map((lever) => lever.id);
  const issues = ids.flatMap((id, k) => {
    const nearest = nearestName(id, known);
    return known.includes(id)
      ? []
      : [{ code: "UNKNOWN_ADDRESS", path: `without[${k}]`, found: id, ...(nearest && { nearest }) }];
  });
  return { levers: levers.filter((lever) => !ids.includes(lever.id)), issues };
}

/** Horizon and members: the own file's, else those of the last file extended that states them. */
function readHead({ file, files }: Composition, context: ScenarioContext): Head & { issues: Issue[] } {
  const horizon = files.findLast((f) => f.horizon)?.horizon ?? context.years;
  const members = files.findLast((f) => f.members)?.members ?? Object.keys(context.world.seats);
  const issues = [...horizonIssues(horizon, context), ...memberIssues(members, context)];
  const names = context.parameters;
  for (const name of names ? Object.keys(file.parameters ?? {}) : []) {
    const nearest = nearestName(name, names!);
    const path = jsonPath(["parameters", name]);
    if (!names!.includes(name))
      issues.push({ code: "UNKNOWN_PARAMETER", path, found: name, ...(nearest && { nearest }) });
  }
  return { horizon, members, issues };
}

function horizonIssues([first, last]: readonly [number, number], { years }: ScenarioContext): Issue[] {
  if (first > last)
    return [{ code: "YEAR_ORDER", path: "horizon", found: [first, last], expected: `>= ${first}` }];
  if (first >= years[0] && last <= years[1]) return [];
  return [
    { code: "OUT_OF_RANGE", path: "horizon", found: [first, last], expected: `${years[0]} to ${years[1]}` },
  ];
}

function memberIssues(members: readonly string[], { world }: ScenarioContext): Issue[] {
  const valid = [...Object.keys(world.seats), ...world.regions, ...Object.keys(world.groups)];
  return members.flatMap((id, k) => {
    const nearest = nearestName(id, valid);
    return valid.includes(id)
      ? []
      : [{ code: "UNKNOWN_REGION", path: `members[${k}]`, found: id, ...(nearest && { nearest }) }];
  });
}

/** Parameters of the own file beyond the range of the evidence. */
function beyondRange(
  parameters: Readonly<Record<string, number>>,
  { ranges = {} }: ScenarioContext,
): Issue[] {
  return Object.entries(parameters).flatMap(([name, value]) => {
    const range = Object.hasOwn(ranges, name) ? ranges[name] : undefined;
    if (range === undefined || (value >= range[0] && value <= range[1])) return [];
    const path = jsonPath(["parameters", name]);
    return [{ code: "BEYOND_RANGE", path, found: value, expected: [range[0], range[1]] }];
  });
}

/** What a lever acts on; nothing for a lever that cannot be read. */
function placed(
  { named, reading: { lever, issues } }: { named: NamedLever; reading: LeverReading },
  head: Head,
  { world, years }: ScenarioContext,
): Placed[] {
  if (lever === undefined || issues.length > 0) return [];
  const { id, from, to } = lever;
  const run = { id, from, to, world, members: head.members, baseYear: years[0] };
  return [{ lever, path: named.path, targets: [...leverOf(lever.kind)!.targets(lever.params, run)] }];
}

function assemble(
  { file, files }: Composition,
  { horizon, members }: Head,
  levers: readonly ScenarioLever[],
): Scenario {
  const { name, title = name, description } = file;
  const text = (value: string | { en: string; zh: string }) =>
    typeof value === "string" ? { en: value, zh: value } : value;
  return {
    schema: SCHEMA_NAME,
    name,
    title: text(title),
    ...(description !== undefined && { description: text(description) }),
    horizon: [horizon[0], horizon[1]],
    members,
    levers,
    parameters: parametersOf({ files }),
    sources: file.sources ?? [],
  };
}
