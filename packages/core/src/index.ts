export * from "./errors/issue.js";
export * from "./evidence/index.js";
export * from "./problem/index.js";
