import type { Baseline } from "@didym/core/baseline";
import { IssueError } from "@didym/core/errors";
import { compiledScenario, worldOfRun } from "@didym/core/results";
import {
  readShock,
  shock as solveShock,
  stockRuleOf,
  toShockJson,
  type ShockJson,
  type ShockSpec,
} from "@didym/core/shock";
import type { Answer, Cell, Table } from "../command/answer.js";
import { defineCommand } from "../command/command.js";
import { commaList } from "../input/comma-list.js";
import { laboratory } from "../run/laboratory.js";
import { readScenario } from "../scenario/read-scenario.js";
import { scenarioArgument, setFlag } from "../scenario/scenario-arguments.js";

/** @throws IssueError where the data have no such year. */
function checkYear(year: number, { year: first, demandIndex: { years } }: Baseline): void {
  const expected = [first, years[years.length - 1]];
  if (year < expected[0] || year > expected[1])
    throw new IssueError([{ code: "YEAR_OUT_OF_RANGE", path: "--year", found: year, expected }]);
}

/** Months that people see: the first, the middle and the last of the stop, and the last of the recovery. */
function shownMonths({ months, stopped }: ShockJson): number[] {
  const wanted = [1, Math.ceil(stopped / 2), stopped, stopped + 1, months.length];
  return wanted.filter((month, i) => month >= 1 && month <= months.length && wanted.indexOf(month) === i);
}

/** Few stopped parties by name, many as the members; and who stops. */
function shownPlaces({ by, to }: ShockSpec): string[] {
  return [...(to.length <= 2 ? to : ["members"]), ...by.slice(0, 1)];
}

function seriesTable(json: ShockJson, places: readonly string[]): Table {
  const months = shownMonths(json);
  const shown = json.series.filter(({ metric, region }) => metric !== "stores" && places.includes(region));
  return {
    name: "months",
    title: { en: "Month by month, at yearly rates", zh: "逐月结果（年化）" },
    columns: [
      { key: "metric", title: { en: "metric", zh: "指标" }, kind: "text" },
      { key: "what", title: { en: "good or end use", zh: "产品或用途" }, kind: "text" },
      { key: "region", title: { en: "region", zh: "地区" }, kind: "text" },
      { key: "unit", title: { en: "unit", zh: "单位" }, kind: "text" },
      { key: "before", title: { en: "before", zh: "断供前" }, kind: "number" },
      ...months.map((month) => ({
        key: `month${month}`,
        title: { en: `month ${month}`, zh: `第 ${month} 月` },
        kind: "number" as const,
      })),
    ],
    rows: shown.map((series): Cell[] => [
      series.metric,
      series.endUse ?? series.good ?? "",
      series.region,
      series.unit,
      series.before,
      ...months.map((month) => (series.void?.includes(month) ? null : series.values[month - 1])),
    ]),
  };
}

function totalsTable({ totals }: ShockJson): Table {
  const regions = Object.keys(totals.loss).filter(
    (region) => Math.abs(totals.loss[region]) > 100 || totals.valueAddedAtRisk[region] > 100,
  );
  return {
    name: "totals",
    title: { en: "Loss over all months", zh: "全部月份的损失" },
    columns: [
      { key: "region", title: { en: "region", zh: "地区" }, kind: "text" },
      { key: "loss", title: { en: "loss, MUSD", zh: "损失，百万美元" }, kind: "number" },
      {
        key: "valueAddedAtRisk",
        title: {
          en: "value added at risk, MUSD (of parts gone without; not added)",
          zh: "受威胁的增加值，百万美元（仅计所缺部件，不并入损失）",
        },
        kind: "number",
      },
    ],
    rows: regions.map((region): Cell[] => [
      region,
      totals.loss[region] / 1000,
      totals.valueAddedAtRisk[region] / 1000,
    ]),
  };
}

export const shock = defineCommand({
  name: "shock",
  schema: "didym/shock@1",
  positionals: [scenarioArgument],
  flags: {
    by: { kind: "text", value: "PARTY", brief: { en: "who stops (default CHN)", zh: "断供方（默认 CHN）" } },
    to: {
      kind: "text",
      value: "PARTY",
      brief: { en: "to whom (default members)", zh: "被断供方（默认 members）" },
    },
    goods: {
      kind: "text",
      value: "GOOD",
      brief: { en: "goods, as oxide.Dy,magnet.*", zh: "产品，例如 oxide.Dy,magnet.*" },
    },
    months: {
      kind: "integer",
      least: 0,
      most: 120,
      brief: { en: "how long (default 6)", zh: "持续月数（默认 6）" },
    },
    year: { kind: "integer", brief: { en: "in which year (default 2028)", zh: "发生年份（默认 2028）" } },
    remaining: {
      kind: "number",
      least: 0,
      most: 1,
      brief: { en: "share that still comes, 0 to 1 (default 0)", zh: "仍可获得的份额，0 到 1（默认 0）" },
    },
    set: setFlag,
  },
  examples: [
    {
      args: "shock status-quo --goods magnet.* --months 6 --year 2028",
      does: { en: "China stops magnets to members for six months", zh: "中国对成员停供磁体六个月" },
    },
    {
      args: "shock washington-2026 --by CHN --to JPN --goods oxide.Dy,oxide.Tb --months 12 --year 2030 --json",
      does: { en: "heavy oxides to Japan, for a program", zh: "对日本停供重稀土氧化物，供程序使用" },
    },
    {
      args: "shock washington-2026 --goods magnet.* --remaining 0.6",
      does: { en: "a squeeze to 60% of the flow before", zh: "压缩至原流量的六成" },
    },
  ],
  run: async (context, { positionals: [name], flags }): Promise<Answer> => {
    const { scenario } = await readScenario(name, context, flags.set);
    const lab = await laboratory(scenario.parameters);
    const request = {
      by: commaList(flags.by ?? "CHN"),
      to: commaList(flags.to ?? "members"),
      goods: commaList(flags.goods ?? "oxide.*,metal.*,magnet.*"),
      year: flags.year ?? Math.min(2028, scenario.horizon[1]),
      months: flags.months ?? 6,
      remaining: flags.remaining ?? 0,
    };
    const spec = readShock(request, scenario.members, worldOfRun(lab.chain, lab.baseline));
    checkYear(spec.year, lab.baseline);
    const solved = lab.run(
      { ...scenario, horizon: [scenario.horizon[0], Math.max(spec.year, scenario.horizon[0])] },
      { stop: () => context.signal.aborted },
    );
    context.throwIfStopped();
    const { levers } = compiledScenario(solved.frame, scenario);
    const json = toShockJson(solveShock(solved, levers, spec, stockRuleOf(lab.chain)));
    return {
      data: { scenario: scenario.name, ...spec, ...json },
      tables: [seriesTable(json, shownPlaces(spec)), totalsTable(json)],
    };
  },
});
