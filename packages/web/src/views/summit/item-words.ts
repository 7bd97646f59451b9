import type { AccountItem, ItemGroup, ItemWords, LeverName } from "@didym/messages";
import { signedMoney, type SummitView } from "./view.js";

const groups: Readonly<Record<AccountItem, ItemGroup>> = {
  "consumer-surplus": "users",
  "producer-surplus": "producers",
  recycling: "producers",
  duty: "border",
  levy: "border",
  "export-tax": "border",
  rent: "border",
  undertaking: "border",
  "capital-charge": "plants",
  "capital-support": "plants",
  "end-stock": "plants",
  concession: "payments",
  security: "security",
  "payments.in-force": "payments",
  "payments.response": "payments",
};

export const groupOrder: readonly ItemGroup[] = [
  "users",
  "producers",
  "border",
  "plants",
  "payments",
  "security",
];

/** The colour an item is drawn in; the raw losses are not items of a gain. */
export function groupOf(item: string): ItemGroup {
  return groups[item as AccountItem] ?? "payments";
}

/** An item's words; a payment is named after its lever. */
export function itemWords({ say, words }: Pick<SummitView, "say" | "words">, item: string): ItemWords {
  const known = (say.items as Readonly<Record<string, ItemWords>>)[item];
  if (known !== undefined) return known;
  const lever = item.replace(/^payments\./u, "");
  const kind = lever.replace(/^added-/u, "").replace(/-\d+$/u, "") as LeverName;
  return say.payments(words.levers.kinds[kind] ?? lever);
}

/** What speaks most for a move, and what most against it. */
export function reasonText(
  view: SummitView,
  reasons: readonly { readonly item: string; readonly amount: number }[],
): string {
  const [first, last] = [reasons.at(0), reasons.at(-1)];
  const { table, comma } = view.say;
  const parts = [];
  if (first !== undefined && first.amount > 0)
    parts.push(table.mostBy(itemWords(view, first.item).better, signedMoney(view, first.amount)));
  if (last !== undefined && last.amount < 0)
    parts.push(table.against(itemWords(view, last.item).worse, signedMoney(view, last.amount)));
  return parts.join(comma.startsWith(",") ? "; " : "；");
}
