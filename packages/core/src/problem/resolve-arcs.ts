import type { Issue } from "../errors/issue.js";
import type { Arc, Duty, MarketProblem, Wedge } from "./market-problem.js";
import type { Names } from "./resolve-problem.js";
import { LIMITS, type ProblemFile } from "./schema.js";

interface Route {
  readonly from: number;
  readonly to: number;
  readonly good: number;
}

type Resolved = Pick<MarketProblem, "arcs" | "quotas" | "tariffRateQuotas">;

interface WritableArc extends Omit<Arc, "quotas" | "tariffRateQuota" | "exportTax" | "duty"> {
  exportTax: Wedge;
  duty: Duty;
  quotas: number[];
  tariffRateQuota: number;
}

const NO_DUTY: Duty = { adValorem: 0, specific: 0, base: "cif" };

/** Arcs with the duties, taxes and quotas on each. A row that names both ends stands before one with a wildcard. */
export function resolveArcs(file: ProblemFile, names: Names): Resolved {
  const arcs = new ArcTable(file, names);
  arcs.addTransport();
  arcs.assign("duties", (arc, k) => (arc.duty = file.duties[k]));
  arcs.assign("exportTaxes", (arc, k) => (arc.exportTax = file.exportTaxes[k]));
  arcs.assignQuotas();
  arcs.assignTariffRateQuotas();
  return { arcs: arcs.list, quotas: file.quotas, tariffRateQuotas: file.tariffRateQuotas };
}

class ArcTable {
  readonly list: WritableArc[] = [];
  private readonly index = new Map<number, number>();

  constructor(
    private readonly file: ProblemFile,
    private readonly names: Names,
  ) {}

  addTransport(): void {
    this.eachByPrecision("transport", (row, k, route, exact) => {
      const key = this.key(route);
      if (this.index.has(key)) {
        if (exact) this.report("DUPLICATE_ROW", `transport[${k}]`);
        return undefined;
      }
      if (this.list.length >= LIMITS.arcs) {
        this.report("TOO_LARGE", "transport", { expected: `<= ${LIMITS.arcs} arcs` });
        return "stop";
      }
      const arc: WritableArc = {
        from: route.from,
        to: route.to,
        good: route.good,
        cost: row.cost,
        slope: row.slope,
        power: row.power,
        capacity: row.capacity ?? Infinity,
        exportTax: NO_DUTY,
        duty: NO_DUTY,
        quotas: [],
        tariffRateQuota: -1,
      };
      this.index.set(key, this.list.push(arc) - 1);
      return undefined;
    });
  }

  /** Gives each row to its arcs; an exact row wins over a wildcard. */
  assign(field: "duties" | "exportTaxes", give: (arc: WritableArc, row: number) => void): void {
    const seen = new Set<number>();
    this.eachByPrecision(field, (_, k, route, exact) => {
      const at = this.index.get(this.key(route));
      if (at === undefined) {
        if (exact) this.report("UNKNOWN_ARC", `${field}[${k}]`, { found: this.nameOf(route) });
      } else if (!seen.has(at)) {
        seen.add(at);
        give(this.list[at], k);
      } else if (exact) this.report("DUPLICATE_ROW", `${field}[${k}]`);
      return undefined;
    });
  }

  assignQuotas(): void {
    this.file.quotas.forEach((quota, q) => {
      this.group(quota.arcs, `quotas[${q}].arcs`, (arc) => {
        if (!arc.quotas.includes(q)) arc.quotas.push(q);
      });
    });
  }

  assignTariffRateQuotas(): void {
    this.file.tariffRateQuotas.forEach((quota, q) => {
      const path = `tariffRateQuotas[${q}].arcs`;
      this.group(quota.arcs, path, (arc) => {
        if (arc.tariffRateQuota >= 0 && arc.tariffRateQuota !== q)
          this.report("UNSUPPORTED", path, { hint: "one tariff-rate quota per arc" });
        arc.tariffRateQuota = q;
      });
    });
  }

  private group(
    arcs: readonly [string, string, string][],
    path: string,
    give: (arc: WritableArc) => void,
  ): void {
    arcs.forEach(([from, to, good], k) => {
      for (const route of this.expand({ from, to, good }, () => `${path}[${k}]`, ["[0]", "[1]", "[2]"])) {
        const at = this.index.get(this.key(route));
        if (at !== undefined) give(this.list[at]);
        else if (from !== "*" && to !== "*")
          this.report("UNKNOWN_ARC", `${path}[${k}]`, { found: this.nameOf(route) });
      }
    });
  }

  private eachByPrecision<Field extends "transport" | "duties" | "exportTaxes">(
    field: Field,
    visit: (row: ProblemFile[Field][number], k: number, route: Route, exact: boolean) => "stop" | undefined,
  ): void {
    const rows: readonly ProblemFile[Field][number][] = this.file[field];
    for (const wanted of [0, 1, 2]) {
      for (const [k, row] of rows.entries()) {
        const wildcards = Number(row.from === "*") + Number(row.to === "*");
        if (wildcards !== wanted) continue;
        for (const route of this.expand(row, () => `${field}[${k}]`, [".from", ".to", ".good"]))
          if (visit(row, k, route, wanted === 0) === "stop") return;
      }
    }
  }

  private expand(
    row: { readonly from: string; readonly to: string; readonly good: string },
    path: () => string,
    parts: readonly [string, string, string],
  ): Route[] {
    const good = this.names.goods.find(row.good, () => path() + parts[2]);
    const ends = (name: string, part: string) => {
      if (name !== "*") return [this.names.regions.find(name, () => path() + part)];
      return this.file.regions.map((_, i) => i);
    };
    const to = ends(row.to, parts[1]);
    const routes: Route[] = [];
    for (const i of ends(row.from, parts[0])) {
      for (const j of to) {
        if (i < 0 || j < 0 || good < 0) continue;
        if (i !== j) routes.push({ from: i, to: j, good });
        else if (row.from !== "*" && row.to !== "*") this.report("SAME_REGION", path(), { found: row.from });
      }
    }
    return routes;
  }

  private key({ from, to, good }: Route): number {
    return (from * this.file.regions.length + to) * this.file.goods.length + good;
  }

  private nameOf({ from, to, good }: Route): string[] {
    return [this.file.regions[from], this.file.regions[to], this.file.goods[good]];
  }

  private report(code: string, path: string, more: Omit<Issue, "code" | "path"> = {}): void {
    if (this.names.issues.length < 50) this.names.issues.push({ code, path, ...more });
  }
}
