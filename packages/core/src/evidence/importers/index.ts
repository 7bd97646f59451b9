export { importFile, detectFormat } from "./import-file.js";
export { importUsgsMcs } from "./usgs-mcs.js";
export { importComtradeCsv } from "./comtrade-csv.js";
export { importComtradeJson } from "./comtrade-json.js";
export { importUsitcDataweb } from "./usitc-dataweb.js";
export { compareImport, type Change } from "./compare-import.js";
export { massRatio, type Weighed } from "./weight-basis.js";
export type { ImportContext, Imported, ImportedFigure, ImportFormat, WeightBasis } from "./imported.js";
