export { bandLevels, bands, quantile } from "./quantiles.js";
export { drawFrom, type Range } from "./distribution.js";
export { largestDimension, sobolPoints } from "./sobol.js";
export { parameterDraws, uncertainRows } from "./parameter-draws.js";
export { ensemble, type Ensemble, type EnsembleOptions, type EnsembleProgress } from "./ensemble.js";
export { rankCorrelation } from "./rank-correlation.js";
