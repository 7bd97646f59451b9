export { bandLevels, bands, quantile } from "./quantiles.js";
export { drawFrom, type Range } from "./distribution.js";
export { largestDimension, sobolPoints } from "./sobol.js";
