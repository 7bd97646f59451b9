import { IssueError } from "../errors/issue.js";

/** A figure of a run: a metric reference with its year, and the scenario it is read in. */
export interface Figure {
  readonly reference: string;
  readonly scenario: string;
}

/** A number, a figure, or two figures divided or subtracted. */
export type Side =
  | { readonly number: number }
  | { readonly figure: Figure }
  | { readonly figure: Figure; readonly sign: "/" | "-"; readonly second: Figure };

const signs = ["<=", ">=", "<", ">"] as const;

/** What the model must say for a claim to hold. */
export interface ClaimTest {
  readonly expression: string;
  readonly left: Side;
  readonly sign: (typeof signs)[number];
  readonly right: Side;
}

export interface ClaimTestResult {
  /** Scenarios that were read, the first one first. */
  readonly scenario: string;
  readonly expression: string;
  /** Left side; null where a figure has no meaning. */
  readonly value: number | null;
  /** Right side. */
  readonly compared: number | null;
  readonly holds: boolean | null;
}

const figurePattern = /^([a-z-]+\[[^\]]*\])(?:@([a-z0-9-]+))?$/u;

/**
 * Reads `REF op REF`, where a side may be a number, `REF / REF` or `REF - REF`, and a reference may name its scenario:
 * `price[oxide.Dy,JPN,2027]@china-squeeze`.
 *
 * @param scenario of references that name none.
 * @throws IssueError `INVALID_SYNTAX`.
 */
export function parseClaimTest(expression: string, scenario = "status-quo"): ClaimTest {
  const sign = signs.find((one) => expression.includes(` ${one} `));
  const [left, right, ...rest] = sign === undefined ? [] : expression.split(` ${sign} `);
  if (sign === undefined || left === undefined || right === undefined || rest.length > 0)
    throw unreadable(expression);
  return { expression, left: parseSide(left, scenario), sign, right: parseSide(right, scenario) };
}

/** Reads one side: a number, `REF`, `REF / REF` or `REF - REF`. @throws IssueError `INVALID_SYNTAX`. */
export function parseSide(text: string, scenario = "status-quo"): Side {
  const trimmed = text.trim();
  if (trimmed !== "" && Number.isFinite(Number(trimmed))) return { number: Number(trimmed) };
  const [first, sign, second, ...rest] = trimmed.split(/ ([/-]) /u);
  if (sign === undefined || second === undefined) return { figure: figure(first, scenario) };
  if (rest.length > 0) throw unreadable(text);
  return {
    figure: figure(first, scenario),
    sign: sign === "/" ? "/" : "-",
    second: figure(second, scenario),
  };
}

function figure(text: string, scenario: string): Figure {
  const found = figurePattern.exec(text);
  if (found === null) throw unreadable(text);
  return { reference: found[1], scenario: found[2] ?? scenario };
}

function unreadable(found: string): IssueError {
  return new IssueError([{ code: "INVALID_SYNTAX", found, expected: "REF < REF" }]);
}

/** The figures that a test reads, left to right. */
export function figuresOf({ left, right }: Pick<ClaimTest, "left" | "right">): Figure[] {
  return [left, right].flatMap(figuresOfSide);
}

export function figuresOfSide(one: Side): Figure[] {
  return "number" in one ? [] : "second" in one ? [one.figure, one.second] : [one.figure];
}

/** @param value of a figure in a run of its scenario; undefined where it has no meaning. */
export function evaluateClaimTest(
  test: ClaimTest,
  value: (figure: Figure) => number | undefined,
): ClaimTestResult {
  const [left, right] = [evaluateSide(test.left, value), evaluateSide(test.right, value)];
  const scenarios = new Set(figuresOf(test).map(({ scenario }) => scenario));
  return {
    scenario: [...scenarios].join(" "),
    expression: test.expression,
    value: left ?? null,
    compared: right ?? null,
    holds: left === undefined || right === undefined ? null : compare(left, test.sign, right),
  };
}

/** Undefined where a figure has no meaning or is divided by nothing. */
export function evaluateSide(one: Side, value: (figure: Figure) => number | undefined): number | undefined {
  if ("number" in one) return one.number;
  const first = value(one.figure);
  if (!("second" in one) || first === undefined) return first;
  const second = value(one.second);
  if (second === undefined) return undefined;
  if (one.sign === "-") return first - second;
  return second === 0 ? undefined : first / second;
}

function compare(left: number, sign: ClaimTest["sign"], right: number): boolean {
  switch (sign) {
    case "<":
      return left < right;
    case "<=":
      return left <= right;
    case ">":
      return left > right;
    case ">=":
      return left >= right;
  }
}
