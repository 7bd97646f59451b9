import type { Chain } from "@didym/core/chain";
import { originOf, sensitivities, type Fact, type Origin, type Sensitivities } from "@didym/core/provenance";
import type { RunResult } from "@didym/core/results";
import { factText, type Explanation } from "@didym/messages";
import type { Answer, Cell, Column, Table } from "../command/answer.js";
import type { Context } from "../command/context.js";
import { compiledChain } from "../data/compiled-chain.js";
import { dataWords, type DataWords } from "../data/data-words.js";
import { numberColumn, textColumn } from "../output/columns.js";
import { laboratory } from "../run/laboratory.js";
import { tableOfSources, type ReportSource } from "../run/report-sources.js";
import { readScenario } from "../scenario/read-scenario.js";

/** What `explain` may be told of a figure. */
export interface FigureFlags {
  readonly scenario?: string | undefined;
  readonly year?: number | undefined;
  readonly region?: string | undefined;
  readonly runs?: number | undefined;
}

/** The origin of one figure: its value and equation, the rows it rests on and how far each moves it, levers and sources. */
export async function figurePage(topic: string, context: Context, flags: FigureFlags): Promise<Answer> {
  const { scenario } = await readScenario(flags.scenario ?? "status-quo", context);
  const reference = referenceWith(topic, flags);
  const lab = await laboratory(scenario.parameters);
  const stop = (): boolean => context.signal.aborted;
  const last = Number(/(\d{4})\s*\]$/u.exec(reference)?.[1] ?? scenario.horizon[1]);
  const known = last >= scenario.horizon[0] && last <= scenario.horizon[1];
  const horizon = [scenario.horizon[0], known ? last : scenario.horizon[1]] as const;
  const result = lab.run({ ...scenario, horizon }, { keepFactors: false, stop });
  const origin = originOf(result, reference, { levers: scenario.levers });
  const moved = await movedBy({ reference, flags, result, context }, { ...scenario, horizon });
  context.throwIfStopped();
  const sources = await sourcesOf(origin, moved);
  const about: Explanation | undefined = (context.messages.metrics as Readonly<Record<string, Explanation>>)[
    origin.metric
  ];
  const { evidence: found, assumptions, levers, ...figure } = origin;
  const evidence = found.map((fact) => inWords(fact, lab.chain));
  const data = {
    reference,
    scenario: scenario.name,
    ...figure,
    ...(about !== undefined && { title: about.title, text: about.text, equation: about.equation }),
    levers: levers.map(({ id, kind, from, to }) => ({ id, kind, from, to })),
    evidence,
    assumptions,
    sensitivity: moved?.rows.map(({ fact, at, value, change }) => ({
      id: fact.id,
      kind: fact.kind,
      grade: fact.grade,
      sources: fact.sources,
      from: fact.value,
      to: at,
      value,
      change,
    })),
    failed: moved?.failed,
    sources,
  };
  const say = await dataWords(context.language);
  return {
    data,
    tables: [
      figureTable(reference, origin, about, context),
      ...(moved === undefined ? [] : [movedTable(moved, lab.chain, context, say)]),
      factsTable([...evidence, ...assumptions], context, say),
      sourcesTable(sources),
    ],
  };
}

