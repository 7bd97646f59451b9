import type { CapitalBill, CapitalLedger } from "../accounts/capital-ledger.js";
import type { Calibration } from "../market/calibration.js";
import type { Payer } from "../market/market.js";
import { inService } from "./plants-in-service.js";
import type { State } from "./state.js";

/** Annuities of the vintages in service, their support as agreed at the start, restarts decided last year, and this year's programmes and concessions. */
export function capitalLedger(
  { nodes }: Calibration,
  state: State,
  year: Pick<CapitalLedger, "programmes" | "concessions">,
): CapitalLedger {
  const charge = state.restartCost.slice();
  const support = new Float64Array(nodes.count);
  const bills = new Map<string, Map<readonly Payer[], number>>();
  for (const vintage of state.vintages) {
    const { node, capacity } = vintage;
    if (!inService(vintage, state.year, nodes.technology[node].life)) continue;
    charge[node] += vintage.charge * capacity;
    for (const { lever, perTonne, payers } of vintage.support) {
      support[node] += perTonne * capacity;
      let ofLever = bills.get(lever);
      if (ofLever === undefined) bills.set(lever, (ofLever = new Map<readonly Payer[], number>()));
      ofLever.set(payers, (ofLever.get(payers) ?? 0) + perTonne * capacity);
    }
  }
  return { charge, support, bills: listed(bills), ...year };
}

function listed(bills: ReadonlyMap<string, ReadonlyMap<readonly Payer[], number>>): CapitalBill[] {
  return [...bills].flatMap(([lever, byPayers]) =>
    [...byPayers].map(([payers, amount]) => ({ lever, payers, amount })),
  );
}
