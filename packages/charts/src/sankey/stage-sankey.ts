import { sankey, sankeyLinkHorizontal, type SankeyGraph, type SankeyLink, type SankeyNode } from "d3-sankey";
import { frame, type Caption } from "../frame.js";
import { element, escapeText, text } from "../svg.js";
import type { ChartTable } from "../table.js";
import { seriesColour, type Size, type Theme } from "../theme.js";

export interface StageNode {
  readonly id: string;
  readonly label: string;
  /** Column, 0 at the left; recycling is a source in a column of its own right, never a back link. */
  readonly column: number;
  /** Colour group: the region or group of regions. */
  readonly group: number;
}

export interface StageLink {
  readonly source: string;
  readonly target: string;
  readonly value: number;
}

export interface StageData extends Caption {
  readonly unit: string;
  readonly columns: readonly string[];
  readonly nodes: readonly StageNode[];
  readonly links: readonly StageLink[];
  readonly format: (value: number) => string;
}

type Node = SankeyNode<StageNode, StageLink>;
type Link = SankeyLink<StageNode, StageLink>;

/** Tonnes of an element from ore to use, stage by stage. */
export function stageSankey(data: StageData, size: Size, theme: Theme): string {
  const graph = layoutStages(data, size, theme);
  return frame(
    data,
    size,
    theme,
    columns(data, size, theme),
    ...graph.links.map((link) => ribbon(link, data, theme)),
    ...graph.nodes.map((node) => box(node, data, size, theme)),
  );
}

function layoutStages(data: StageData, size: Size, theme: Theme): SankeyGraph<StageNode, StageLink> {
  const letter = 12 * theme.scale;
  const links = data.links.filter((link) => link.value > 0);
  const used = new Set(links.flatMap((link) => [link.source, link.target]));
  const nodes = data.nodes.filter((node) => used.has(node.id));
  if (links.length === 0) return { nodes: [], links: [] };
  return sankey<StageNode, StageLink>()
    .nodeId((node) => node.id)
    .nodeAlign((node) => node.column)
    .nodeSort((a, b) => a.group - b.group || (a.id < b.id ? -1 : 1))
    .nodeWidth(10)
    .nodePadding(Math.max(4, letter * 0.6))
    .extent([
      [1, 2 * letter],
      [size.width - 1, size.height - 4],
    ])({ nodes: nodes.map((node) => ({ ...node })), links: links.map((link) => ({ ...link })) });
}

function columns(data: StageData, size: Size, theme: Theme): string {
  const last = data.columns.length - 1;
  return data.columns
    .map((label, index) =>
      text((index / Math.max(1, last)) * size.width, 12 * theme.scale, label, {
        "text-anchor": index === 0 ? "start" : index === last ? "end" : "middle",
        fill: theme.muted,
      }),
    )
    .join("");
}

function ribbon(link: Link, data: StageData, theme: Theme): string {
  const source = link.source as Node;
  const target = link.target as Node;
  return element(
    "path",
    {
      d: (sankeyLinkHorizontal()(link) ?? "").replace(/-?\d+\.\d+/g, (number) =>
        String(Math.round(Number(number) * 100) / 100),
      ),
      fill: "none",
      stroke: seriesColour(theme, source.group),
      "stroke-opacity": "0.38",
      "stroke-width": Math.max(0.6, link.width ?? 0),
      "data-value": `${source.id}>${target.id}`,
    },
    element(
      "title",
      {},
      escapeText(`${source.label} → ${target.label}: ${data.format(link.value)} ${data.unit}`),
    ),
  );
}

function box(node: Node, data: StageData, size: Size, theme: Theme): string {
  const { x0 = 0, x1 = 0, y0 = 0, y1 = 0, value = 0 } = node;
  const right = x1 < size.width - 40;
  const tall = y1 - y0 >= 7;
  return (
    element(
      "rect",
      {
        x: x0,
        y: y0,
        width: x1 - x0,
        height: Math.max(1, y1 - y0),
        fill: seriesColour(theme, node.group),
        "data-value": node.id,
      },
      element("title", {}, escapeText(`${node.label}: ${data.format(value)} ${data.unit}`)),
    ) +
    (tall
      ? text(right ? x1 + 4 : x0 - 4, (y0 + y1) / 2 + 4, node.label, {
          "text-anchor": right ? "start" : "end",
          "font-size": 11 * theme.scale,
        })
      : "")
  );
}

export function stageTable(data: StageData, headers: readonly [string, string]): ChartTable {
  const label = new Map(data.nodes.map((node) => [node.id, node.label]));
  return {
    headers: [...headers, data.unit],
    rows: data.links.map((link) => [
      label.get(link.source) ?? link.source,
      label.get(link.target) ?? link.target,
      link.value,
    ]),
  };
}