/** `price[oxide.Dy]` with region and year from the flags. */
function referenceWith(topic: string, { year, region }: FigureFlags): string {
  const [, metric = topic, inside = ""] = /^([^[]*)(?:\[(.*)\])?$/u.exec(topic.trim()) ?? [];
  const parts = [
    ...(inside.trim() === "" ? [] : [inside]),
    ...(region === undefined ? [] : [`region=${region}`]),
    ...(year === undefined ? [] : [String(year)]),
  ];
  return parts.length === 0 ? metric : `${metric}[${parts.join(",")}]`;
}

interface Asked {
  readonly reference: string;
  readonly flags: FigureFlags;
  readonly result: RunResult;
  readonly context: Context;
}

async function movedBy(
  { reference, flags, result, context }: Asked,
  scenario: Parameters<typeof sensitivities>[0]["scenario"],
): Promise<Sensitivities | undefined> {
  if (flags.runs === 0) return undefined;
  const request = {
    file: await compiledChain(),
    scenario,
    reference,
    most: flags.runs ?? 16,
    stop: () => context.signal.aborted,
  };
  return sensitivities(request, result);
}

async function sourcesOf(origin: Origin, moved: Sensitivities | undefined): Promise<ReportSource[]> {
  const wanted = new Set([...origin.sources, ...(moved?.rows ?? []).flatMap(({ fact }) => fact.sources)]);
  const table = await tableOfSources();
  return table
    .filter(({ names }) => names.some((name) => wanted.has(name)))
    .map(({ id, title, publisher, date, address }) => ({ id, title, publisher, date, address }));
}

function figureTable(
  reference: string,
  { value, unit, year, levers }: Origin,
  about: Explanation | undefined,
  { words }: Context,
): Table {
  const rows: Cell[][] = [
    [words({ en: "figure", zh: "数字" }), reference],
    [words({ en: "year", zh: "年份" }), String(year)],
    [words({ en: "value", zh: "数值" }), value === undefined ? null : `${value.toPrecision(6)} ${unit}`],
    [words({ en: "meaning", zh: "含义" }), about?.text ?? null],
    [words({ en: "equation", zh: "方程" }), about?.equation ?? null],
    [words({ en: "levers", zh: "政策工具" }), levers.map(({ id }) => id).join(", ")],
  ];
  return {
    name: "figure",
    columns: [textColumn("field", "field", "项目"), textColumn("text", "text", "内容")],
    rows,
  };
}

const rowColumns: readonly Column[] = [
  textColumn("id", "row", "数据行"),
  textColumn("what", "what", "内容"),
  textColumn("grade", "grade", "等级"),
  textColumn("sources", "sources", "来源"),
];

/** The fact with words for what it is about, where the data have no name for it. */
function inWords(fact: Fact, chain: Chain): Fact {
  const [en, zh] = [factText(fact, chain, "en"), factText(fact, chain, "zh")];
  return en === undefined || zh === undefined ? fact : { ...fact, what: { en, zh } };
}

/** Its name; of an assumption its reason, which says what it is. */
const nameOf = ({ what, reason }: Fact, { words }: Context, say: DataWords): string =>
  say.text(what === undefined ? reason : words(what));

function movedTable({ rows }: Sensitivities, chain: Chain, context: Context, say: DataWords): Table {
  return {
    name: "sensitivity",
    title: {
      en: `What moves it most of ${String(rows.length)} rows tried one at a time (--runs tries more)`,
      zh: `逐行试算的${String(rows.length)}行中影响最大者（--runs 可增加行数）`,
    },
    columns: [
      ...rowColumns,
      numberColumn("from", "from", "由"),
      numberColumn("to", "to", "改为"),
      numberColumn("value", "figure then", "改后数字"),
      numberColumn("change", "change", "变化"),
    ],
    rows: rows.map(({ fact, at, value, change }) => [
      fact.id,
      nameOf(inWords(fact, chain), context, say),
      fact.grade,
      fact.sources.join("; "),
      fact.value,
      at,
      value,
      change,
    ]),
  };
}

function factsTable(facts: readonly Fact[], context: Context, say: DataWords): Table {
  return {
    name: "rows",
    title: { en: "Rows nearest to it in the chain", zh: "供应链上最近的数据行" },
    columns: [
      ...rowColumns,
      numberColumn("found", "found", "原值"),
      numberColumn("balanced", "balanced", "平衡值"),
      textColumn("unit", "unit", "单位"),
      textColumn("reason", "reason", "理由"),
    ],
    rows: facts.map((fact) => [
      fact.id,
      nameOf(fact, context, say),
      fact.grade,
      fact.sources.join("; "),
      fact.value,
      fact.balanced ?? null,
      say.unit(fact.unit),
      say.text(fact.reason),
    ]),
  };
}

function sourcesTable(sources: readonly ReportSource[]): Table {
  return {
    name: "sources",
    title: { en: "Sources", zh: "来源" },
    columns: [
      textColumn("id", "id", "编号"),
      textColumn("publisher", "publisher", "发布者"),
      textColumn("title", "title", "标题"),
      textColumn("date", "date", "日期"),
      textColumn("address", "address", "地址"),
    ],
    rows: sources.map(({ id, publisher, title, date, address }) => [id, publisher, title, date, address]),
  };
}
