export { horizonFrame, initialState, type HorizonFrame } from "./frame.js";
export { horizonParameters, type Expectations, type HorizonParameters } from "./parameters.js";
export type { KnowHow, State, Stock, Vintage } from "./state.js";
export { accountFrameOf, step, termsOf, type Step, type StepContext } from "./step.js";
export { neutralTerms, type YearTerms } from "./terms.js";
