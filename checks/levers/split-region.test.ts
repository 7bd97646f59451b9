import { describe, expect, it } from "vitest";
import type { Baseline } from "@didym/core/baseline";
import type { Chain } from "@didym/core/chain";
import { rareEarths, solver } from "./rare-earths.js";

const whole = "JPN";
const halves = ["JPN", "JPX"] as const;
const weight: Readonly<Record<string, number>> = { JPN: 0.4, JPX: 0.6 };
const years = [2024, 2024] as const;

/** Each row of the region twice, once per half. */
function twice<Row>(
  rows: readonly Row[],
  of: (row: Row) => string,
  half: (row: Row, id: string) => Row,
): Row[] {
  return rows.flatMap((row) => (of(row) === whole ? halves.map((id) => half(row, id)) : [row]));
}

function splitChain(chain: Chain): Chain {
  const regions = twice(
    chain.regions,
    ({ id }) => id,
    (region, id) => ({ ...region, id }),
  );
  return { ...chain, regions };
}

function splitBase(base: Baseline): Baseline {
  const share = (id: string) => weight[id] ?? 1;
  const from = twice(
    base.flows,
    (flow) => flow.from,
    (flow, id) => ({ ...flow, from: id, quantity: share(id) * flow.quantity }),
  );
  return {
    ...base,
    projects: [],
    nodes: twice(
      base.nodes,
      ({ region }) => region,
      (node, region) => ({
        ...node,
        id: `${node.id}/${region}`,
        region,
        capacity: share(region) * node.capacity,
        level: share(region) * node.level,
      }),
    ),
    origins: twice(
      base.origins,
      ({ region }) => region,
      (origin, region) => ({
        ...origin,
        region,
        disposal: share(region) * origin.disposal,
        recycled: share(region) * origin.recycled,
      }),
    ),
    flows: twice(
      from,
      (flow) => flow.to,
      (flow, id) => ({ ...flow, to: id, quantity: share(id) * flow.quantity }),
    ),
    wedges: twice(
      twice(
        base.wedges,
        (wedge) => wedge.from,
        (wedge, id) => ({ ...wedge, from: id, id: `${wedge.id}/${id}` }),
      ),
      (wedge) => wedge.to,
      (wedge, id) => ({ ...wedge, to: id, id: `${wedge.id}/${id}` }),
    ),
    uses: twice(
      base.uses,
      ({ region }) => region,
      (use, region) => ({
        ...use,
        region,
        goods: Object.fromEntries(Object.entries(use.goods).map(([good, t]) => [good, share(region) * t])),
      }),
    ),
    demandIndex: {
      ...base.demandIndex,
      rows: twice(
        base.demandIndex.rows,
        ({ region }) => region,
        (row, region) => ({ ...row, region }),
      ),
    },
    closedRoutes: twice(
      twice(
        base.closedRoutes ?? [],
        (route) => route.from,
        (route, id) => ({ ...route, from: id }),
      ),
      (route) => route.to,
      (route, id) => ({ ...route, to: id }),
    ),
  };
}

/** Import duty on magnets and a surge of demand: prices of all stages move. */
const levers = [
  { tariff: { importers: "USA", exporters: "CHN", goods: "magnet.*", rate: 40 } },
  { "demand-shift": { "end-uses": "ev", change: 20 } },
  { "export-tax": { exporter: "CHN", goods: "oxide.Dy", rate: 30 } },
];

describe("splitting a region in two", () => {
  const { chain, base } = rareEarths();
  const before = solver(chain, { ...base, projects: [] })(levers, years);
  const after = solver(splitChain(chain), splitBase(base))(levers, years);
  const byName = ({ frame, steps }: typeof before, value: Float64Array) => {
    const { origins, goods, regions } = frame.calibration;
    expect(steps).toHaveLength(1);
    return new Map([...value].map((v, o) => [`${goods[origins.good[o]]}@${regions[origins.region[o]]}`, v]));
  };

  it("changes no price of anyone's, and gives both halves the price of the whole", () => {
    const was = byName(before, before.steps[0].equilibrium.originPrice);
    const is = byName(after, after.steps[0].equilibrium.originPrice);
    expect(is.size).toBeGreaterThan(was.size);
    for (const [name, price] of is) {
      const former = was.get(name.replace("@JPX", "@JPN"))!;
      expect(Math.abs(price - former), name).toBeLessThan(1e-6 * Math.max(1, former));
    }
  });

  it("leaves what the plants of the halves make together", () => {
    const made = ({ frame, steps }: typeof before): Map<string, number> => {
      const sums = new Map<string, number>();
      steps[0].equilibrium.level.forEach((level, k) => {
        const id = frame.calibration.nodes.id[k].split("/")[0].replace("@JPX", "@JPN");
        sums.set(id, (sums.get(id) ?? 0) + level);
      });
      return sums;
    };
    const is = made(after);
    for (const [id, level] of made(before))
      if (level > 1) expect(Math.abs(is.get(id)! / level - 1), id).toBeLessThan(1e-5);
  });
});
