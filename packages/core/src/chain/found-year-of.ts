import type { OwnerShare } from "../baseline/baseline.js";
import type {
  FoundFigure,
  FoundNode,
  FoundTrade,
  FoundUse,
  FoundYear,
  Grade,
  Provenance,
} from "../baseline/found-year.js";
import { matchesGood } from "../baseline/matching.js";
import type { Assumptions } from "./assumptions.js";
import type { Chain } from "./chain.js";
import type { ChainFile, ChainTables } from "./chain-file.js";
import { coefficientsOf } from "./coefficients.js";
import { demandIndexOf } from "./demand-index.js";
import { foundOrigins } from "./found-origins.js";
import { foundRows } from "./found-rows.js";
import { foundWedges } from "./found-wedges.js";
import { priceChecks } from "./price-quotes.js";
import { projectsOf } from "./projects.js";

/** The base year as the tables give it. */
export function foundYear(file: ChainFile, chain: Chain, assumptions: Assumptions): FoundYear {
  const { tables } = file;
  const nodes = tables.nodes.map((_, i) => node(tables, i, assumptions));
  return {
    year: file.year,
    spread: spreads(assumptions),
    routeSpread: assumptions.get("balance.spread", "route"),
    nodes,
    origins: foundOrigins(tables, chain, nodes, assumptions),
    uses: uses(tables),
    quotes: priceChecks(tables, assumptions),
    figures: tables.figures.map((row): FoundFigure => {
      const { id, terms, value, unit } = row;
      const what = { en: row.what, zh: row.what_zh };
      return {
        id,
        what,
        terms,
        value,
        unit,
        role: row.role === "check" ? "check" : "balance",
        ...provenance(row),
      };
    }),
    trade: trade(file, assumptions),
    wedges: foundWedges(tables, chain),
    projects: projectsOf(tables, assumptions),
    rows: foundRows(tables),
    demandIndex: demandIndexOf(tables, file.year),
    cover: assumptions.get("demand.cover"),
    ...(file.multipliers !== undefined && { multipliers: file.multipliers }),
  };
}

export function provenance(row: { source_id: string; grade: string; reason: string }): Provenance {
  return {
    sources: row.source_id === "" ? [] : row.source_id.split(";"),
    grade: row.grade as Grade,
    reason: row.reason,
  };
}

/** Owners of a node or project; the region itself where none is known. */
export function ownersOf(tables: ChainTables, id: string, region: string): OwnerShare[] {
  const rows = tables.owners.filter((row) => row.owned === id);
  return rows.length === 0
    ? [{ region, share: 1 }]
    : rows.map((row) => ({ region: row.region, share: row.share }));
}

function spreads(assumptions: Assumptions): Record<Grade, number> {
  const by = (grade: Grade): number => assumptions.get("balance.spread", grade);
  return { A: by("A"), B: by("B"), C: by("C"), D: by("D") };
}

function node(tables: ChainTables, i: number, assumptions: Assumptions): FoundNode {
  const row = tables.nodes[i];
  const technology = tables.technologies.find((candidate) => candidate.id === row.technology)!;
  const costs = tables["node-costs"].find((candidate) => candidate.node === row.id);
  const outputSpread = assumptions.find(`balance.basket-spread.${technology.level_good}`);
  return {
    id: row.id,
    ...(row.plant !== "" && { plant: row.plant }),
    region: row.region,
    technology: row.technology,
    level: row.level,
    ...(row.capacity !== null && { capacity: row.capacity }),
    ...(row.utilisation !== null && { utilisation: row.utilisation }),
    ...coefficientsOf(tables, technology, assumptions, row.basket),
    ...(outputSpread !== undefined && technology.kind === "separation" && { outputSpread }),
    supplyElasticity: assumptions.get("supply-elasticity", row.id, row.technology, technology.kind),
    support: costs?.support ?? 0,
    ...(typeof costs?.until === "number" && { supportUntil: costs.until }),
    ...(typeof costs?.cost === "number" && { cost: costs.cost }),
    owners: ownersOf(tables, row.id, row.region),
    ...provenance(row),
  };
}

function uses(tables: ChainTables): FoundUse[] {
  return tables["uses-world"].map((row) => {
    const rows = sharesOf(tables, row.end_use, row.good);
    const sum = rows.reduce((total, share) => total + share.share, 0);
    const shares = Object.fromEntries(rows.map((share) => [share.region, share.share / sum]));
    return { endUse: row.end_use, good: row.good, quantity: row.quantity, shares, ...provenance(row) };
  });
}

/** Shares of regions in an end use: those of the good itself, else those of the patterns that hold it. */
function sharesOf(tables: ChainTables, endUse: string, good: string): ChainTables["use-shares"] {
  const rows = tables["use-shares"].filter((row) => row.end_use === endUse);
  const own = rows.filter((row) => row.good === good);
  return own.length > 0 ? own : rows.filter((row) => matchesGood(row.good, good));
}

function trade(file: ChainFile, assumptions: Assumptions): FoundTrade {
  const home = assumptions.get("freight.home");
  const freight = (stage: string): FoundTrade["freight"][string] => ({
    home,
    fixed: assumptions.get(`freight.${stage}.fixed`),
    perThousand: assumptions.get(`freight.${stage}.distance`),
  });
  const stages = [...new Set(file.tables.goods.map((row) => row.stage))];
  return {
    distance: file.distance,
    homeDistance: assumptions.get("balance.home-distance"),
    distanceDecay: assumptions.get("balance.distance-decay"),
    routes: file.tables.routes.map(({ good, from, to, factor }) => ({ good, from, to, factor })),
    freight: Object.fromEntries(stages.map((stage) => [stage, freight(stage)])),
  };
}
