import { IssueError, type Issue } from "@didym/core/errors";
import { figureUnderStop, type Goal } from "@didym/core/goal";
import { worldOfRun, type RunResult } from "@didym/core/results";
import { readShock, stockRuleOf, type ShockSpec } from "@didym/core/shock";
import { usageError } from "../errors/usage.js";
import { commaList } from "../input/comma-list.js";
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

/** A stop as read, and the goal's figure in a run while it lasts. */
export interface GoalStop {
  readonly spec: ShockSpec;
  readonly measure: (run: RunResult) => number | undefined;
}

/** The stop asked for, if any. @throws IssueError for unknown names, or flags of a stop without one. */
export function goalStop(
  asked: StopAsked,
  goal: Goal,
  year: number,
  members: readonly string[],
  { chain, baseline }: Laboratory,
): GoalStop | undefined {
  if (asked.stop === undefined) {
    const alone = (["stop-by", "stop-to", "stop-months"] as const).find((flag) => asked[flag] !== undefined);
    if (alone === undefined) return undefined;
    throw usageError("MISSING_ARGUMENT", { path: "--stop", expected: `--stop GOODS --${alone}` });
  }
  const request = {
    by: commaList(asked["stop-by"] ?? "CHN"),
    to: commaList(asked["stop-to"] ?? "members"),
    goods: commaList(asked.stop),
    year,
    months: asked["stop-months"] ?? 6,
    remaining: 0,
  };
  const spec = named(() => readShock(request, members, worldOfRun(chain, baseline)));
  const rule = stockRuleOf(chain);
  return { spec, measure: (run) => figureUnderStop(goal, run, spec, rule) };
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
