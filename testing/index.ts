export { callMain, type CallResult } from "./call-main.js";
export { part, type Part, type PartName } from "./part.js";
export { repositoryRoot } from "./repository-root.js";
export { runDidym, type DidymRun } from "./run-didym.js";
export { temporaryFolder } from "./temporary-folder.js";
export { randomLever, type LeverSpace } from "./random-levers.js";
