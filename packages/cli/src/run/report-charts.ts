import { lineChart, light, type LineSeries } from "@didym/charts";
import { parseMetricReference, seriesOf, type RunResult } from "@didym/core/results";
import type { Language, Text } from "@didym/messages";
import { numberText } from "../output/cell-text.js";

interface ReportChart {
  readonly id: string;
  readonly title: Text;
  readonly unit: string;
  readonly factor: number;
  readonly lines: readonly { readonly reference: string; readonly label: Text }[];
  /** Draws the difference from the compared run. */
  readonly difference?: boolean;
}

const members: Text = { en: "members", zh: "成员" };
const china: Text = { en: "China", zh: "中国" };
const line = (reference: string, label: Text) => ({ reference, label });

const charts: readonly ReportChart[] = [
  {
    id: "price-ndpr",
    title: { en: "Price of NdPr oxide", zh: "氧化镨钕价格" },
    unit: "USD/kg",
    factor: 1,
    lines: [line("price[oxide.NdPr,members]", members), line("price[oxide.NdPr,CHN]", china)],
  },
  {
    id: "price-magnet",
    title: { en: "Price of standard magnets", zh: "标准磁体价格" },
    unit: "USD/kg",
    factor: 1,
    lines: [
      line("price[magnet.NdFeB-standard,members]", members),
      line("price[magnet.NdFeB-standard,CHN]", china),
    ],
  },
  {
    id: "output",
    title: { en: "Members' output", zh: "成员产量" },
    unit: "kt/y",
    factor: 1e-3,
    lines: [
      line("production[oxide.NdPr,members]", { en: "NdPr oxide", zh: "氧化镨钕" }),
      line("production[magnet.*,members]", { en: "magnets", zh: "磁体" }),
    ],
  },
  {
    id: "exposure",
    title: { en: "From China in what members use", zh: "成员用量中来自中国的份额" },
    unit: "%",
    factor: 100,
    lines: [
      line("exposure[oxide,members,CHN,embodied]", { en: "oxides", zh: "氧化物" }),
      line("exposure[magnet,members,CHN,direct]", { en: "magnets", zh: "磁体" }),
    ],
  },
  {
    id: "fiscal",
    title: { en: "Paid by members' treasuries, and duties they collect", zh: "成员财政支出与关税收入" },
    unit: "MUSD/y",
    factor: 1e-3,
    lines: [
      line("fiscal-cost[members]", { en: "paid", zh: "支出" }),
      line("revenue[members,duty]", { en: "duties", zh: "关税" }),
    ],
  },
  {
    id: "welfare",
    title: { en: "Welfare against the compared run", zh: "相对对照情景的福利" },
    unit: "MUSD/y",
    factor: 1e-3,
    difference: true,
    lines: [line("welfare[members]", members), line("welfare[CHN]", china)],
  },
];

const size = { width: 560, height: 300 };

/** The report's charts as SVG in one language; those of differences only where there is a compared run. */
export function reportCharts(
  result: RunResult,
  against: RunResult | undefined,
  language: Language,
): string[] {
  return charts
    .filter(({ difference }) => difference !== true || against !== undefined)
    .map((chart) => {
      const title = chart.title[language];
      const caption = { id: `${chart.id}-${language}`, title, summary: `${title}, ${chart.unit}` };
      const series = chart.lines.map((one) => lineOf(one, chart, result, against, language));
      const data = { ...caption, unit: chart.unit, years: result.years, series, format: numberText };
      const svg = lineChart(
        { ...data, ...(against !== undefined && { againstLabel: against.scenario }) },
        size,
        light,
      );
      return `<figure><figcaption>${title}</figcaption>${svg}</figure>`;
    });
}

function lineOf(
  { reference, label }: ReportChart["lines"][number],
  { factor, difference }: ReportChart,
  result: RunResult,
  against: RunResult | undefined,
  language: Language,
): LineSeries {
  const { metric, names } = parseMetricReference(reference, result);
  const shown = (run: RunResult) => {
    const series = seriesOf(run, metric, names);
    return series.values.map((value, i) => (series.void.includes(run.years[i]) ? undefined : value * factor));
  };
  const values = shown(result);
  const other = against === undefined ? undefined : shown(against);
  const id = `${reference}-${language}`;
  if (difference === true && other !== undefined) {
    return {
      id,
      label: label[language],
      values: values.map((value, i) => (value === undefined ? undefined : value - (other[i] ?? 0))),
    };
  }
  return { id, label: label[language], values, ...(other !== undefined && { against: other }) };
}
