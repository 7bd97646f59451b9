import type { Baseline, BaseFlow, Project } from "../baseline/baseline.js";
import type { Assumption } from "../chain/chain-file.js";
import type { Chain, EndUse, Good, Region, Technology } from "../chain/chain.js";
import type { Row, Table } from "../evidence/table.js";

const SELLER = "CHN";
export const BASE_YEAR = 2009;
export const LAST_YEAR = 2012;
const YEARS = Array.from({ length: LAST_YEAR - BASE_YEAR + 1 }, (_, i) => BASE_YEAR + i);

/** What the fit chooses: the short-run elasticity of demand, and the choke as a multiple of each good's base price. */
export interface Fit {
  readonly elasticity: number;
  readonly choke: number;
}

/** Figures of the reduced chain by `what`, then place or good. */
export class ReducedFigures {
  private readonly rows: readonly Row[];
  private readonly price: ReadonlyMap<string, number>;

  constructor(tables: ReadonlyMap<string, Pick<Table, "rows">>) {
    this.rows = tables.get("backtest-oxides-2009")?.rows ?? [];
    this.price = new Map(
      (tables.get("prices")?.rows ?? []).map((row) => [String(row["id"]), Number(row["value"])]),
    );
  }

  /** Values in the order of the table, each with the place or good it is of. */
  all(what: string): readonly { readonly of: string; readonly value: number }[] {
    return this.rows
      .filter((row) => row["what"] === what)
      .map((row) => ({
        of: String(row["good"] ?? row["place"] ?? ""),
        value: row["value"] === null ? (this.price.get(String(row["row"])) ?? NaN) : Number(row["value"]),
      }));
  }

  get(what: string): number {
    return this.all(what)[0]?.value ?? NaN;
  }
}

/** The chain of 2009 in oxides: one seller that mines and separates in one step, buyers elsewhere and at home, one end use a good. */
export function oxideChain(figures: ReducedFigures, fit: Fit, assumptions: readonly Assumption[]): Chain {
  const shares = figures.all("share");
  const goods = shares.map(({ of }) => good(of, figures.get("sourcing-elasticity")));
  return {
    id: "oxides-2009",
    version: "1",
    hash: "oxides-2009",
    regions: places(figures).map((id) => region(id, figures.get("cost-of-capital"))),
    goods,
    technologies: [technology(shares, figures)],
    endUses: figures
      .all("price")
      .map(({ of, value }) => endUse(of, fit, value, figures.get("elasticity-long"))),
    groups: {},
    seats: [],
    assumptions,
  };
}

/** The base year of `oxideChain`: exports and the rest at home, prices at the gate = free on board without tax and freight. */
export function oxideBaseline(figures: ReducedFigures): Baseline {
  const output = figures.get("output");
  const shares = figures.all("share");
  const to = destinations(figures);
  const price = new Map(figures.all("price").map(({ of, value }) => [of, value]));
  const [tax, freight, floor] = ["export-tax", "freight", "disposal-price"].map((what) => figures.get(what));
  const flows: BaseFlow[] = shares.flatMap(({ of: id, value: share }) =>
    [...to].map(([place, part]) => ({
      good: id,
      from: SELLER,
      to: place,
      quantity: output * share * part,
      freight: place === SELLER ? 0 : freight,
      prior: true,
    })),
  );
  return {
    year: BASE_YEAR,
    nodes: [
      {
        id: "mines",
        region: SELLER,
        technology: "mine-and-separation",
        capacity: output / figures.get("utilisation"),
        level: output,
        inputs: {},
        outputs: Object.fromEntries(shares.map(({ of, value }) => [of, value])),
        supplyElasticity: figures.get("supply-elasticity"),
        support: 0,
        owners: [{ region: SELLER, share: 1 }],
      },
    ],
    origins: shares.map(({ of }) => {
      const gate = ((price.get(of) ?? NaN) - freight) / (1 + tax);
      return { region: SELLER, good: of, price: gate, disposalPrice: floor * gate, disposal: 0, recycled: 0 };
    }),
    flows,
    wedges: shares.flatMap(({ of }) =>
      [...to.keys()]
        .filter((place) => place !== SELLER)
        .map((place) => ({
          id: "export-tax",
          kind: "export-tax" as const,
          from: SELLER,
          to: place,
          good: of,
          adValorem: tax,
          specific: 0,
        })),
    ),
    uses: flows.map(({ good: id, to: place, quantity }) => ({
      endUse: useOf(id),
      region: place,
      goods: { [id]: quantity },
      cover: 0,
    })),
    projects: entrants(figures),
    demandIndex: {
      years: YEARS,
      rows: flows.map(({ good: id, to: place }) => ({
        endUse: useOf(id),
        region: place,
        values: YEARS.map(() => 1),
      })),
    },
    figures: [],
  };
}

