export { account, type AccountFrame, type Accounts } from "./accounts.js";
export { contractAmount } from "./contract-amount.js";
export { demandAt, type DemandCurve } from "./demand-curve.js";
export { nodeMargins, type NodeMargins } from "./node-margin.js";
export { routeCharges, type RouteCharges } from "./route-charges.js";
export { emptyLedger, type CapitalLedger } from "./capital-ledger.js";
export { identities, type Identities } from "./identities.js";
export { paidBy, type Payments } from "./payments.js";
export { yearLedger, type YearLedger } from "./year-ledger.js";
