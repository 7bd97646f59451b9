export { agreementOf, type Agreement } from "./agreement.js";
export { Experiment, experimentKinds, type ExperimentKind } from "./experiment.js";
export { quotaPrices } from "./quota-prices.js";
export { readStudies, type PublishedFigure, type Qualifier, type Study } from "./study.js";
export { studyResult, type StudyResult } from "./study-result.js";
