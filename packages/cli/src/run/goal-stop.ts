import { IssueError, type Issue } from "@didym/core/errors";
import { figureUnderStop, type Goal } from "@didym/core/goal";
import { worldOfRun, type RunResult } from "@didym/core/results";
import { readShock, stockRuleOf } from "@didym/core/shock";
import type { Laboratory } from "./laboratory.js";

/** Flags of a stop under which a goal shall hold: goods turn it on. */
export const stopFlags = {
  stop: {
    kind: "text",
    value: "GOODS",
    brief: {
      en: "ask for the figure while these goods are stopped, as magnet.* (mean of the months)",
      zh: "在这些产品断供期间的数值（各月平均），例如 magnet.*",
    },
  },
  "stop-by": {
    kind: "text",
    value: "PARTY",
    brief: { en: "who stops (default CHN)", zh: "断供方（默认 CHN）" },
  },
  "stop-to": {
    kind: "text",
    value: "PARTY",
    brief: { en: "to whom (default members)", zh: "被断供方（默认 members）" },
  },
  "stop-months": {
    kind: "integer",
    least: 0,
    most: 120,
    brief: { en: "how long (default 6)", zh: "持续月数（默认 6）" },
  },
} as const;

export interface StopAsked {
  readonly stop?: string | undefined;
  readonly "stop-by"?: string | undefined;
  readonly "stop-to"?: string | undefined;
  readonly "stop-months"?: number | undefined;
}

const list = (text: string): string[] => text.split(",").map((name) => name.trim());

/** The goal's figure in a run while the stop lasts; undefined where none is asked for. @throws IssueError for unknown names. */
export function measureUnderStop(
  asked: StopAsked,
  goal: Goal,
  year: number,
  members: readonly string[],
  { chain, baseline }: Laboratory,
): ((run: RunResult) => number | undefined) | undefined {
  if (asked.stop === undefined) return undefined;
  const request = {
    by: list(asked["stop-by"] ?? "CHN"),
    to: list(asked["stop-to"] ?? "members"),
    goods: list(asked.stop),
    year,
    months: asked["stop-months"] ?? 6,
    remaining: 0,
  };
  const spec = named(() => readShock(request, members, worldOfRun(chain, baseline)));
  const rule = stockRuleOf(chain);
  return (run) => figureUnderStop(goal, run, spec, rule);
}

const flagOf: Readonly<Record<string, string | undefined>> = {
  goods: "--stop",
  by: "--stop-by",
  to: "--stop-to",
};

/** What is wrong with a stop, at the flag that says so. */
function named<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof IssueError)) throw error;
    const at = (issue: Issue): Issue => ({ ...issue, path: flagOf[issue.path ?? ""] ?? issue.path ?? "" });
    const [first, ...rest] = error.issues;
    throw new IssueError([at(first), ...rest.map(at)]);
  }
}
