import { ifAnswered, IssueError } from "@didym/core/errors";
import { resolveParties } from "@didym/core/fields";
import {
  cheapestMix,
  readGoal,
  sizeOf,
  type GoalAnswer,
  type GoalRequest,
  type GoalResult,
} from "@didym/core/goal";
import { parseMetricReference, worldOfRun, type RunResult } from "@didym/core/results";
import { parseScenario, type Scenario } from "@didym/core/scenario";
import type { Answer, Cell, Table } from "../command/answer.js";
import { defineCommand } from "../command/command.js";
import type { Context } from "../command/context.js";
import { commaList } from "../input/comma-list.js";
import { goalLever, type GoalLever, type GoalScope } from "../run/goal-levers.js";
import { checkGoalNames } from "../run/goal-names.js";
import { goalStop, stopFlags, type GoalStop } from "../run/goal-stop.js";
import { laboratory, type Laboratory } from "../run/laboratory.js";
import { scenarioLibrary } from "../scenario/library.js";
import { readScenario } from "../scenario/read-scenario.js";
import { scenarioContext } from "../scenario/scenario-context.js";
import { scenarioArgument, setFlag } from "../scenario/scenario-arguments.js";

interface Case {
  readonly who: string;
  readonly how: string;
  readonly result: GoalResult;
}

interface Sought {
  readonly scenario: Scenario;
  readonly lab: Laboratory;
  readonly levers: readonly GoalLever[];
  readonly request: GoalRequest;
}

/** The scenario with levers of the sizes sought added to it, read as any file is. */
async function adder(scenario: Scenario, context: Context) {
  const reading = await scenarioContext(await scenarioLibrary());
  context.throwIfStopped();
  return (entries: readonly unknown[]): Scenario => {
    const { members, horizon, name } = scenario;
    const added = parseScenario(
      { schema: "didym/scenario@1", name: `${name}-goal`, extends: [], members, horizon, levers: entries },
      reading,
    );
    if ("issues" in added) throw new IssueError(added.issues);
    return { ...scenario, levers: [...scenario.levers, ...added.scenario.levers] };
  };
}

async function seek(
  sought: Omit<Sought, "request">,
  goal: string,
  parties: readonly string[],
  context: Context,
): Promise<Sought> {
  const { scenario, lab, levers } = sought;
  const add = await adder(scenario, context);
  const solved = new Map<string, RunResult | undefined>();
  const solve = (sizes: readonly number[]): RunResult | undefined => {
    const key = sizes.join();
    if (!solved.has(key))
      solved.set(
        key,
        tryRun(lab, add(levers.flatMap(({ entry }, i) => (sizes[i] > 0 ? [entry(sizes[i])] : []))), context),
      );
    return solved.get(key);
  };
  return {
    ...sought,
    request: { goal: readGoal(goal), dials: levers.map(({ dial }) => dial), parties, solve },
  };
}

/** Sizes without an answer reach no goal: a purchase may ask for more than there is. */
function tryRun(lab: Laboratory, scenario: Scenario, context: Context): RunResult | undefined {
  context.throwIfStopped();
  try {
    return ifAnswered(() => lab.run(scenario, { stop: () => context.signal.aborted }));
  } finally {
    context.throwIfStopped();
  }
}

function casesOf({ request }: Sought, who: string): Case[] {
  const alone = request.dials.map((_, i) => sizeOf(request, i));
  const cases = alone.map((result, i) => ({ who, how: request.dials[i].name, result }));
  if (request.dials.length < 2) return cases;
  return [...cases, { who, how: "mix", result: cheapestMix(request, alone) }];
}

function rowOf({ who, how, result }: Case, units: readonly string[]): Cell[] {
  if ("unreachable" in result) {
    const { closest, value } = result.unreachable;
    return [who, how, `> ${sized(closest, units)}`, value ?? null, null, null, null, null, ""];
  }
  const { value, cost } = result.reached;
  const gain = cost.gainers
    .map(({ region, gain: kUSD }) => `${region} ${Math.round(kUSD / 1000)}`)
    .join(", ");
  return [
    who,
    how,
    allSized(result.reached, units),
    value,
    cost.public / 1000,
    cost.consumers / 1000,
    cost.producers / 1000,
    cost.welfare / 1000,
    gain,
  ];
}

