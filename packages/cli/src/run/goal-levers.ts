import { IssueError, nearestName } from "@didym/core/errors";
import type { Dial } from "@didym/core/goal";
import { leverKinds } from "@didym/core/levers";

/** A lever whose size is sought: how it is written, and over which range it is looked for. */
export interface GoalLever {
  readonly dial: Dial;
  /** The lever's entry in a scenario file, at a size. */
  readonly entry: (size: number) => Readonly<Record<string, unknown>>;
}

export interface GoalScope {
  readonly parties: readonly string[];
  readonly goods: readonly string[];
  readonly from: number;
  readonly to: number;
  /** Year of the goal. */
  readonly year: number;
  readonly baseYear: number;
  /** Highest base price of the goods, USD/kg: searches go to a multiple of it. */
  readonly basePrice: number;
}

const priceMultiple = 5;

type Maker = (scope: GoalScope) => GoalLever;

const makers: Readonly<Record<string, Maker>> = {
  subsidy: ({ parties, goods, from, to, basePrice }) => ({
    dial: { name: "subsidy.per-tonne", unit: "USD/kg", low: 0, high: priceMultiple * basePrice },
    entry: (size) => ({
      subsidy: { id: "goal-subsidy", covers: parties, goods, "per-tonne": `${size} USD/kg`, from, to },
    }),
  }),
  "price-floor": ({ parties, goods, from, to, basePrice }) => ({
    dial: { name: "price-floor.at", unit: "USD/kg", low: 0, high: priceMultiple * basePrice },
    entry: (size) => ({
      "price-floor": {
        id: "goal-price-floor",
        good: goods,
        at: `${size} USD/kg`,
        money: "real",
        covers: parties,
        from,
        to,
      },
    }),
  }),
  tariff: ({ parties, goods, from, to }) => ({
    dial: { name: "tariff.rate", unit: "%", low: 0, high: 300 },
    entry: (size) => ({
      tariff: {
        id: "goal-tariff",
        importers: parties,
        exporters: ["CHN"],
        goods,
        rate: `${size}%`,
        from,
        to,
      },
    }),
  }),
  stockpile: ({ parties, goods, from, year, baseYear }) => ({
    dial: { name: "stockpile.fill", unit: `% of ${baseYear}`, low: 0, high: 100 },
    entry: (size) => ({
      stockpile: {
        id: "goal-stockpile",
        holder: parties,
        goods,
        fill: `${size}% of ${baseYear}`,
        from,
        to: Math.max(from, year - 1),
      },
    }),
  }),
};

/** @throws IssueError `UNKNOWN_LEVER`, or `UNSUPPORTED` for one whose size cannot be sought, with those that can. */
export function goalLever(kind: string, scope: GoalScope): GoalLever {
  const maker = Object.hasOwn(makers, kind) ? makers[kind] : undefined;
  if (maker !== undefined) return maker(scope);
  const known = leverKinds.includes(kind);
  const nearest = nearestName(kind, Object.keys(makers));
  throw new IssueError([
    {
      code: known ? "UNSUPPORTED" : "UNKNOWN_LEVER",
      path: "--with",
      found: kind,
      expected: Object.keys(makers),
      ...(nearest && { nearest }),
    },
  ]);
}
