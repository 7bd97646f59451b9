import type { CapitalLedger, CapitalSupport, Programme } from "../accounts/capital-ledger.js";
import type { Calibration } from "../market/calibration.js";
import { inService } from "./plants-in-service.js";
import type { State } from "./state.js";

/** Annuities of the vintages in service, their support as agreed at the start, restarts decided last year, and this year's programmes. */
export function capitalLedger(
  { nodes }: Calibration,
  state: State,
  programmes: readonly Programme[],
): CapitalLedger {
  const charge = state.restartCost.slice();
  const support: CapitalSupport[] = [];
  for (const vintage of state.vintages) {
    if (!inService(vintage, state.year, nodes.technology[vintage.node].life)) continue;
    charge[vintage.node] += vintage.charge * vintage.capacity;
    for (const { lever, perTonne, payers } of vintage.support) {
      support.push({ lever, node: vintage.node, amount: perTonne * vintage.capacity, payers });
    }
  }
  return { charge, support, programmes };
}