/** The smallest size, and further ones beyond which the goal is within reach again. */
const allSized = ({ sizes, others }: GoalAnswer, units: readonly string[]): string =>
  others.length === 0
    ? sized(sizes, units)
    : `${sized(sizes, units)}; ${others.map((other) => sized(other, units)).join("; ")}`;

const sized = (sizes: readonly number[], units: readonly string[]): string =>
  sizes
    .flatMap((size, i) =>
      size > 0 || sizes.length === 1 ? [`${Number(size.toPrecision(4))} ${units[i]}`] : [],
    )
    .join(" + ") || "0";

function table(cases: readonly Case[], units: readonly string[]): Table {
  const money = (key: string, en: string, zh: string) => ({
    key,
    title: { en, zh },
    kind: "number" as const,
  });
  return {
    name: "goal",
    title: { en: "What it takes; present values in MUSD", zh: "所需力度；现值，百万美元" },
    columns: [
      { key: "who", title: { en: "who", zh: "行动方" }, kind: "text" },
      { key: "lever", title: { en: "lever", zh: "政策工具" }, kind: "text" },
      { key: "size", title: { en: "size", zh: "力度" }, kind: "text" },
      { key: "value", title: { en: "reached", zh: "达到" }, kind: "number" },
      money("public", "public cost", "财政成本"),
      money("consumers", "cost to users", "用户成本"),
      money("producers", "gain of owners", "业主所得"),
      money("welfare", "net cost", "净成本"),
      { key: "gainers", title: { en: "who else gains", zh: "还有谁得益" }, kind: "text" },
    ],
    rows: cases.map((one) => rowOf(one, units)),
  };
}

export const goal = defineCommand({
  name: "goal",
  schema: "didym/goal@1",
  positionals: [scenarioArgument],
  flags: {
    reach: {
      kind: "text",
      required: true,
      value: "GOAL",
      brief: {
        en: "as 'exposure[oxide,USA,CHN,2035] <= 75%'",
        zh: "例如 'exposure[oxide,USA,CHN,2035] <= 75%'",
      },
    },
    with: {
      kind: "text",
      required: true,
      value: "LEVER",
      brief: {
        en: "subsidy, price-floor, tariff, stockpile, or several",
        zh: "subsidy、price-floor、tariff、stockpile，可多选",
      },
    },
    by: {
      kind: "text",
      value: "PARTY",
      brief: { en: "who acts (default: the goal's region)", zh: "行动方（默认目标所在地区）" },
    },
    together: { kind: "text", value: "PARTIES", brief: { en: "partners who act too", zh: "共同行动的伙伴" } },
    goods: {
      kind: "text",
      value: "GOOD",
      brief: { en: "goods acted on (default oxide.NdPr)", zh: "作用的产品（默认 oxide.NdPr）" },
    },
    from: {
      kind: "integer",
      brief: {
        en: "first year (default 2026, or the goal's if earlier)",
        zh: "起始年（默认 2026，目标年更早则为目标年）",
      },
    },
    ...stopFlags,
    set: setFlag,
  },
  examples: [
    {
      args: "goal status-quo --reach 'exposure[oxide,USA,CHN,2035] <= 20%' --with subsidy,price-floor --together AUS,JPN",
      does: {
        en: "by subsidy, by floor, by both; alone and together",
        zh: "用补贴、价格下限或两者；单独与共同",
      },
    },
    {
      args: "goal status-quo --reach 'self-sufficiency[magnet.*,members,2032] >= 60%' --with tariff --goods magnet.*",
      does: { en: "the duty that brings magnets home", zh: "使磁体回流所需的关税" },
    },
    {
      args: "goal status-quo --reach 'unmet[ev,members,2030] <= 12000' --by members --with stockpile --goods magnet.* --stop magnet.*",
      does: { en: "the stock that a stop of six months asks for", zh: "断供六个月所需的储备" },
    },
    {
      args: "goal status-quo --reach 'price[oxide.NdPr,JPN,2030] <= 80' --with subsidy --by JPN,AUS --json",
      does: { en: "for a program", zh: "供程序使用" },
    },
  ],
  run: async (context, { positionals: [name], flags }): Promise<Answer> => {
    const { scenario } = await readScenario(name, context, flags.set);
    const lab = await laboratory(scenario.parameters);
    const read = readGoal(flags.reach);
    const base = lab.run(scenario, { stop: () => context.signal.aborted });
    const reference = parseMetricReference(read.reference, base);
    const year = reference.year ?? scenario.horizon[1];
    const short: Scenario = {
      ...scenario,
      horizon: [scenario.horizon[0], Math.max(year, scenario.horizon[0] + 2)],
    };
    const goods = commaList(flags.goods ?? "oxide.NdPr");
    const world = worldOfRun(lab.chain, lab.baseline);
    const actors = commaList(flags.by ?? reference.names.region ?? "members");
    const partners = flags.together === undefined ? undefined : commaList(flags.together);
    checkGoalNames(
      { parties: { "--by": actors, "--together": partners }, goods: { "--goods": goods } },
      world,
    );
    const from = flags.from ?? Math.min(2026, year);
    if (from > year)
      throw new IssueError([{ code: "YEAR_ORDER", path: "--from", found: from, expected: `<= ${year}` }]);
    const groups = [actors, ...(partners === undefined ? [] : [[...actors, ...partners]])];
    const { origins, goods: ids } = base.frame.calibration;
    const basePrice = Math.max(
      1,
      ...[...origins.price].filter((_, o) => goods.some((good) => matchesGood(good, ids[origins.good[o]]))),
    );
    const stop = goalStop(flags, read, year, scenario.members, lab);
    const cases: Case[] = [];
    let units: string[] = [];
    for (const group of groups) {
      const { regions } = resolveParties(group, scenario.members, world, true);
      const scope: GoalScope = {
        parties: group,
        goods,
        from,
        to: short.horizon[1],
        year,
        baseYear: lab.baseline.year,
        basePrice,
      };
      const levers = commaList(flags.with).map((kind) => goalLever(kind, scope));
      units = levers.map(({ dial }) => dial.unit);
      const { request, ...sought } = await seek(
        { scenario: short, lab, levers },
        flags.reach,
        regions,
        context,
      );
      const found = { ...sought, request: { ...request, ...(stop && { measure: stop.measure }) } };
      cases.push(...casesOf(found, group.join(",")));
    }
    return answerOf(cases, units, { scenario: scenario.name, reach: flags.reach, from, stop }, context);
  },
});

