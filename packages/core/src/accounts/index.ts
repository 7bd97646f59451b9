export { account, type AccountFrame, type Accounts } from "./accounts.js";
export { emptyLedger, type CapitalLedger } from "./capital-ledger.js";
export { identities, type Identities } from "./identities.js";
export type { Payments } from "./payments.js";
export { yearLedger, type YearLedger } from "./year-ledger.js";
