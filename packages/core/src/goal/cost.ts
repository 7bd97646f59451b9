import { paidBy } from "../accounts/index.js";
import { presentValue, type RunResult } from "../results/index.js";

/** What a policy costs and brings, present values in kUSD as differences from the run without it. */
export interface GoalCost {
  /** Paid by the acting parties' treasuries less duties and levies they collect. */
  readonly public: number;
  /** Consumers' surplus that the acting parties' users lose. */
  readonly consumers: number;
  /** Producers' surplus that owners in the acting parties gain, capital charge and its support counted. */
  readonly producers: number;
  /** Welfare of the acting parties lost. */
  readonly welfare: number;
  /** Welfare of others that gain most, largest first. */
  readonly gainers: readonly { readonly region: string; readonly gain: number }[];
}

const shown = 5;

export function goalCost(run: RunResult, without: RunResult, parties: readonly string[]): GoalCost {
  const { calibration, parameters } = run.frame;
  const { discountRate, valuationYear } = parameters;
  const worth = (
    pick: (step: RunResult["steps"][number], region: number) => number,
    region: number,
  ): number =>
    presentValue(
      run.steps.map((step, i) => pick(step, region) - pick(without.steps[i], region)),
      run.years,
      discountRate,
      valuationYear,
    );
  const acting = calibration.regions.flatMap((id, r) => (parties.includes(id) ? [r] : []));
  const total = (pick: Parameters<typeof worth>[0]): number =>
    acting.reduce((sum, r) => sum + worth(pick, r), 0);
  const welfare = calibration.regions.map((id, r) => ({
    region: id,
    gain: worth(({ accounts }) => accounts.welfare[r], r),
  }));
  return {
    public: total(
      ({ accounts: a }, r) => paidBy(a.payments, r) + paidBy(a.conceded, r) - a.duty[r] - a.levy[r],
    ),
    consumers: -total(({ accounts: a }, r) => a.consumerSurplus[r]),
    producers: total(({ accounts: a }, r) => a.producerSurplus[r] - a.capitalCharge[r] + a.capitalSupport[r]),
    welfare: -total(({ accounts: a }, r) => a.welfare[r]),
    gainers: welfare
      .filter(({ region, gain }) => !parties.includes(region) && gain > 0)
      .sort((a, b) => b.gain - a.gain)
      .slice(0, shown),
  };
}
