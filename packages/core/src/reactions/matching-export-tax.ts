import { select } from "../fields/index.js";
import type { ScenarioLever } from "../scenario/scenario.js";
import type { LeverEntry, Reaction } from "./reaction.js";

/** An export tax equal to the gap of each border floor of the package: the responder takes what the levy would. */
export const matchingExportTax: Reaction = {
  id: "matching-export-tax",
  answer({ responder, committed, from, to, levers, goods, basePrice }) {
    if (committed.length === 0) return [];
    return levers.filter(isBorderFloor).flatMap(({ params }) =>
      select(params["good"] as readonly string[], goods).flatMap((good): LeverEntry[] => {
        const gap = (params["at"] as number) - basePrice(good);
        const id = `response-tax-${good.toLowerCase().replaceAll(".", "-")}`;
        const specific = `${gap} USD/kg`;
        const tax = { id, exporter: responder, destinations: committed, goods: good, specific, from, to };
        return gap > 0 ? [{ "export-tax": tax }] : [];
      }),
    );
  },
};

function isBorderFloor({ kind, params }: ScenarioLever): boolean {
  return kind === "price-floor" && params["mechanism"] === "border-adjusted";
}
