export * from "./errors/issue.js";
export * from "./evidence/index.js";
