export type * from "./chain.js";
export type { Assumption, ChainFile, ChainRows, ChainTables } from "./chain-file.js";
export { CHAIN_COLUMNS, type ColumnKind, type TableName } from "./chain-columns.js";
export { checkChainFile } from "./check-chain-file.js";
export { loadChain, type ParameterOverrides } from "./load.js";
