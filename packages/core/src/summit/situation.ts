import type { Calibration } from "../market/calibration.js";
import { largestExporter } from "../market/largest-exporter.js";
import type { Scenario } from "../scenario/index.js";

/** Who answers the package, when, and with what: as the scenario's own response states it, else what the data show. */
export interface Answering {
  readonly responder: string;
  readonly from: number;
  readonly to: number;
  /** Goods that licences hold back and that a stop stops. */
  readonly squeezed: readonly string[];
  /** Goods of a price war. */
  readonly fought: readonly string[];
}

export interface AnsweringDefaults {
  readonly from: number;
  readonly to: number;
}

/** The response of the scenario replaced by rules keeps its author, its years and its goods. */
export function answeringOf(
  { levers }: Pick<Scenario, "levers">,
  calibration: Calibration,
  defaults: AnsweringDefaults,
): Answering {
  const stated = levers.filter((lever) => lever.response);
  const names = (key: string) =>
    stated.flatMap(({ params }) => (params[key] as readonly string[] | undefined) ?? []);
  const responder = names("exporter")[0] ?? largestExporter(calibration);
  const goods = [...new Set(names("goods"))];
  const squeezed = goods.length > 0 ? goods : finalGoods(calibration);
  const floored = levers
    .filter((lever) => !lever.response && lever.kind === "price-floor")
    .flatMap(({ params }) => params["good"] as readonly string[]);
  return {
    responder,
    from: stated.length > 0 ? Math.min(...stated.map(({ from }) => from)) : defaults.from,
    to: stated.length > 0 ? Math.max(...stated.map(({ to }) => to)) : defaults.to,
    squeezed,
    fought: floored.length > 0 ? [...new Set(floored)] : squeezed,
  };
}

function finalGoods({ chain }: Calibration): string[] {
  return [...new Set(chain.endUses.flatMap(({ goods }) => goods))];
}
