import type { FoundRow } from "../baseline/found-year.js";
import type { ChainTables } from "./chain-file.js";
import { provenance } from "./found-year-of.js";

/** Rows the model rests on that no quantity of the balance stands for: prices, plants to come, growth of demand, duties, unit costs. */
export function foundRows(tables: ChainTables): FoundRow[] {
  return [...prices(tables), ...plantsToCome(tables), ...growth(tables), ...wedges(tables), ...costs(tables)];
}

function prices(tables: ChainTables): FoundRow[] {
  return tables.prices
    .filter((row) => row.role === "base")
    .map((row) => ({
      id: row.id,
      kind: "price",
      good: row.good,
      regions: row.region,
      value: row.found,
      unit: row.unit,
      ...provenance(row),
    }));
}

function plantsToCome(tables: ChainTables): FoundRow[] {
  return tables.projects.map((row) => ({
    id: `project.${row.id}`,
    kind: "project",
    name: row.name,
    technology: row.technology,
    regions: row.region,
    year: row.year,
    value: row.capacity,
    unit: "t/y",
    ...provenance(row),
  }));
}

function growth(tables: ChainTables): FoundRow[] {
  return tables["demand-growth"].map((row) => ({
    id: `growth.${row.end_use}.${row.region === "*" ? "all" : row.region}.${row.year}`,
    kind: "growth",
    endUse: row.end_use,
    regions: row.region,
    year: row.year,
    value: row.index,
    unit: "1",
    ...provenance(row),
  }));
}

function wedges(tables: ChainTables): FoundRow[] {
  return tables.wedges.map((row) => ({
    id: row.id,
    kind: "wedge",
    good: row.good,
    regions: row.kind === "duty" ? row.to : row.from,
    value: row.ad_valorem,
    unit: "1",
    ...provenance(row),
  }));
}

function costs(tables: ChainTables): FoundRow[] {
  const nodes = new Map(tables.nodes.map((node) => [node.id, node]));
  return tables["node-costs"].flatMap((row) => {
    const node = nodes.get(row.node);
    if (node === undefined || row.cost === null) return [];
    const { technology, region: regions } = node;
    const about = { id: `cost.${row.node}`, kind: "cost" as const, technology, regions };
    return [{ ...about, value: row.cost, unit: "USD/kg", ...provenance(row) }];
  });
}
