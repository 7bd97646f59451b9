import { select } from "@didym/core/fields";
import { regionSet, valueOf, type RunResult } from "@didym/core/results";
import { annualStop, stockRuleOf, yearOfStop } from "@didym/core/shock";

/** What the states of a run show and no published metric does, by name: dimensions as listed, then the year. */
export const observables: Readonly<
  Record<string, (result: RunResult, dimensions: readonly string[]) => number>
> = {
  /** good, party, first year, last year: capacity begun from year to year at the good's own stage (scrap left out), t/y. */
  starts: (result, [good, party, from, to]) => {
    const { frame, years, steps } = result;
    const { nodes, origins, goods } = frame.calibration;
    const regions = regionsOf(result, party);
    let sum = 0;
    for (const { node, started, capacity } of steps[years.length - 1].nextState.vintages) {
      if (started < Number(from) || started > Number(to) || !regions.has(nodes.region[node])) continue;
      if (nodes.technology[node].stage !== good.split(".")[0]) continue;
      for (let i = nodes.outStart[node]; i < nodes.outStart[node + 1]; i++)
        if (goods[origins.good[nodes.outOrigin[i]]] === good) sum += nodes.outCoefficient[i] * capacity;
    }
    return sum;
  },
  /** good, party, year: share of the party's use that one of its regions bought from another. */
  "from-one-another": (result, [good, party, year]) => {
    const { regions } = result.frame.calibration.chain;
    const inside = [...regionsOf(result, party)].map((region) => regions[region].id);
    const bought = inside.flatMap((to) =>
      inside.map((from) =>
        from === to ? 0 : (valueOf(result, `imports-from[${good},${to},${from},${year}]`) ?? 0),
      ),
    );
    return (
      bought.reduce((sum, quantity) => sum + quantity, 0) / valueOf(result, `use[${good},${party},${year}]`)!
    );
  },
  /** stage, party, year: output per tonne of feed relative to the base year, mean of the party's kinds of plant. */
  recovery: (result, [stage, party, year]) => {
    const { frame, years, steps } = result;
    const { nodes } = frame.calibration;
    const now = steps[years.indexOf(Number(year))].market.nodes;
    const regions = regionsOf(result, party);
    let [sum, count] = [0, 0];
    for (let k = 0; k < nodes.count; k++) {
      if (nodes.technology[k].stage !== stage || !regions.has(nodes.region[k])) continue;
      for (let i = nodes.outStart[k]; i < nodes.outStart[k + 1]; i++) {
        sum += now.outCoefficient[i] / nodes.outCoefficient[i];
        count++;
      }
    }
    return sum / count;
  },
  /** good, party, year: oxide that comes back from magnets at the end of their life, t/y. */
  recycled: (result, [good, party, year]) => {
    const { frame, years, steps } = result;
    const { origins, goods } = frame.calibration;
    const { given } = steps[years.indexOf(Number(year))].market.origins;
    const regions = regionsOf(result, party);
    let sum = 0;
    given.forEach((quantity, o) => {
      if (goods[origins.good[o]] === good && regions.has(origins.region[o])) sum += quantity;
    });
    return sum;
  },
  /** goods, party, year: value added of what it goes without where China stops them to all seats for a year and a fifth still comes, kUSD. */
  "at-risk-in-a-stop": (result, [pattern, party, year]) => {
    const { chain, goods } = result.frame.calibration;
    const spec = {
      by: ["CHN"],
      to: chain.seats.flatMap((seat) => seat.regions),
      goods: select([pattern], goods),
      remaining: 0.2,
    };
    const found = yearOfStop(result, result.levers ?? [], Number(year));
    const regions = regionsOf(result, party);
    return annualStop(found, spec, stockRuleOf(chain)).valueAddedAtRisk.reduce(
      (sum, value, r) => (regions.has(r) ? sum + value : sum),
      0,
    );
  },
};

function regionsOf(result: RunResult, party: string): ReadonlySet<number> {
  return regionSet(result.frame.calibration.chain, result.members, party)!;
}
