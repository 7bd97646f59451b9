import type { StageData, StageNode } from "@didym/charts";
import { measureOf } from "../../../format/measure.js";
import type { LabView } from "../view.js";

const columns = ["concentrate", "oxide", "metal", "magnet", "use"] as const;
const groups = ["CHN", "region", "members", "others"] as const;

/** Tonnes of an element from ore to use by groups of regions; recycling is a source of its own. */
export function stagesData(view: LabView): StageData {
  const { answer, words, year, look, language, numbers } = view;
  const { figures, stages, headline } = words.lab;
  const flows = answer.stages;
  const nodes = new Map<string, StageNode>();
  const node = (stage: string, group: string): string => {
    const id = `${stage}-${group}`;
    const at = groups.indexOf(group as (typeof groups)[number]);
    const label = stage === "recycling" ? stages.recycling : groupName(view, group);
    if (!nodes.has(id))
      nodes.set(id, { id, label, column: columnOf(stage), group: stage === "recycling" ? 4 : at });
    return id;
  };
  const links = flows.map((flow) => ({
    source: flow.from === "recycling" ? node("recycling", "all") : node(flow.from, flow.fromGroup),
    target: node(flow.to, flow.toGroup),
    value: flow.tonnes,
  }));
  const largest = Math.max(0, ...flows.map(({ tonnes }) => tonnes));
  const measure = measureOf("t/y", largest, language, words.units);
  const magnets = flows.filter(({ to }) => to === "magnet");
  const sum = (list: typeof magnets) => list.reduce((total, { tonnes }) => total + tonnes, 0);
  const share = sum(magnets.filter(({ toGroup }) => toGroup === "CHN")) / Math.max(1e-9, sum(magnets));
  const element = words.lab.elementName(look.element);
  return {
    id: "stages",
    title: figures.stages(element, year),
    summary:
      flows.length === 0
        ? figures.nothingDrawn
        : figures.stagesSummary(magnets.length > 0 ? numbers.percent(share) : headline.none, element, year),
    unit: measure.label,
    format: measure.number,
    columns: columns.map((stage) => stages[stage]),
    nodes: [...nodes.values()],
    links: merged(links),
  };
}

function columnOf(stage: string): number {
  return stage === "recycling" ? 0 : columns.indexOf(stage as (typeof columns)[number]);
}

function groupName({ words, book, look }: LabView, group: string): string {
  if (group === "CHN") return words.lab.china;
  if (group === "region") return book.region(look.region);
  return group === "members" ? words.lab.otherMembers : words.lab.others;
}

interface Link {
  readonly source: string;
  readonly target: string;
  readonly value: number;
}

/** Links between the same two nodes added up, in a fixed order. */
function merged(links: readonly Link[]): Link[] {
  const sums = new Map<string, Link>();
  for (const link of links) {
    const key = `${link.source}>${link.target}`;
    sums.set(key, { ...link, value: link.value + (sums.get(key)?.value ?? 0) });
  }
  return [...sums.values()].sort((a, b) => (a.source + a.target < b.source + b.target ? -1 : 1));
}
