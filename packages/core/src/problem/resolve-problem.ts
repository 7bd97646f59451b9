import type { Issue } from "../errors/issue.js";
import {
  nodeOf,
  type BenchmarkFlow,
  type Ceiling,
  type Firm,
  type Floor,
  type Process,
} from "./market-problem.js";
import { NameTable } from "./name-table.js";
import type { ProblemReading } from "./read-problem.js";
import { resolveArcs } from "./resolve-arcs.js";
import { resolveCurves } from "./resolve-curves.js";
import { resolveSellers } from "./resolve-sellers.js";
import type { ProblemFile } from "./schema.js";

/** Tables of names and the list that issues are added to. */
export interface Names {
  readonly regions: NameTable;
  readonly goods: NameTable;
  readonly issues: Issue[];
}

/** Resolves names, writes out wildcards and checks what the schema cannot see. */
export function resolveProblem(file: ProblemFile): ProblemReading {
  const issues: Issue[] = [];
  const names: Names = {
    regions: new NameTable("REGION", file.regions, "regions", issues),
    goods: new NameTable("GOOD", file.goods, "goods", issues),
    issues,
  };
  const firms = resolveFirms(file, names);
  const subsidies = resolveSubsidies(file, names);
  const problem = {
    regions: file.regions,
    goods: file.goods,
    supply: resolveCurves(file.supply, "supply", names),
    demand: resolveCurves(file.demand, "demand", names),
    processes: resolveProcesses(file, names, subsidies.process),
    ...resolveArcs(file, names),
    supplySubsidy: subsidies.supply,
    demandSubsidy: subsidies.demand,
    floors: file.floors.map((row, k): Floor => ({
      ...place(row, `floors[${k}]`, names),
      mechanism: row.mechanism,
      price: row.price,
    })),
    ceilings: file.ceilings.map((row, k): Ceiling => ({
      ...place(row, `ceilings[${k}]`, names),
      price: row.price,
    })),
    firms,
    sellers: resolveSellers(file, firms, names),
    dispersion: resolveDispersion(file, names),
    benchmark: resolveBenchmark(file, names),
    freeDisposal: resolveDisposal(file, names),
  };
  reportRepeated(problem.floors, "floors", file, issues);
  reportRepeated(problem.ceilings, "ceilings", file, issues);
  return issues.length > 0 ? { errors: issues } : { problem };
}

function place(
  row: { region: string; good: string },
  path: string,
  names: Names,
): { region: number; good: number } {
  return {
    region: names.regions.find(row.region, `${path}.region`),
    good: names.goods.find(row.good, `${path}.good`),
  };
}

function resolveFirms(file: ProblemFile, names: Names): Firm[] {
  const table = new NameTable(
    "FIRM",
    file.firms.map((firm) => firm.id),
    "firms",
    names.issues,
  );
  for (const [k, id] of table.names.entries())
    if (names.regions.has(id))
      names.issues.push({ code: "DUPLICATE_FIRM", path: `firms[${k}].id`, found: id });
  return file.firms.map((row, k) => ({
    ...place(row, `firms[${k}]`, names),
    id: row.id,
    cost: row.cost,
    costSlope: row.costSlope,
    capacity: row.capacity ?? Infinity,
  }));
}

function resolveProcesses(file: ProblemFile, names: Names, subsidy: Float64Array): Process[] {
  const amounts = (record: Record<string, number>, path: string) =>
    Object.entries(record).map(
      ([good, amount]) => [names.goods.find(good, `${path}.${good}`), amount] as const,
    );
  return file.processes.map((row, k) => ({
    id: row.id,
    region: names.regions.find(row.region, `processes[${k}].region`),
    inputs: amounts(row.inputs, `processes[${k}].inputs`),
    outputs: amounts(row.outputs, `processes[${k}].outputs`),
    cost: row.cost,
    costSlope: row.costSlope,
    capacity: row.capacity ?? Infinity,
    subsidy: subsidy[k],
  }));
}

function resolveSubsidies(file: ProblemFile, names: Names) {
  const nodes = file.regions.length * file.goods.length;
  const supply = new Float64Array(nodes);
  const demand = new Float64Array(nodes);
  const process = new Float64Array(file.processes.length);
  const processes = new NameTable(
    "PROCESS",
    file.processes.map((row) => row.id),
    "processes",
    names.issues,
  );
  file.subsidies.forEach((row, k) => {
    const path = `subsidies[${k}]`;
    if (row.on !== "supply" && row.on !== "demand") {
      const index = processes.find(row.on, `${path}.on`);
      if (row.region !== undefined) names.regions.find(row.region, `${path}.region`);
      if (row.good !== undefined) names.goods.find(row.good, `${path}.good`);
      if (index >= 0) process[index] += row.specific;
      return;
    }
    if (row.region === undefined || row.good === undefined) {
      const missing = row.region === undefined ? "region" : "good";
      names.issues.push({ code: "MISSING_KEY", path: `${path}.${missing}`, expected: "string" });
      return;
    }
    const { region, good } = place({ region: row.region, good: row.good }, path, names);
    if (region >= 0 && good >= 0)
      (row.on === "supply" ? supply : demand)[nodeOf(file, region, good)] += row.specific;
  });
  return { supply, demand, process };
}

function resolveDispersion(file: ProblemFile, names: Names): Float64Array {
  const theta = new Float64Array(file.goods.length);
  for (const [good, value] of Object.entries(file.dispersion)) {
    const index = names.goods.find(good, `dispersion.${good}`);
    if (index >= 0) theta[index] = value;
  }
  return theta;
}

function resolveBenchmark(file: ProblemFile, names: Names): BenchmarkFlow[] {
  const price = new Map<string, number>();
  return file.benchmark.map((row, k) => {
    const path = `benchmark[${k}]`;
    const key = JSON.stringify([row.from, row.good]);
    const before = price.get(key) ?? row.price;
    if (before !== row.price)
      names.issues.push({
        code: "INCONSISTENT_PRICE",
        path: `${path}.price`,
        found: row.price,
        expected: before,
      });
    price.set(key, row.price);
    return {
      from: names.regions.find(row.from, `${path}.from`),
      to: names.regions.find(row.to, `${path}.to`),
      good: names.goods.find(row.good, `${path}.good`),
      flow: row.flow,
      price: row.price,
      ...(row.delivered !== undefined && { delivered: row.delivered }),
    };
  });
}

function resolveDisposal(file: ProblemFile, names: Names): boolean[] {
  const rule = file.disposal;
  if (typeof rule === "string") return file.goods.map(() => rule === "free");
  for (const good of Object.keys(rule)) names.goods.find(good, `disposal.${good}`);
  return file.goods.map((good) => rule[good] === "free");
}

function reportRepeated(
  rows: readonly { readonly region: number; readonly good: number }[],
  field: "floors" | "ceilings",
  file: ProblemFile,
  issues: Issue[],
): void {
  const seen = new Set<number>();
  rows.forEach(({ region, good }, k) => {
    const node = nodeOf(file, region, good);
    if (seen.has(node)) issues.push({ code: "DUPLICATE_ROW", path: `${field}[${k}]` });
    seen.add(node);
  });
}
