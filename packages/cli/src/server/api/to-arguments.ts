import { IssueError, nearestName, type Issue } from "@didym/core/errors";
import type { Command } from "../../command/command.js";
import type { FlagSpec, FlagSpecs } from "../../command/flags.js";
import { globalFlags } from "../../command/global-flags.js";
import { scenarioFlags, sharedNames, type Route } from "./route.js";

/** A request as a command line, and the scenario files it names. */
export interface Asked {
  readonly argv: readonly string[];
  readonly files: Readonly<Record<string, string>>;
  /** Seconds after which it is given up. */
  readonly seconds: number;
}

const builtIn = /^[a-z0-9][a-z0-9-]*$/u;

/** The flags that a body of the route may hold, by name. */
export function flagsOf(route: Route, command: Command): FlagSpecs {
  const specs: FlagSpecs = { ...globalFlags, ...command.flags };
  const names = [...route.flags, ...sharedNames.filter((name) => !Object.hasOwn(command.flags, name))];
  return Object.fromEntries(names.map((name) => [name, specs[name]]));
}

/**
 * The command line that a body asks for: its scenarios by built-in name or as files beside it, its flags as `--name=value`.
 *
 * @param argument what stands in the path in place of the braces.
 * @throws IssueError with every problem: UNKNOWN_KEY, MISSING_KEY, WRONG_TYPE, UNKNOWN_SCENARIO, OUT_OF_RANGE.
 */
export function toArguments(route: Route, command: Command, body: unknown, argument?: string): Asked {
  const reading = new Reading(route, flagsOf(route, command), body);
  const scenarios = reading.scenarios();
  const flags = reading.flags();
  reading.end();
  const operands = argument === undefined ? scenarios : [argument];
  return {
    argv: [
      ...command.name.split(" "),
      "--json",
      ...flags,
      ...(operands.length > 0 ? ["--", ...operands] : []),
    ],
    files: reading.files,
    seconds: reading.seconds,
  };
}

class Reading {
  readonly files: Record<string, string> = {};
  seconds: number;
  private readonly issues: Issue[] = [];
  private readonly body: Readonly<Record<string, unknown>>;

  constructor(
    private readonly route: Route,
    private readonly specs: FlagSpecs,
    body: unknown,
  ) {
    this.seconds = route.seconds;
    this.body = isObject(body) ? body : {};
    if (!isObject(body)) this.issues.push({ code: "WRONG_TYPE", found: kindOf(body), expected: "object" });
  }

  scenarios(): readonly string[] {
    const { scenarios } = this.route;
    if (scenarios === "none") return [];
    const key = scenarios === "one" ? "scenario" : "scenarios";
    const given = Object.hasOwn(this.body, key) ? this.body[key] : undefined;
    if (given === undefined)
      return this.fail({ code: "MISSING_KEY", path: key, expected: "name or scenario" }, []);
    if (scenarios === "one") return [this.scenario(key, given, "scenario.json")];
    if (!Array.isArray(given) || given.length < 2 || given.length > mostCompared)
      return this.fail(
        { code: "WRONG_TYPE", path: key, found: kindOf(given), expected: "2–8 scenarios" },
        [],
      );
    return given.map((one, i) => this.scenario(`${key}[${i}]`, one, `scenario-${i + 1}.json`));
  }

  flags(): readonly string[] {
    const own = ["scenario", "scenarios"].slice(this.route.scenarios === "many" ? 1 : 0);
    const known = [...Object.keys(this.specs), ...(this.route.scenarios === "none" ? [] : own.slice(0, 1))];
    return Object.entries(this.body).flatMap(([name, value]) => {
      if (known.includes(name)) return Object.hasOwn(this.specs, name) ? this.flag(name, value) : [];
      const near = nearestName(name, known);
      const nearest = near === undefined ? {} : { nearest: near };
      return this.fail({ code: "UNKNOWN_KEY", path: name, found: name, expected: known, ...nearest }, []);
    });
  }

  /** Throws what was found wrong, all of it. */
  end(): void {
    const missing = Object.entries(this.specs).filter(
      ([name, spec]) => spec.required === true && !Object.hasOwn(this.body, name),
    );
    for (const [name, spec] of missing)
      this.issues.push({ code: "MISSING_KEY", path: name, expected: spec.value ?? name });
    const [first, ...rest] = this.issues;
    if (first !== undefined) throw new IssueError([first, ...rest]);
  }

  private fail<T>(issue: Issue, nothing: T): T {
    this.issues.push(issue);
    return nothing;
  }

  /** A built-in name, or the name of the file that the document is put into. */
  private scenario(path: string, value: unknown, file: string): string {
    if (typeof value === "string") {
      if (builtIn.test(value)) return value;
      return this.fail({ code: "UNKNOWN_SCENARIO", path, found: value }, "");
    }
    if (!isObject(value))
      return this.fail({ code: "WRONG_TYPE", path, found: kindOf(value), expected: "name or scenario" }, "");
    this.files[file] = `${JSON.stringify(value, null, 2)}\n`;
    return file;
  }

  private flag(name: string, value: unknown): readonly string[] {
    const spec = this.specs[name];
    if (scenarioFlags.includes(name)) {
      const scenario = this.scenario(name, value, `${name}.json`);
      return [`--${name}=${scenario}`];
    }
    const texts = this.texts(name, value, spec);
    if (name === "time-limit" && typeof value === "number") this.seconds = Math.min(this.seconds, value);
    if (spec.kind === "switch") return value === true ? [`--${name}`] : [];
    return texts.map((text) => `--${name}=${text}`);
  }

  private texts(name: string, value: unknown, spec: FlagSpec): readonly string[] {
    const wrong = (expected: string): readonly string[] =>
      this.fail({ code: "WRONG_TYPE", path: name, found: kindOf(value), expected }, []);
    switch (spec.kind) {
      case "switch":
        return typeof value === "boolean" ? [] : wrong("true or false");
      case "integer":
      case "number": {
        if (typeof value !== "number") return wrong("number");
        const most = name === "time-limit" ? this.route.seconds : (this.route.most?.[name] ?? Infinity);
        if (value <= most) return [String(value)];
        return this.fail({ code: "OUT_OF_RANGE", path: name, found: value, expected: `≤ ${most}` }, []);
      }
      case "list":
        if (isObject(value)) return Object.entries(value).map(([key, one]) => `${key}=${written(one)}`);
        return isTexts(value) ? value : wrong("list of texts, or an object");
      case "text":
      case "choice":
        if (isTexts(value)) return [value.join(",")];
        return typeof value === "string" ? [value] : wrong("text");
    }
  }
}

const mostCompared = 8;

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === "string");

const kindOf = (value: unknown): string =>
  value === null ? "null" : Array.isArray(value) ? "list" : typeof value;

const written = (value: unknown): string =>
  Array.isArray(value)
    ? value.map(written).join(",")
    : typeof value === "string"
      ? value
      : JSON.stringify(value);
