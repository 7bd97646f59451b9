export {
  errorOf,
  summarise,
  verdictOf,
  type Backtest,
  type BacktestRow,
  type BacktestSummary,
  type FittedParameter,
  type Verdict,
} from "./backtest.js";
export {
  readControls,
  readObservations,
  readStops,
  readValue,
  type Control,
  type Observation,
  type ObservedStop,
  type QuoteTerms,
  type Reading,
} from "./observation.js";
export { carriedFit } from "./carried-fit.js";
export type { Fit } from "./oxides-2009.js";
export { drift, type ExpectedError } from "./drift.js";
export { QUOTA_CASE, quotaBacktest, quotaTerms, type QuotaBacktest } from "./quota-2010.js";
