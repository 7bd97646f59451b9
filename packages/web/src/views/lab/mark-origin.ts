import { stackTotal, type MapData, type StackData, type StageData } from "@didym/charts";
import type { Origin } from "../../parts/origin.js";
import { accountItems, ref } from "./references.js";
import { computedOrigin, runOf, withYear } from "./origin.js";
import type { LabView } from "./view.js";

interface Versions {
  readonly model: string;
  readonly data: string;
}

/** A bar's part or its total: the difference of a metric between two runs. */
export function headlineParts(
  view: LabView,
  key: string,
  data: StackData,
  versions: Versions,
): Origin | undefined {
  const [party = "", item = ""] = key.split(":");
  const row = data.rows.find(({ id }) => id === party);
  if (row === undefined) return undefined;
  const index = data.items.findIndex(({ id }) => id === item);
  const metric = accountItems.find(({ id }) => id === item)?.metric ?? "welfare";
  const reference = ref.money(metric, party);
  const base = computedOrigin(view, reference, view.year, versions);
  if (base === undefined) return undefined;
  const value = index < 0 ? stackTotal(row) : (row.values[index] ?? 0);
  const label = index < 0 ? data.totalLabel : (data.items[index]?.label ?? "");
  return {
    ...base,
    title: `${row.label}, ${label}`,
    value: `${data.format(value)} ${data.unit}`,
    unit: data.unit,
  };
}

/** A node or ribbon of the flow picture, a bubble or an arc of the map. */
export function nodeOrigin(
  view: LabView,
  key: string,
  data: StageData | MapData,
  versions: Versions,
): Origin | undefined {
  const [from = "", to] = key.split(">");
  const found = "nodes" in data ? ofStages(data, from, to) : ofMap(data, from, to);
  if (found === undefined) return undefined;
  const good = view.look.shipment;
  const place =
    "nodes" in data
      ? undefined
      : to === undefined
        ? `production[${good},${from}]`
        : `imports-from[${good},${to},${from}]`;
  return {
    title: found.title,
    value: `${data.format(found.value)} ${data.unit}`,
    unit: data.unit,
    year: view.year,
    kind: "computed",
    ...(place !== undefined && { reference: withYear(place, view.year) }),
    ...runOf(view, view.year),
    versions: view.words.page.origin.versions(versions.model, versions.data),
  };
}

interface Found {
  readonly title: string;
  readonly value: number;
}

function ofStages(data: StageData, from: string, to: string | undefined): Found | undefined {
  const name = (id: string) => {
    const node = data.nodes.find((candidate) => candidate.id === id);
    return node === undefined ? id : `${node.label}, ${data.columns[node.column] ?? ""}`;
  };
  const sum = (links: StageData["links"]) => links.reduce((total, { value }) => total + value, 0);
  if (to !== undefined) {
    const link = data.links.find(({ source, target }) => source === from && target === to);
    return link && { title: `${name(from)} → ${name(to)}`, value: link.value };
  }
  const value = Math.max(
    sum(data.links.filter(({ source }) => source === from)),
    sum(data.links.filter(({ target }) => target === from)),
  );
  return { title: name(from), value };
}

function ofMap(data: MapData, from: string, to: string | undefined): Found | undefined {
  const label = (id: string) => data.places.find((place) => place.id === id)?.label ?? id;
  if (to !== undefined) {
    const flow = data.flows.find((candidate) => candidate.from === from && candidate.to === to);
    return flow && { title: `${label(from)} → ${label(to)}`, value: flow.value };
  }
  const place = data.places.find(({ id }) => id === from);
  return place && { title: place.label, value: place.value };
}
