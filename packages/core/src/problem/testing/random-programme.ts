import fc from "fast-check";
import { between } from "./random-problem.js";

/** A convex market of one good: linear curves, transit, congestion, capacities, one quota and specific wedges. */
export interface ConvexMarket {
  readonly regions: readonly string[];
  readonly supply: readonly Line[];
  readonly demand: readonly (Line | { readonly region: string; readonly quantity: number })[];
  readonly transport: readonly Link[];
  /** Limit of the sum of all flows into the first region; undefined for none. */
  readonly quota: number | undefined;
}

export interface Line {
  readonly region: string;
  readonly intercept: number;
  readonly slope: number;
  readonly capacity?: number;
}

export interface Link {
  readonly from: string;
  readonly to: string;
  readonly cost: number;
  readonly slope: number;
  readonly capacity: number | undefined;
  readonly duty: number;
}

/** Between 2 and 6 regions; every region has a demand of its own that supply at home can meet at some price. */
export function convexMarket(): fc.Arbitrary<ConvexMarket> {
  return fc.integer({ min: 2, max: 6 }).chain((n) => {
    const regions = Array.from({ length: n }, (_, k) => `r${k}`);
    const pairs = regions.flatMap((from) => regions.filter((to) => to !== from).map((to) => ({ from, to })));
    const supply = fc.tuple(
      ...regions.map((region) =>
        fc.record({ region: fc.constant(region), intercept: between(1, 9), slope: between(0.05, 1.5) }),
      ),
    );
    const demand = fc.tuple(
      ...regions.map((region) =>
        fc.oneof(
          fc.record({ region: fc.constant(region), intercept: between(8, 30), slope: between(-1.5, -0.05) }),
          fc.record({ region: fc.constant(region), quantity: between(0.5, 5) }),
        ),
      ),
    );
    const link = (pair: { from: string; to: string }) =>
      fc
        .record({
          used: fc.boolean(),
          cost: between(0.1, 4),
          slope: fc.oneof(fc.constant(0), between(0.01, 0.5)),
          capacity: fc.oneof(fc.constant(undefined), between(1, 6)),
          duty: fc.oneof(fc.constant(0), between(0, 2)),
        })
        .map(({ used, ...of }) => (used ? [{ ...pair, ...of }] : []));
    return fc
      .record({
        supply,
        demand,
        transport: fc.tuple(...pairs.map(link)),
        quota: fc.oneof(fc.constant(undefined), between(0.5, 4)),
      })
      .map(({ transport, ...rest }) => ({ regions, ...rest, transport: transport.flat() }));
  });
}

/** The market as a document; wedges as duties. */
export function asDocument({ regions, supply, demand, transport, quota }: ConvexMarket) {
  const into = transport.filter(({ to }) => to === regions[0]);
  return {
    schema: "didym/problem@1",
    regions,
    goods: ["x"],
    supply: supply.map((row) => ({ ...row, good: "x", form: "inverse-linear" })),
    demand: demand.map((row) => ({
      ...row,
      good: "x",
      form: "quantity" in row ? "fixed" : "inverse-linear",
    })),
    transport: transport.map(({ from, to, cost, slope, capacity }) => ({
      ...{ from, to, good: "x", cost, slope },
      ...(capacity !== undefined && { capacity }),
    })),
    duties: transport.map(({ from, to, duty }) => ({ from, to, good: "x", specific: duty })),
    quotas:
      quota === undefined || into.length === 0
        ? []
        : [{ id: "q", arcs: into.map(({ from, to }) => [from, to, "x"]), limit: quota }],
  };
}

/** The same as a quadratic programme in the LP format: least cost less gross surplus, one balance row per region. */
export function asProgramme({ regions, supply, demand, transport, quota }: ConvexMarket): string {
  const linear: string[] = [];
  const square: string[] = [];
  const balance = new Map(regions.map((region) => [region, [] as string[]]));
  const bounds: string[] = [];
  const right = new Map(regions.map((region) => [region, 0]));
  supply.forEach(({ region, intercept, slope }, k) => {
    linear.push(`+ ${intercept} s${k}`);
    square.push(`+ ${slope} s${k} ^ 2`);
    balance.get(region)!.push(`+ s${k}`);
  });
  demand.forEach((row, k) => {
    if ("quantity" in row) {
      right.set(row.region, row.quantity);
      return;
    }
    linear.push(`- ${row.intercept} d${k}`);
    square.push(`+ ${-row.slope} d${k} ^ 2`);
    balance.get(row.region)!.push(`- d${k}`);
  });
  transport.forEach(({ from, to, cost, slope, capacity, duty }, k) => {
    linear.push(`+ ${cost + duty} f${k}`);
    if (slope > 0) square.push(`+ ${slope} f${k} ^ 2`);
    balance.get(from)!.push(`- f${k}`);
    balance.get(to)!.push(`+ f${k}`);
    if (capacity !== undefined) bounds.push(` f${k} <= ${capacity}`);
  });
  const into = transport.flatMap(({ to }, k) => (to === regions[0] ? [`+ f${k}`] : []));
  const rows = regions.map(
    (region) => ` ${region}: ${balance.get(region)!.join(" ")} = ${right.get(region)!}`,
  );
  if (quota !== undefined && into.length > 0) rows.push(` q: ${into.join(" ")} <= ${quota}`);
  return [
    "Minimize",
    ` obj: ${linear.join(" ")} + [ ${square.join(" ")} ] / 2`,
    "Subject To",
    ...rows,
    ...(bounds.length > 0 ? ["Bounds", ...bounds] : []),
    "End",
    "",
  ].join("\n");
}