/** China's recorded output of each year that had one, t/y of level: stricter mining is a control, as the export quota is. */
export function outputLimits(
  figures: ReducedFigures,
): readonly { readonly year: number; readonly volume: number }[] {
  const output = figures.get("output");
  return figures.all("output-limit").map(({ of, value }) => ({ year: Number(of), volume: value * output }));
}

/** Mines that were building abroad, with the elements of their own ore. */
function entrants(figures: ReducedFigures): Project[] {
  const outputs = Object.fromEntries(figures.all("entry-share").map(({ of, value }) => [of, value]));
  return figures.all("entry-capacity").map(({ of: region, value: capacity }) => ({
    id: `entry-${region.toLowerCase()}`,
    name: region,
    region,
    technology: "mine-and-separation",
    capacity,
    inputs: {},
    outputs,
    year: figures.get("entry-year"),
    completion: figures.get("entry-completion"),
    capitalCost: figures.get("entry-capital-cost"),
    owners: [{ region, share: 1 }],
    committed: true,
  }));
}

/** China's export quota of each year as volumes over all goods and buyers, t/y. */
export function quotas(
  figures: ReducedFigures,
): readonly { readonly year: number; readonly volume: number }[] {
  const shipped = figures.all("share").reduce((sum, { value }) => sum + value, 0);
  return figures.all("quota").map(({ of, value }) => ({ year: Number(of), volume: value * shipped }));
}

function places(figures: ReducedFigures): string[] {
  return [SELLER, ...figures.all("export-share").map(({ of }) => of)];
}

/** Share of output that goes to each place. */
function destinations(figures: ReducedFigures): ReadonlyMap<string, number> {
  const abroad = figures.get("exports") / figures.get("output");
  return new Map([
    [SELLER, 1 - abroad],
    ...figures.all("export-share").map(({ of, value }) => [of, abroad * value] as const),
  ]);
}

const useOf = (good: string): string => good.replace("oxide.", "use-");

function region(id: string, costOfCapital: number): Region {
  return { id, name: { en: id, zh: id }, dutyBase: "cif", costOfCapital, longitude: 0, latitude: 0 };
}

function good(id: string, sourcingElasticity: number): Good {
  const element = id.replace("oxide.", "");
  return {
    id,
    stage: "oxide",
    name: { en: id, zh: id },
    elements: { [element]: 1 },
    sourcingElasticity,
    qualificationCost: 0,
    qualificationYears: 1,
  };
}

function technology(
  shares: readonly { readonly of: string; readonly value: number }[],
  figures: ReducedFigures,
): Technology {
  return {
    id: "mine-and-separation",
    kind: "mine",
    stage: "oxide",
    levelGood: shares[0].of,
    inputs: {},
    outputs: Object.fromEntries(shares.map(({ of, value }) => [of, value])),
    supplyElasticity: figures.get("supply-elasticity"),
    capitalCost: figures.get("new-capital-cost"),
    leadTime: figures.get("entry-lead-time"),
    life: figures.get("plant-life"),
  };
}

function endUse(good: string, { elasticity, choke }: Fit, price: number, long: number): EndUse {
  return {
    id: useOf(good),
    name: { en: useOf(good), zh: useOf(good) },
    goods: [good],
    elasticityShort: elasticity,
    elasticityLong: Math.max(elasticity, long),
    gradeScale: 0,
    valueAdded: (choke - 1) * price,
    life: 0,
    lifeShape: 3,
    collection: 0,
    recovery: 0,
  };
}
