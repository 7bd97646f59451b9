import type * as z from "zod";
import type { Issue } from "../errors/issue.js";
import { nearestName } from "../errors/nearest-name.js";
import { jsonPath, schemaIssues } from "../games/schema-issues.js";
import type { ScenarioContext } from "./context.js";
import { scenarioFile, scenarioKeys, type ScenarioFile } from "./scenario-file.js";
import { upgrade } from "./upgrade.js";

/** A lever as written, with the file that states it. */
export interface WrittenLever {
  readonly entry: Readonly<Record<string, unknown>>;
  readonly response: boolean;
  readonly origin: string;
  /** JSON path in that file: `levers[2]`. */
  readonly path: string;
}

export interface Composition {
  /** The scenario's own file. */
  readonly file: ScenarioFile;
  /** Files in the order of composition, each once, the own file last. */
  readonly files: readonly ScenarioFile[];
  readonly levers: readonly WrittenLever[];
}

/** Reads a file and those it extends, depth first, each once however often it is named. */
export function compose(
  value: unknown,
  context: ScenarioContext,
): { composition?: Composition; issues: Issue[] } {
  const issues: Issue[] = [];
  const own = readFile(value, issues);
  if (!own) return { issues };
  const files: ScenarioFile[] = [];
  const done = new Set<string>();
  const inForce = context.inForce ?? [];
  const partsOfInForce = reachable(inForce, context.library ?? {});
  visit(own, [own.name]);
  return { composition: { file: own, files, levers: files.flatMap(written) }, issues };

  /** A file that does not say what it extends takes the policies in force, unless it is part of them. */
  function visit(file: ScenarioFile, above: readonly string[]): void {
    const unasked = partsOfInForce.has(file.name) ? [] : inForce;
    const names = file.extends === undefined ? unasked : [file.extends].flat();
    names.forEach((name, k) => {
      const path = Array.isArray(file.extends) ? `extends[${k}]` : "extends";
      if (above.includes(name))
        issues.push({ code: "EXTENDS_CYCLE", path, found: name, details: { through: above } });
      else if (!done.has(name)) extend(name, path, above);
    });
    done.add(file.name);
    files.push(file);
  }

  function extend(name: string, path: string, above: readonly string[]): void {
    const library = context.library ?? {};
    if (!Object.hasOwn(library, name)) {
      const nearest = nearestName(name, Object.keys(library));
      issues.push({ code: "UNKNOWN_SCENARIO", path, found: name, ...(nearest && { nearest }) });
      return;
    }
    const found: Issue[] = [];
    const file = readFile(library[name], found);
    issues.push(...found.map((issue) => inFile(issue, name)));
    if (file) visit(file, [...above, name]);
    done.add(name);
  }
}

/** Names of scenarios and of all that they say they extend. */
function reachable(names: readonly string[], library: Readonly<Record<string, unknown>>): Set<string> {
  const found = new Set<string>();
  const waiting = [...names];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    const file = Object.hasOwn(library, name) ? (library[name] as { extends?: unknown } | null) : null;
    for (const next of [file?.extends ?? []].flat()) if (typeof next === "string") waiting.push(next);
  }
  return found;
}

/** The same issue, said to stand in another scenario than the one read. */
export function inFile(issue: Issue, scenario: string): Issue {
  return { ...issue, details: { ...issue.details, scenario } };
}

function readFile(value: unknown, issues: Issue[]): ScenarioFile | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    issues.push({
      code: "WRONG_TYPE",
      path: "",
      expected: "object",
      found: value === null ? null : Array.isArray(value) ? "array" : typeof value,
    });
    return undefined;
  }
  const upgraded = upgrade(value as Record<string, unknown>);
  if ("issue" in upgraded) {
    issues.push(upgraded.issue);
    return undefined;
  }
  const result = scenarioFile.safeParse(upgraded.file);
  if (result.success) return result.data;
  issues.push(...schemaIssues(result.error, upgraded.file, scenarioKeys));
  return scenarioFile.safeParse(withoutBroken(upgraded.file, result.error)).data;
}

/** The file without the keys whose form is wrong, so that what is wrong with the rest is found as well. */
function withoutBroken(
  file: Readonly<Record<string, unknown>>,
  { issues }: z.ZodError,
): Record<string, unknown> {
  const broken = new Set(
    issues.flatMap((issue) => (issue.code === "unrecognized_keys" ? issue.keys : [String(issue.path[0])])),
  );
  const sound = Object.fromEntries(Object.entries(file).filter(([key]) => !broken.has(key)));
  return { name: "unnamed", ...sound };
}

function written(file: ScenarioFile): WrittenLever[] {
  const list = (key: "levers" | "response"): WrittenLever[] =>
    (file[key] ?? []).map((entry, k) => ({
      entry,
      response: key === "response",
      origin: file.name,
      path: jsonPath([key, k]),
    }));
  return [...list("levers"), ...list("response")];
}
