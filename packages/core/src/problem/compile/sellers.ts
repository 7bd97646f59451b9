import type { Issue } from "../../errors/issue.js";
import type { MarketProblem, Seller } from "../market-problem.js";

/** Who owns the supply of each good where: indices into `problem.sellers`, −1 for competitive supply. */
export class Ownership {
  private readonly byGood: Map<number, { seller: Seller; index: number }[]>;

  constructor(private readonly problem: MarketProblem) {
    this.byGood = new Map();
    problem.sellers.forEach((seller, index) => {
      this.byGood.set(seller.good, [...(this.byGood.get(seller.good) ?? []), { seller, index }]);
    });
  }

  /** True when some seller of the good has market power. */
  isStrategic(good: number): boolean {
    return this.byGood.has(good);
  }

  ofRegion(region: number, good: number): number {
    return this.find(good, (seller) => seller.region === region || seller.id === "*");
  }

  ofFirm(firm: number): number {
    return this.find(this.problem.firms[firm].good, (seller) => seller.firm === firm || seller.id === "*");
  }

  private find(good: number, owns: (seller: Seller) => boolean): number {
    return this.byGood.get(good)?.find(({ seller }) => owns(seller))?.index ?? -1;
  }
}

/** What is not treated together with market power is said so, never guessed. */
export function sellerIssues(problem: MarketProblem): Issue[] {
  const issues: Issue[] = [];
  const refuse = (good: number, hint: string) => {
    issues.push({ code: "UNSUPPORTED", path: "conduct", found: problem.goods[good], hint });
  };
  const goods = new Set(problem.sellers.map((seller) => seller.good));
  for (const good of goods) {
    const sellers = problem.sellers.filter((seller) => seller.good === good);
    if (sellers.length > 1 && sellers.some((seller) => seller.id === "*"))
      refuse(good, 'a seller "*" owns all supply, so no other seller can stand beside it');
    if (sellers.filter((seller) => seller.kind === "leader").length > 1) refuse(good, "one leader per good");
    if (problem.dispersion[good] > 0) refuse(good, "market power together with dispersion");
    if ([...problem.floors, ...problem.ceilings].some((row) => row.good === good))
      refuse(good, "market power together with a floor or a ceiling");
    if (
      problem.processes.some((process) =>
        process.inputs.some(([input, amount]) => input === good && amount > 0),
      )
    )
      refuse(good, "market power over a good that processes use: its demand has no curve of its own");
    for (const row of problem.demand)
      if (row.goods.includes(good) && !givesWay(row.curve.form))
        refuse(good, `market power against demand of the form ${row.curve.form}`);
    if (sellers.some((seller) => seller.kind === "monopoly") && hasRivals(problem, good, sellers))
      refuse(good, "a monopoly with rivals: use leader (they compete) or cournot");
  }
  return issues;
}

function givesWay(form: string): boolean {
  return (
    form === "inverse-linear" || form === "linear" || form === "isoelastic" || form.endsWith("linear-system")
  );
}

function hasRivals(problem: MarketProblem, good: number, sellers: readonly Seller[]): boolean {
  if (sellers.length > 1) return true;
  const [only] = sellers;
  if (only.id === "*") return false;
  const others = (region: number, firm: number) =>
    only.region >= 0 ? region !== only.region || firm >= 0 : firm !== only.firm;
  return (
    problem.supply.some((row) => row.goods.includes(good) && others(row.region, -1)) ||
    problem.firms.some((firm, k) => firm.good === good && others(firm.region, k)) ||
    problem.processes.some(
      (p) => p.outputs.some(([output, amount]) => output === good && amount > 0) && others(p.region, -1),
    )
  );
}

/** Regions that each seller can reach from where it produces; index region of `reached[seller]`. */
export function reachOfSellers(problem: MarketProblem, ownership: Ownership): readonly Uint8Array[] {
  return problem.sellers.map((seller, s) =>
    reach(problem, seller.good, (region) => produces(problem, ownership, s, seller.good, region)),
  );
}

/** Regions that competitive supply of a good can reach. */
export function competitiveReach(problem: MarketProblem, ownership: Ownership, good: number): Uint8Array {
  return reach(problem, good, (region) => produces(problem, ownership, -1, good, region));
}

function produces(
  problem: MarketProblem,
  ownership: Ownership,
  owner: number,
  good: number,
  region: number,
): boolean {
  const regional = ownership.ofRegion(region, good) === owner;
  return (
    (regional && problem.supply.some((row) => row.region === region && row.goods.includes(good))) ||
    problem.firms.some(
      (firm, k) => firm.good === good && firm.region === region && ownership.ofFirm(k) === owner,
    ) ||
    (regional &&
      problem.processes.some((p) => p.region === region && p.outputs.some(([output]) => output === good)))
  );
}

function reach(problem: MarketProblem, good: number, isSource: (region: number) => boolean): Uint8Array {
  const reached = new Uint8Array(problem.regions.length);
  const queue = problem.regions.flatMap((_, region) => (isSource(region) ? [region] : []));
  for (const region of queue) reached[region] = 1;
  const leaving = problem.arcs.filter((arc) => arc.good === good);
  while (queue.length > 0) {
    const from = queue.pop();
    for (const arc of leaving) {
      if (arc.from !== from || reached[arc.to]) continue;
      reached[arc.to] = 1;
      queue.push(arc.to);
    }
  }
  return reached;
}
