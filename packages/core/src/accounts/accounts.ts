import type { Equilibrium, Market, Payer } from "../market/market.js";
import { consumerSurplus } from "./demand-curve.js";
import type { CapitalLedger } from "./capital-ledger.js";
import { contractAmount } from "./contract-amount.js";
import type { NodeMargins } from "./node-margin.js";
import { paidBy, pay, type Payments } from "./payments.js";
import { producerSurplus } from "./plant-account.js";
import type { RouteCharges } from "./route-charges.js";
import { demandCurve, yearLedger, type Habits, type YearLedger } from "./year-ledger.js";

/** One year's accounts, kUSD/y, one entry a region; welfare is their sum and only differences of two runs have meaning. */
export interface Accounts {
  readonly consumerSurplus: Float64Array;
  /** Producers' surplus by owner (or by place), capital charge and its support not counted. */
  readonly producerSurplus: Float64Array;
  /** Value of recycled supply. */
  readonly recycling: Float64Array;
  readonly duty: Float64Array;
  readonly levy: Float64Array;
  readonly exportTax: Float64Array;
  /** Rents of quantity controls held, and the exporters' share of border floors. */
  readonly rent: Float64Array;
  readonly undertaking: Float64Array;
  /** Annuities of plants built since the base year, by owner, before support. */
  readonly capitalCharge: Float64Array;
  readonly capitalSupport: Float64Array;
  /** Producers' surplus less capital charge plus its support, where the plants stand, whoever owns them. */
  readonly placed: Float64Array;
  /** Real match cost that users bear; inside consumers' and producers' surplus already. */
  readonly matchCost: Float64Array;
  /** Paid by treasuries, by lever and region, programmes included. */
  readonly payments: Payments;
  /** Given to other regions by lever, negative where received; the sum over regions is zero. */
  readonly conceded: Payments;
  readonly welfare: Float64Array;
  /** Gross turnover of the world: Σ q·c. */
  readonly turnover: number;
}

/** What the accounts know beside the market and its answer. */
export interface AccountFrame extends Habits {
  /** Owners' shares by region per node; with `byLocation` profit stays where the plant is. */
  readonly owners: readonly (readonly { readonly region: number; readonly share: number }[])[];
  readonly byLocation: boolean;
  readonly capital: CapitalLedger;
}

/** @param ledger the year's entries, where they were made already. */
export function account(
  market: Market,
  equilibrium: Equilibrium,
  frame: AccountFrame,
  ledger: YearLedger = yearLedger(market, equilibrium, frame),
): Accounts {
  const column = () => new Float64Array(market.regions.length);
  const accounts = {
    consumerSurplus: usersSurplus(market, ledger),
    producerSurplus: column(),
    recycling: column(),
    duty: column(),
    levy: column(),
    exportTax: column(),
    rent: column(),
    undertaking: column(),
    capitalCharge: column(),
    capitalSupport: column(),
    placed: column(),
    matchCost: column(),
    payments: paymentsOf(market, equilibrium, frame.capital),
    conceded: concededOf(market, frame.capital),
    welfare: column(),
  };
  const turnover = addRoutes(market, equilibrium, ledger.charges, accounts);
  addNodes(market, equilibrium, ledger.margins, frame, accounts);
  const { origins, buyers, uses } = market;
  for (let o = 0; o < origins.count; o++) {
    accounts.recycling[origins.region[o]] += origins.given[o] * equilibrium.originPrice[o];
  }
  for (let b = 0; b < buyers.count; b++) accounts.matchCost[buyers.region[b]] += ledger.match[b];
  for (let u = 0; u < uses.count; u++) accounts.matchCost[uses.region[u]] += ledger.gradeMatch[u];
  for (let r = 0; r < market.regions.length; r++) accounts.welfare[r] = welfareOf(accounts, r);
  return { ...accounts, turnover };
}

/** W = CS + PS + recycling + duties + levies + export tax + rents − payments − conceded − capital charge + its support. */
function welfareOf(accounts: Omit<Accounts, "turnover">, r: number): number {
  const users = accounts.consumerSurplus[r];
  const owners =
    accounts.producerSurplus[r] +
    accounts.recycling[r] -
    accounts.capitalCharge[r] +
    accounts.capitalSupport[r];
  const paid = paidBy(accounts.payments, r) + paidBy(accounts.conceded, r);
  const treasury = accounts.duty[r] + accounts.levy[r] + accounts.exportTax[r] - paid;
  return users + owners + treasury + accounts.rent[r] + accounts.undertaking[r];
}