/** What was asked, as understood. */
interface Asked {
  readonly scenario: string;
  readonly reach: string;
  readonly from: number;
  readonly stop: GoalStop | undefined;
}

function answerOf(
  cases: readonly Case[],
  units: readonly string[],
  { scenario, reach, from, stop }: Asked,
  context: Context,
): Answer {
  const data = {
    scenario,
    reach,
    from,
    ...(stop && { stop: stop.spec }),
    cases: cases.map(({ who, how, result }) => ({ who, lever: how, ...result })),
  };
  const failed = cases.flatMap(({ result }) => ("unreachable" in result ? [result.unreachable] : []));
  if (failed.length === cases.length) {
    const [first] = failed;
    const { controls, plants } = first.binding;
    const binds = [...controls, ...plants];
    const details = { ...data, binds, ...(first.range && { range: first.range }) };
    throw new IssueError([{ code: "GOAL_UNREACHABLE", found: first.value, expected: reach, details }]);
  }
  context.throwIfStopped();
  return { data, tables: [table(cases, units)], notes: [assumed(from, stop, context)] };
}

function assumed(from: number, stop: GoalStop | undefined, { words }: Context): string {
  const acting = words({ en: `Levers act from ${from}`, zh: `政策工具自 ${from} 年起实施` });
  if (stop === undefined) return words({ en: `${acting}.`, zh: `${acting}。` });
  const { by, to, goods, months, year } = stop.spec;
  const [who, whom, what] = [by, to, goods].map((names) => names.join(", "));
  return words({
    en: `${acting}; the figure is the mean of ${months} months in ${year} in which ${who} stops ${what} to ${whom}.`,
    zh: `${acting}；数值为 ${year} 年 ${who} 对 ${whom} 停供 ${what} 的 ${months} 个月的平均值。`,
  });
}

function matchesGood(pattern: string, good: string): boolean {
  return pattern.endsWith("*") ? good.startsWith(pattern.slice(0, -1)) : pattern === good;
}
