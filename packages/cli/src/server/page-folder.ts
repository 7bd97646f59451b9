import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { IssueError } from "@didym/core/errors";

/** The built laboratory page. Throws MISSING_PART where it was not built. */
export function pageFolder(): string {
  const folder = fileURLToPath(new URL("../../../web/dist/", import.meta.url));
  if (existsSync(`${folder}index.html`)) return folder;
  throw new IssueError([{ code: "MISSING_PART", found: "packages/web/dist", hint: "npm run build" }]);
}