function usersSurplus(market: Market, { usePrice, habit }: YearLedger): Float64Array {
  const surplus = new Float64Array(market.regions.length);
  for (let u = 0; u < market.uses.count; u++) {
    surplus[market.uses.region[u]] += consumerSurplus(demandCurve(market, u), usePrice[u]) + habit[u];
  }
  return surplus;
}

type RouteAccounts = Pick<Accounts, "duty" | "levy" | "exportTax" | "rent" | "undertaking">;

function addRoutes(
  { arcs, origins, buyers }: Market,
  { flow }: Equilibrium,
  charges: RouteCharges,
  accounts: RouteAccounts,
): number {
  let turnover = 0;
  for (let a = 0; a < arcs.count; a++) {
    const q = flow[a];
    if (q === 0) continue;
    const [from, to] = [origins.region[arcs.origin[a]], buyers.region[arcs.buyer[a]]];
    accounts.exportTax[from] += q * charges.exportTax[a];
    accounts.rent[from] += q * charges.exporterRent[a];
    accounts.undertaking[from] += q * charges.floorKept[a];
    accounts.duty[to] += q * (charges.duty[a] + charges.overQuota[a]);
    accounts.levy[to] += q * (charges.levy[a] + charges.floorLevy[a]);
    accounts.rent[to] += q * (charges.importerRent[a] - charges.overQuota[a]);
    turnover += q * charges.delivered[a];
  }
  return turnover;
}

type NodeAccounts = Pick<
  Accounts,
  "producerSurplus" | "rent" | "capitalCharge" | "capitalSupport" | "placed"
>;

function addNodes(
  market: Market,
  { level }: Equilibrium,
  margins: NodeMargins,
  frame: AccountFrame,
  accounts: NodeAccounts,
): void {
  const { nodes } = market;
  const { support } = frame.capital;
  for (let k = 0; k < nodes.count; k++) {
    accounts.rent[nodes.region[k]] += margins.rent[k] * level[k];
    // a node that a ban holds at nothing earns nothing, whatever its margin would be
    const surplus = level[k] > 0 ? producerSurplus(plantOf(market, k), margins.margin[k]) : 0;
    const charge = frame.capital.charge[k];
    if (surplus === 0 && charge === 0 && support[k] === 0) continue;
    accounts.placed[nodes.region[k]] += surplus - charge + support[k];
    const shares = frame.byLocation ? [{ region: nodes.region[k], share: 1 }] : frame.owners[k];
    for (const { region, share } of shares) {
      accounts.producerSurplus[region] += share * surplus;
      accounts.capitalCharge[region] += share * charge;
      accounts.capitalSupport[region] += share * support[k];
    }
  }
}

export function plantOf({ nodes }: Market, k: number) {
  return { capacity: nodes.capacity[k], cost: nodes.cost[k], gamma: nodes.gamma[k], ramp: nodes.ramp[k] };
}

function paymentsOf(market: Market, equilibrium: Equilibrium, capital: CapitalLedger): Payments {
  const { regions } = market;
  const payments = new Map<string, Float64Array>();
  const add = (lever: string, amount: number, payers: readonly Payer[]): void => {
    pay(payments, regions.length, lever, amount, payers);
  };
  for (const { lever, node, perTonne, payers } of market.supports)
    add(lever, perTonne * equilibrium.level[node], payers);
  for (const { lever, buyer, quantity, payers } of market.stockOrders)
    add(lever, quantity * equilibrium.usePrice[buyer], payers);
  for (const contract of market.contracts)
    add(contract.lever, contractAmount(contract, market, equilibrium), contract.payers);
  for (const { lever, amount, payers } of capital.bills) add(lever, amount, payers);
  for (const { lever, region, amount } of capital.programmes) add(lever, amount, [{ region, share: 1 }]);
  return payments;
}

function concededOf({ regions }: Market, { concessions }: CapitalLedger): Payments {
  const conceded = new Map<string, Float64Array>();
  for (const { lever, from, to, amount } of concessions) {
    pay(conceded, regions.length, lever, amount, [{ region: from, share: 1 }]);
    pay(conceded, regions.length, lever, -amount, [{ region: to, share: 1 }]);
  }
  return conceded;
}
