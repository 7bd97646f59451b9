import { stackTotal, type StackData } from "@didym/charts";
import { measureOf } from "../../../format/measure.js";
import { groupOf, groupOrder } from "../item-words.js";
import { partyName, type SummitView } from "../view.js";

const money = "kUSD";
const losses = new Set(["loss", "loss-spared"]);

/** Gains and losses of every party at the table, items of one kind together; the largest gain first. */
export function gainsData(view: SummitView): StackData {
  const { table, say, language, words } = view;
  const rows = table.parties
    .map((id) => ({ id, label: partyName(view, id), values: byGroup(table.items[id] ?? {}) }))
    .sort((a, b) => stackTotal(b) - stackTotal(a));
  const measure = measureOf(
    money,
    Math.max(0, ...rows.flatMap(({ values }) => values.map(Math.abs))),
    language,
    words.units,
  );
  const [best, worst] = [rows[0], rows.at(-1)];
  return {
    id: "gains",
    title: say.figures.gains,
    summary:
      best === undefined || worst === undefined
        ? ""
        : say.figures.gainsSummary(
            best.label,
            measure.full(stackTotal(best)),
            worst.label,
            measure.full(stackTotal(worst)),
          ),
    unit: measure.label,
    items: groupOrder.map((id) => ({ id, label: say.groups[id] })),
    rows,
    totalLabel: say.figures.total,
    format: measure.number,
  };
}

/** kUSD by group. */
function byGroup(items: Readonly<Record<string, number>>): number[] {
  return groupOrder.map((group) =>
    Object.entries(items).reduce(
      (sum, [item, value]) => (!losses.has(item) && groupOf(item) === group ? sum + 1000 * value : sum),
      0,
    ),
  );
}
