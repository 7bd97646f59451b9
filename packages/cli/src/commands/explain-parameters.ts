import { IssueError } from "@didym/core/errors";
import type { Answer } from "../command/answer.js";

/** Every parameter with value, range, grade and source. */
export function parameterPage(): Promise<Answer> {
  return Promise.reject(new IssueError([{ code: "UNSUPPORTED", found: "didym explain parameters" }]));
}
