import type { Accounts } from "../accounts/accounts.js";
import { paidBy } from "../accounts/payments.js";
import type { Scenario } from "../scenario/index.js";

/** Account items of a payoff, in order; payments by lever, stocks left and what is conceded follow them. */
const accountItems = [
  ["consumer-surplus", (accounts, r) => accounts.consumerSurplus[r]],
  ["producer-surplus", (accounts, r) => accounts.producerSurplus[r]],
  ["recycling", (accounts, r) => accounts.recycling[r]],
  ["duty", (accounts, r) => accounts.duty[r]],
  ["levy", (accounts, r) => accounts.levy[r]],
  ["export-tax", (accounts, r) => accounts.exportTax[r]],
  ["rent", (accounts, r) => accounts.rent[r]],
  ["undertaking", (accounts, r) => accounts.undertaking[r]],
  ["capital-charge", (accounts, r) => -accounts.capitalCharge[r]],
  ["capital-support", (accounts, r) => accounts.capitalSupport[r]],
  ["concession", (accounts, r) => -paidBy(accounts.conceded, r)],
] as const satisfies readonly (readonly [string, (accounts: Accounts, region: number) => number])[];

/** The items of every payoff of one summit. A payoff is the sum of the money items less hazard × loss. */
export interface Items {
  readonly ids: readonly string[];
  /** Items of money; what only changes them stands behind: two losses, and the profit that ownership moves. */
  readonly money: number;
  /** Position of the item that a lever's payments belong to. */
  readonly ofLever: (lever: string) => number;
  readonly concession: number;
  readonly endStock: number;
  /** Expected loss of a stop that spares dealers nothing, and of one that spares them all. */
  readonly loss: number;
  readonly lossSpared: number;
  /** What a party would have more if profit stayed where plants are instead of going to their owners. */
  readonly place: number;
}

/** Payments of the package by lever, those of policy in force together, those of the answer together. */
export function itemsOf({ name, levers }: Pick<Scenario, "name" | "levers">): Items {
  const own = levers.filter((lever) => lever.origin === name).map((lever) => lever.id);
  const others = new Set(levers.map((lever) => lever.id));
  const payments = [...own.map((id) => `payments.${id}`), "payments.in-force", "payments.response"];
  const ids = [
    ...accountItems.map(([id]) => id),
    ...payments,
    "end-stock",
    "loss",
    "loss-spared",
    "place-of-profit",
  ];
  const at = (id: string) => ids.indexOf(id);
  const [inForce, response] = [at("payments.in-force"), at("payments.response")];
  return {
    ids,
    money: ids.length - 3,
    ofLever: (lever) => {
      const found = at(`payments.${lever}`);
      if (found >= 0 && own.includes(lever)) return found;
      return others.has(lever) ? inForce : response;
    },
    concession: at("concession"),
    endStock: at("end-stock"),
    loss: at("loss"),
    lossSpared: at("loss-spared"),
    place: at("place-of-profit"),
  };
}

/** Adds one year's accounts of a region; `add(item, amount)`, kUSD. */
export function addAccounts(
  accounts: Accounts,
  region: number,
  items: Items,
  add: (item: number, amount: number) => void,
): void {
  accountItems.forEach(([, amount], item) => {
    add(item, amount(accounts, region));
  });
  for (const [lever, byRegion] of accounts.payments.entries()) add(items.ofLever(lever), -byRegion[region]);
  const { producerSurplus, capitalCharge, capitalSupport, placed } = accounts;
  const owned = producerSurplus[region] - capitalCharge[region] + capitalSupport[region];
  add(items.place, placed[region] - owned);
}
