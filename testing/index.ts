export { part, type Part, type PartName } from "./part.js";
export { repositoryRoot } from "./repository-root.js";
export { runDidym, type DidymRun } from "./run-didym.js";
