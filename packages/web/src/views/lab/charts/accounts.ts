import { stackTotal, type StackData } from "@didym/charts";
import { measureOf, showFigure } from "../../../format/measure.js";
import { accountItems, ref } from "../references.js";
import { at, type LabView } from "../view.js";

/** Who gains and who loses in the year, by account item: differences from the run compared with, largest gain first. */
export function accountsData(view: LabView): StackData {
  const { parties, words, book, year, language } = view;
  const { figures, accounts } = words.lab;
  const rows = parties
    .map((party) => ({ id: party, label: book.region(party), values: gains(view, party) }))
    .filter((row) => row.values.some((value) => Math.abs(value) > 0.5))
    .sort((a, b) => stackTotal(b) - stackTotal(a));
  const largest = Math.max(0, ...rows.flatMap((row) => row.values.map(Math.abs)));
  const measure = measureOf("kUSD/y", largest, language, words.units);
  const total = (row: (typeof rows)[number]) => showFigure(stackTotal(row), "kUSD/y", language, words.units);
  const [best, worst] = [rows[0], rows.at(-1)];
  const summary =
    best === undefined || worst === undefined
      ? words.lab.headline.same(view.against)
      : figures.accountsSummary(best.label, total(best), worst.label, total(worst));
  return {
    id: "accounts",
    title: figures.accounts(year),
    summary,
    unit: measure.label,
    items: [...accountItems.map(({ id }) => id), "other" as const].map((id) => ({ id, label: accounts[id] })),
    rows: rows.map((row) => ({ ...row, values: row.values })),
    totalLabel: accounts.total,
    format: measure.number,
  };
}

/** kUSD/y by item, the last being what the other items leave of welfare. */
function gains(view: LabView, party: string): number[] {
  const difference = (metric: string) => {
    const { value = 0, against = 0 } = at(view, ref.money(metric, party));
    return value - against;
  };
  const items = accountItems.map(({ metric, sign }) => sign * difference(metric));
  const other = difference("welfare") - items.reduce((sum, value) => sum + value, 0);
  return [...items, Math.abs(other) < 1 ? 0 : other];
}
