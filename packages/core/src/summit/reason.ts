import type { Payoffs } from "./payoffs.js";
import type { Profile } from "./profile.js";
import type { Summit } from "./prepare.js";

/** The item of the account that speaks most for a move, and by how much, kUSD. */
export interface Reason {
  readonly item: string;
  readonly amount: number;
}

/** What changes for a seat between two profiles, item by item, largest gain first; expected loss enters at the hazard assumed. */
export function reasons(
  summit: Summit,
  payoffs: Payoffs,
  seat: number,
  before: Profile,
  after: Profile,
): Reason[] {
  const { items, assumptions } = summit;
  const [old, now] = [payoffs.decisionItems(before, seat), payoffs.decisionItems(after, seat)];
  const change = (k: number) => now[k] - old[k];
  const money = items.ids.slice(0, items.money).map((item, k) => ({ item, amount: change(k) }));
  const loss = (1 - assumptions.spared) * change(items.loss) + assumptions.spared * change(items.lossSpared);
  const placed = { item: items.ids[items.place], amount: assumptions.place * change(items.place) };
  return [...money, placed, { item: "security", amount: -assumptions.hazard * loss }]
    .filter(({ amount }) => amount !== 0)
    .sort((a, b) => b.amount - a.amount);
}
