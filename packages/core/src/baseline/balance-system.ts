import type { Chain } from "../chain/chain.js";
import { flowPrior } from "./flow-prior.js";
import { nodeOutput, parseTerms, type Term, type TermWorld } from "./figure-terms.js";
import type { FoundYear } from "./found-year.js";
import { Quantities } from "./quantities.js";
import type { Account, BalanceProblem } from "./weighted-balance.js";

/** The base year as one balance: its quantities by name and the accounts they must satisfy. */
export interface BalanceSystem {
  readonly world: TermWorld;
  readonly problem: BalanceProblem;
}

/**
 * Sets up the balance of a base year. Quantities: levels of nodes, outputs whose basket is not known, disposal, recycled supply,
 * final use, flows, and one total for each figure. Accounts: one an origin (what is made = disposal + flows out), one a buyer
 * (flows in = use), one an unknown basket (outputs add up), one a figure (its terms = its total).
 */
export function balanceSystem(chain: Chain, year: FoundYear): BalanceSystem {
  const world: TermWorld = { chain, year, quantities: new Quantities() };
  addLevels(world);
  addOriginQuantities(world);
  addUses(world);
  addFlows(world);
  const accounts = [
    ...basketAccounts(world),
    ...originAccounts(world),
    ...buyerAccounts(world),
    ...figureAccounts(world),
  ];
  const { found, spread } = world.quantities;
  return { world, problem: { found, spread, accounts } };
}

function addLevels({ year, quantities }: TermWorld): void {
  for (const node of year.nodes) {
    quantities.add(`level:${node.id}`, node.level, year.spread[node.grade]);
    if (node.outputSpread === undefined) continue;
    for (const [good, coefficient] of Object.entries(node.outputs)) {
      quantities.add(`output:${node.id}:${good}`, coefficient * node.level, node.outputSpread);
    }
  }
}

function addOriginQuantities({ year, quantities }: TermWorld): void {
  for (const { region, good, disposal, recycled } of year.origins) {
    if (disposal !== undefined)
      quantities.add(`disposal:${region}:${good}`, disposal.quantity, year.spread[disposal.grade]);
    if (recycled !== undefined)
      quantities.add(`recycled:${region}:${good}`, recycled.quantity, year.spread[recycled.grade]);
  }
}

function addUses({ year, quantities }: TermWorld): void {
  for (const use of year.uses) {
    for (const [region, share] of Object.entries(use.shares)) {
      quantities.add(`use:${use.endUse}:${region}:${use.good}`, use.quantity * share, year.spread.D);
    }
  }
}

function addFlows(world: TermWorld): void {
  const { chain, year, quantities } = world;
  for (const { id: good } of chain.goods) {
    const supply = new Map<string, number>();
    const use = new Map<string, number>();
    for (const { id: region } of chain.regions) {
      const made = foundSum(quantities, supplyTerms(world, region, good));
      const used = foundSum(quantities, useTerms(world, region, good));
      if (made > 0) supply.set(region, made);
      if (used > 0) use.set(region, used);
    }
    for (const flow of flowPrior(chain, year.trade, good, supply, use)) {
      quantities.add(`flow:${good}:${flow.from}:${flow.to}`, flow.quantity, year.routeSpread);
    }
  }
}

function foundSum(quantities: Quantities, terms: readonly Term[]): number {
  return terms.reduce((sum, [variable, coefficient]) => sum + coefficient * quantities.foundAt(variable), 0);
}

/** What leaves an origin: made + recycled − disposal. */
function supplyTerms(world: TermWorld, region: string, good: string): Term[] {
  const { year, quantities } = world;
  const made = year.nodes
    .filter((node) => node.region === region)
    .flatMap((node) => nodeOutput(world, node, good));
  const recycled = quantities.at(`recycled:${region}:${good}`);
  const disposal = quantities.at(`disposal:${region}:${good}`);
  return [
    ...made,
    ...(recycled === undefined ? [] : [[recycled, 1] as const]),
    ...(disposal === undefined ? [] : [[disposal, -1] as const]),
  ];
}

function useTerms({ chain, year, quantities }: TermWorld, region: string, good: string): Term[] {
  const processes = year.nodes
    .filter((node) => node.region === region && (node.inputs[good] ?? 0) > 0)
    .map((node) => [quantities.at(`level:${node.id}`)!, node.inputs[good]] as const);
  const uses = chain.endUses.flatMap(({ id }) => {
    const variable = quantities.at(`use:${id}:${region}:${good}`);
    return variable === undefined ? [] : [[variable, 1] as const];
  });
  return [...processes, ...uses];
}

function account(terms: readonly Term[], total = 0): Account {
  return {
    variables: terms.map(([variable]) => variable),
    coefficients: terms.map(([, coefficient]) => coefficient),
    total,
  };
}

function minus(terms: readonly Term[]): Term[] {
  return terms.map(([variable, coefficient]) => [variable, -coefficient]);
}

function basketAccounts({ year, quantities }: TermWorld): Account[] {
  return year.nodes
    .filter((node) => node.outputSpread !== undefined)
    .map((node) => {
      const goods = Object.entries(node.outputs);
      const yieldSum = goods.reduce((sum, [, coefficient]) => sum + coefficient, 0);
      const outputs = goods.map(([good]): Term => [quantities.at(`output:${node.id}:${good}`)!, 1]);
      return account([...outputs, [quantities.at(`level:${node.id}`)!, -yieldSum]]);
    });
}

function originAccounts(world: TermWorld): Account[] {
  return world.year.origins.map(({ region, good }) => {
    const out = world.chain.regions.flatMap(({ id }) => flowTerm(world, good, region, id));
    return account([...supplyTerms(world, region, good), ...minus(out)]);
  });
}

function buyerAccounts(world: TermWorld): Account[] {
  return world.chain.goods.flatMap(({ id: good }) =>
    world.chain.regions.flatMap(({ id: region }) => {
      const use = useTerms(world, region, good);
      if (use.length === 0) return [];
      const inward = world.chain.regions.flatMap(({ id }) => flowTerm(world, good, id, region));
      return [account([...inward, ...minus(use)])];
    }),
  );
}

function flowTerm({ quantities }: TermWorld, good: string, from: string, to: string): Term[] {
  const variable = quantities.at(`flow:${good}:${from}:${to}`);
  return variable === undefined ? [] : [[variable, 1]];
}

function figureAccounts(world: TermWorld): Account[] {
  return world.year.figures
    .filter((figure) => figure.role === "balance")
    .map((figure) => {
      const terms = parseTerms(figure.terms, world);
      const total = world.quantities.add(
        `figure:${figure.id}`,
        figure.value,
        world.year.spread[figure.grade],
      );
      return account([...terms, [total, -1]]);
    });
}
