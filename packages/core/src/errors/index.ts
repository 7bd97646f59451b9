export { IssueError, type Issue } from "./issue.js";
export { nearestName } from "./nearest-name.js";
