import { goalCost, sizeOf, type GoalRequest } from "@didym/core/goal";
import { resolveParties } from "@didym/core/fields";
import { valueOf, worldOfRun, type RunResult } from "@didym/core/results";
import type { Experiment } from "@didym/core/studies";
import { laboratory } from "../run/laboratory.js";
import { withLevers } from "./with-levers.js";

const FROM = 2026;

/** A lever that one party takes and pays for, by size up to `high`. */
interface Policy {
  readonly high: number;
  readonly lever: (size: number, party: string) => unknown;
}

function policies(goods: readonly string[], to: number): Readonly<Record<"subsidy" | "floor", Policy>> {
  return {
    subsidy: {
      high: 100,
      lever: (size, party) => ({
        subsidy: {
          id: `study-${party.toLowerCase()}`,
          covers: [party],
          goods,
          "capital-share": `${size}%`,
          from: FROM,
          to,
        },
      }),
    },
    floor: {
      high: 120,
      lever: (size, party) => ({
        "price-floor": {
          id: `study-${party.toLowerCase()}`,
          good: goods,
          at: `${size} USD/kg`,
          money: "real",
          covers: [party],
          from: FROM,
          to,
        },
      }),
    },
  };
}

interface Costs {
  /** A capital subsidy by the importer alone, present value in MUSD. */
  readonly subsidy: number;
  readonly floor: number;
  /** What the importer pays where its partners subsidise as much. */
  readonly together: number;
  /** What the importer uses of the goods in the last year, MUSD. */
  readonly market: number;
}

const known = new Map<string, Promise<Costs>>();

/**
 * Public cost of raising an importer's self-sufficiency by `points` in the year of the reference. `measure`: `floor-over-subsidy`,
 * `together-over-alone`, or `subsidy-over-market` in per cent of a year's use.
 */
export async function policyCost(experiment: Experiment): Promise<number> {
  const key = ["raise", "points", "goods", "by", "with"].map((name) => experiment.word(name)).join();
  const costs = await (known.get(key) ?? remember(key, solve(experiment)));
  const measure = experiment.word("measure");
  if (measure === "floor-over-subsidy") return costs.floor / costs.subsidy;
  if (measure === "together-over-alone") return costs.together / costs.subsidy;
  return (100 * costs.subsidy) / costs.market;
}

function remember(key: string, made: Promise<Costs>): Promise<Costs> {
  known.set(key, made);
  return made;
}

async function solve(experiment: Experiment): Promise<Costs> {
  const [reference, by] = [experiment.word("raise"), experiment.word("by")];
  const year = Number(/(\d{4})\]$/u.exec(reference)?.[1]);
  const goods = experiment.words("goods");
  const scenario = await withLevers(year);
  const lab = await laboratory({});
  const without = lab.run(scenario([]), {});
  const value = (valueOf(without, reference) ?? NaN) + experiment.number("points") / 100;
  const world = worldOfRun(lab.chain, lab.baseline);
  const cost = (policy: Policy, actors: readonly string[]): number => {
    const parties = resolveParties(actors, [], world, true).regions;
    const solve = ([size]: readonly number[]): RunResult | undefined =>
      lab.run(scenario(size > 0 ? actors.map((party) => policy.lever(size, party)) : []), {});
    const dials = [{ name: "study", unit: "", low: 0, high: policy.high }];
    const request: GoalRequest = { goal: { reference, comparison: ">=", value }, dials, parties, solve };
    const found = sizeOf(request, 0);
    if (!("reached" in found)) return NaN;
    return goalCost(solve(found.reached.sizes)!, without, [by]).public / 1000;
  };
  const { subsidy, floor } = policies(goods, year);
  return {
    subsidy: cost(subsidy, [by]),
    floor: cost(floor, [by]),
    together: cost(subsidy, [by, ...experiment.words("with")]),
    market: goods.reduce((sum, good) => sum + useValue(without, good, by, year), 0) / 1000,
  };
}

function useValue(run: RunResult, pattern: string, region: string, year: number): number {
  const { goods } = run.frame.calibration;
  const matches = goods.filter(
    (id) => id === pattern || (pattern.endsWith("*") && id.startsWith(pattern.slice(0, -1))),
  );
  return matches.reduce((sum, good) => {
    const [use, price] = ["use", "price"].map(
      (metric) => valueOf(run, `${metric}[${good},${region},${year}]`) ?? 0,
    );
    return sum + use * price;
  }, 0);
}
