import { IssueError } from "../errors/issue.js";
import { Assumptions } from "./assumptions.js";
import type { Chain, EndUse, Good, Region, Seat, Technology } from "./chain.js";
import type { ChainFile, ChainRows, ChainTables } from "./chain-file.js";
import { checkChainFile } from "./check-chain-file.js";
import { coefficientsOf } from "./coefficients.js";
import { foundYear } from "./found-year-of.js";
import { goodElements } from "./good-elements.js";

/** Values that replace assumptions of the data, by id, for example `{ "demand.ev.elasticity-short": 0.3 }`. */
export type ParameterOverrides = Readonly<Record<string, number>>;

/**
 * A chain from its compiled file (`rare-earths.json`): checks every table and reference, then resolves assumptions, baskets and
 * recipes. Pure; the same file gives the same chain.
 *
 * @throws IssueError with all problems found, each with the path of its row: `BAD_CHAIN_FILE`, `UNKNOWN_REFERENCE`,
 * `NOT_A_NUMBER`, `MISSING_ASSUMPTION`, `UNKNOWN_PARAMETER`.
 */
export function loadChain(json: unknown, parameters: ParameterOverrides = {}): Chain {
  const [first, ...rest] = checkChainFile(json, parameters);
  if (first !== undefined) throw new IssueError([first, ...rest]);
  const file = json as ChainFile;
  const assumptions = new Assumptions(file.tables.assumptions, parameters);
  const chain = {
    id: file.id,
    version: file.version,
    hash: file.hash,
    regions: file.tables.regions.map((row) => region(row, assumptions)),
    goods: file.tables.goods.map((row) => good(file.tables, row, assumptions)),
    technologies: file.tables.technologies.map((row) => technology(file.tables, row, assumptions)),
    endUses: file.tables["end-uses"].map((row) => endUse(row, assumptions)),
    groups: groups(file.tables),
    seats: seats(file.tables),
    assumptions: file.tables.assumptions,
  };
  const base = foundYear(file, chain, assumptions);
  const [missing, ...more] = [...new Set(assumptions.missing)].map((id) => ({
    code: "MISSING_ASSUMPTION",
    path: "tables.assumptions",
    expected: id,
  }));
  if (missing !== undefined) throw new IssueError([missing, ...more]);
  return { ...chain, base };
}

function region(row: ChainRows["regions"], assumptions: Assumptions): Region {
  return {
    id: row.id,
    name: { en: row.name_en, zh: row.name_zh },
    dutyBase: row.duty_base === "fob" ? "fob" : "cif",
    costOfCapital: assumptions.get("cost-of-capital", row.id),
    longitude: row.longitude,
    latitude: row.latitude,
  };
}

function good(tables: ChainTables, row: ChainRows["goods"], assumptions: Assumptions): Good {
  const by = (name: string): number => assumptions.get(name, row.id, row.stage);
  return {
    id: row.id,
    stage: row.stage as Good["stage"],
    name: { en: row.name_en, zh: row.name_zh },
    elements: goodElements(tables, row),
    sourcingElasticity: by("sourcing-elasticity"),
    qualificationCost: by("qualification-cost"),
    qualificationYears: by("qualification-years"),
  };
}

function technology(
  tables: ChainTables,
  row: ChainRows["technologies"],
  assumptions: Assumptions,
): Technology {
  const by = (name: string): number => assumptions.get(name, row.id, row.kind);
  return {
    id: row.id,
    kind: row.kind as Technology["kind"],
    stage: row.stage as Technology["stage"],
    levelGood: row.level_good,
    ...coefficientsOf(tables, row, assumptions),
    supplyElasticity: by("supply-elasticity"),
    capitalCost: by("capital-cost"),
    leadTime: by("lead-time"),
    life: row.life,
  };
}

function endUse(row: ChainRows["end-uses"], assumptions: Assumptions): EndUse {
  const goods = row.goods.split(" ");
  const kind = goods.some((id) => id.startsWith("magnet.")) ? "magnets" : "oxides";
  const own = (name: string): number => assumptions.get(`demand.${row.id}.${name}`);
  return {
    id: row.id,
    name: { en: row.name_en, zh: row.name_zh },
    goods,
    elasticityShort: own("elasticity-short"),
    elasticityLong: own("elasticity-long"),
    gradeScale: assumptions.get("demand.grade-scale", row.id),
    valueAdded: assumptions.get("demand.value-added", row.id),
    life: assumptions.get("demand.life", row.id),
    lifeShape: assumptions.get("demand.life-shape", row.id, kind),
    collection: assumptions.get("demand.collection", row.id, kind),
    recovery: assumptions.get("demand.recovery"),
  };
}

function groups(tables: ChainTables): Record<string, string[]> {
  const members: Record<string, string[]> = {};
  for (const row of tables.groups) (members[row.group] ??= []).push(row.region);
  return members;
}

function seats(tables: ChainTables): Seat[] {
  const byId = new Map<string, { id: string; name: { en: string; zh: string }; regions: string[] }>();
  for (const row of tables.seats) {
    const seat = byId.get(row.id) ?? { id: row.id, name: { en: row.name_en, zh: row.name_zh }, regions: [] };
    seat.regions.push(row.region);
    byId.set(row.id, seat);
  }
  return [...byId.values()];
}
