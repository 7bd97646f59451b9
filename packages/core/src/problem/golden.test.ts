import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { solveProblem, type ProblemAnswer } from "./index.js";

const folder = new URL("../../../../golden/problems/", import.meta.url);

interface Row {
  readonly region: string;
  readonly good: string;
}

interface Case {
  readonly name: string;
  readonly tolerance: { readonly abs?: number; readonly rel?: number };
  readonly problem: unknown;
  readonly expected: {
    readonly prices?: readonly (Row & { supply?: number; demand?: number })[];
    readonly supply?: readonly (Row & { quantity: number })[];
    readonly demand?: readonly (Row & { quantity: number })[];
    readonly flows?: ProblemAnswer["flows"];
    readonly sales?: ProblemAnswer["sales"];
    readonly processes?: readonly { id: string; level: number }[];
    readonly rents?: ProblemAnswer["rents"];
    readonly revenue?: ProblemAnswer["revenue"];
    readonly unique?: Partial<ProblemAnswer["unique"]>;
    readonly transportCost?: number;
    readonly welfare?: { producer?: Record<string, number>; producerTotal?: number };
    readonly welfareChange?: {
      against: string;
      consumer: Record<string, number>;
      producer: Record<string, number>;
      total?: number;
    };
  };
}

const read = (name: string) => JSON.parse(readFileSync(new URL(`${name}.json`, folder), "utf8")) as Case;

function answerOf(problem: unknown): ProblemAnswer {
  const answer = solveProblem(problem);
  if (answer.status === "error") throw new Error(JSON.stringify(answer.errors));
  return answer;
}

describe("published problems", () => {
  const names = readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .map((file) => file.slice(0, -5));

  it.each(names)("%s", (name) => {
    const { problem, expected, tolerance } = read(name);
    const answer = answerOf(problem);
    const near = (found: number | undefined, wanted: number, what: string) => {
      const allowed = (tolerance.abs ?? 0) + (tolerance.rel ?? 0) * Math.abs(wanted);
      expect(Math.abs((found ?? 0) - wanted), `${what}: ${found}, not ${wanted}`).toBeLessThanOrEqual(
        allowed,
      );
    };
    expect(answer.residual).toBeLessThanOrEqual(1e-8);
    const same = (a: Row, b: Row) => a.region === b.region && a.good === b.good;
    for (const row of expected.prices ?? []) {
      const found = answer.prices.find((p) => same(p, row));
      if (row.supply !== undefined) near(found?.supply, row.supply, `supply price in ${row.region}`);
      if (row.demand !== undefined) near(found?.demand, row.demand, `demand price in ${row.region}`);
    }
    for (const side of ["supply", "demand"] as const)
      for (const row of expected[side] ?? [])
        near(answer[side].find((q) => same(q, row))?.quantity, row.quantity, `${side} in ${row.region}`);
    for (const row of expected.flows ?? []) {
      const found = answer.flows.find((f) => f.from === row.from && f.to === row.to && f.good === row.good);
      near(found?.quantity, row.quantity, `flow ${row.from}-${row.to}`);
    }
    for (const row of expected.sales ?? [])
      near(
        answer.sales.find((s) => same(s, row) && s.seller === row.seller)?.quantity,
        row.quantity,
        row.seller,
      );
    for (const row of expected.processes ?? [])
      near(answer.processes.find((p) => p.id === row.id)?.level, row.level, row.id);
    for (const row of expected.rents ?? []) {
      near(answer.rents.find((r) => r.id === row.id)?.perUnit, row.perUnit, row.id);
      near(answer.rents.find((r) => r.id === row.id)?.total, row.total, row.id);
    }
    if (expected.revenue) {
      near(answer.revenue.duties, expected.revenue.duties, "duties");
      near(answer.revenue.exportTaxes, expected.revenue.exportTaxes, "export taxes");
    }
    if (expected.unique) expect(answer.unique).toMatchObject(expected.unique);
    if (expected.transportCost !== undefined)
      near(
        answer.flows.reduce((sum, f) => sum + f.quantity * f.cost, 0),
        expected.transportCost,
        "transport cost",
      );
    for (const [id, wanted] of Object.entries(expected.welfare?.producer ?? {}))
      near(answer.welfare.producer[id], wanted, `profit of ${id}`);
    const profits = Object.values(answer.welfare.producer).reduce((a, b) => a + b, 0);
    if (expected.welfare?.producerTotal !== undefined)
      near(profits, expected.welfare.producerTotal, "profits");
    const change = expected.welfareChange;
    if (!change) return;
    const before = answerOf(read(change.against).problem).welfare;
    for (const side of ["consumer", "producer"] as const)
      for (const [region, wanted] of Object.entries(change[side]))
        near(answer.welfare[side][region] - before[side][region], wanted, `${side} surplus in ${region}`);
    if (change.total !== undefined) near(answer.welfare.total - before.total, change.total, "welfare");
  });
});
