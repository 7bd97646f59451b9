import type { Project } from "../baseline/baseline.js";
import type { Assumptions } from "./assumptions.js";
import type { ChainTables } from "./chain-file.js";
import { coefficientsOf } from "./coefficients.js";
import { ownersOf } from "./found-year-of.js";

const COMMITTED = new Set(["operating", "ramping", "construction"]);

/** Announced plants and expansions; completion by status, earliest year later by the usual delay of that status. */
export function projectsOf(tables: ChainTables, assumptions: Assumptions): Project[] {
  return tables.projects.map((row) => {
    const technology = tables.technologies.find((candidate) => candidate.id === row.technology)!;
    const generic = assumptions.get("capital-cost", row.technology, technology.kind);
    return {
      id: row.id,
      name: row.name,
      ...(row.plant !== "" && { plant: row.plant }),
      region: row.region,
      technology: row.technology,
      capacity: row.capacity,
      ...coefficientsOf(tables, technology, assumptions, row.basket),
      year: row.year,
      completion: assumptions.get("project.completion", row.status),
      capitalCost: row.capital_cost ?? generic,
      owners: ownersOf(tables, row.id, row.region),
      committed: COMMITTED.has(row.status),
    };
  });
}
