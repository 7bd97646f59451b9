import { bilateralDeal } from "./bilateral-deal.js";

import { cooperation } from "./cooperation.js";
import { demandShift } from "./demand-shift.js";
import type { LeverDefinition } from "./definition.js";
import { environmentalCost } from "./environmental-cost.js";
import { equity } from "./equity.js";
import { exportBan } from "./export-ban.js";
import { exportLicence } from "./export-licence.js";
import { exportQuota } from "./export-quota.js";
import { exportTax } from "./export-tax.js";
import { localContent } from "./local-content.js";
import { offtake } from "./offtake.js";
import { outputQuota } from "./output-quota.js";
import { priceFloor } from "./price-floor.js";
import { processingDelay } from "./processing-delay.js";
import { recycledContent } from "./recycled-content.js";
import { stockpile } from "./stockpile.js";
import { subsidy } from "./subsidy.js";
import { tariff } from "./tariff.js";
import { tariffRateQuota } from "./tariff-rate-quota.js";
import { technologyExportBan } from "./technology-export-ban.js";
import { technologyTransfer } from "./technology-transfer.js";

/** Every lever there is, in the order in which people meet them. A new lever is a file and a line here. */
export const levers: readonly LeverDefinition[] = [
  priceFloor,
  tariff,
  tariffRateQuota,
  exportTax,
  exportLicence,
  exportQuota,
  exportBan,
  processingDelay,
  technologyExportBan,
  outputQuota,
  subsidy,
  equity,
  offtake,
  stockpile,
  recycledContent,
  localContent,
  cooperation,
  bilateralDeal,
  technologyTransfer,
  environmentalCost,
  demandShift,
];

const byKind = new Map(levers.map((lever) => [lever.kind, lever]));

export function leverOf(kind: string): LeverDefinition | undefined {
  return byKind.get(kind);
}

export const leverKinds: readonly string[] = levers.map((lever) => lever.kind);
