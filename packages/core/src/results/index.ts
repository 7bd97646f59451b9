export { prepareRun, run, startsOf } from "./run.js";
export { canonicalStart } from "./canonical-start.js";
export { compiledScenario, worldOfRun } from "./compiled-scenario.js";
export type { RunOptions, RunResult, RunScenario, SolverSummary } from "./run-result.js";
export { parseMetricReferences } from "./metric-references.js";
export { parseMetricReference, type Assumed, type MetricReference } from "./metric-reference.js";
export type { Dimension, Metric } from "./metrics/metric.js";
export { metricOf, metrics } from "./metrics/registry.js";
export { defaultSeries } from "./default-series.js";
export { unreachedElasticities } from "./unreached-elasticities.js";
export { presentValue } from "./present-value.js";
export { regionNames, regionSet } from "./region-set.js";
export { select, seriesOf, valueOf, type Series } from "./series.js";
export {
  toRunJson,
  type PresentValue,
  type RunJson,
  type RunJsonOptions,
  type SeriesJson,
  type Versions,
} from "./run-json.js";
export { exposureMatrix, type ExposureMatrix } from "./exposure-matrix.js";
export { dumpMarket, type MarketDump } from "./market-dump.js";
export { endStocks, type EndStock } from "./end-stocks.js";
export { aligned } from "./aligned.js";
export { startsFrom, storedBaseline, type StoredBaseline } from "./stored-baseline.js";
