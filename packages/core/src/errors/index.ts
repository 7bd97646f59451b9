export { IssueError, type Issue } from "./issue.js";
export { hasNoAnswer, ifAnswered } from "./no-answer.js";
export { nearestName } from "./nearest-name.js";
