/**
 * What a year's policy tells investors, plants and learners. Starts neutral each year; levers add entries; the horizon reads them.
 * Regions, technologies, stages and projects by id; money kUSD; rates 1/y.
 */
export interface YearTerms {
  /** Change of the cost of capital (negative = cheaper; −0.02 = two points off). */
  readonly capitalPoints: {
    lever: string;
    regions: readonly string[];
    stages: readonly string[];
    points: number;
    payers: readonly string[];
  }[];
  /** Share of overnight capital cost paid by a treasury (subsidy, tax credit, grant). */
  readonly capitalShares: {
    lever: string;
    regions: readonly string[];
    stages: readonly string[];
    share: number;
    payers: readonly string[];
  }[];
  /** Equity or public project finance in a named project: raises its completion share. */
  readonly equity: {
    lever: string;
    project: string;
    completion: number;
    amount: number;
    payers: readonly string[];
  }[];
  /** Regions that share know-how, with the cost each pays per year. */
  readonly sharedKnowHow: { lever: string; regions: readonly string[]; annualCost: number }[];
  /** Technology of the exporter closed to the given regions (empty = all others) at the given stages. */
  readonly technologyBans: {
    lever: string;
    exporter: string;
    regions: readonly string[];
    stages: readonly string[];
  }[];
  /** Technology given to hosts: access to the donor's frontier at these stages, at a speed (share of the gap a year) and cost. */
  readonly technologyTransfers: {
    lever: string;
    donor: string;
    hosts: readonly string[];
    stages: readonly string[];
    speed: number;
    annualCost: number;
    offtakeShare: number;
  }[];
  /** Qualification of new suppliers sped up: share of the cost of an unfamiliar source removed, and its cost a year, shared by the importers. */
  readonly qualification: {
    lever: string;
    importers: readonly string[];
    exporters: readonly string[];
    goods: readonly string[];
    share: number;
    annualCost: number;
  }[];
  /** Extra years or shares of delay and of new build, by region and stage. */
  readonly delays: { lever: string; regions: readonly string[]; stages: readonly string[]; years: number }[];
  /** Crisis sharing: in a stop, members' origin goes to non-members at most (1 − share × what the stop takes) × the flow before. */
  readonly crisisSharing: { lever: string; members: readonly string[]; share: number }[];
  /** Money given by one region to another in this year, kUSD (what a dealer concedes, received by the supplier). */
  readonly transfers: { lever: string; from: string; to: string; amount: number }[];
}

export function neutralTerms(): YearTerms {
  return {
    capitalPoints: [],
    capitalShares: [],
    equity: [],
    sharedKnowHow: [],
    technologyBans: [],
    technologyTransfers: [],
    qualification: [],
    delays: [],
    crisisSharing: [],
    transfers: [],
  };
}
