import type { Issue } from "../errors/issue.js";
import { SCHEMA_NAME, SCHEMA_VERSION } from "./scenario-file.js";

type Raw = Readonly<Record<string, unknown>>;
type Step = (file: Raw) => Raw;

/** `steps[n]` turns a file of version n + 1 into one of version n + 2; empty while there is one version. */
const steps: readonly Step[] = [];

/**
 * Brings a file to the present schema version.
 *
 * @returns the file, or `MISSING_KEY`, `UNKNOWN_SCHEMA`, or `VERSION_MISMATCH` for a version newer than this reader, by name.
 */
export function upgrade(file: Raw, latest = SCHEMA_VERSION, by = steps): { file: Raw } | { issue: Issue } {
  const found = file["schema"];
  if (found === undefined) return { issue: { code: "MISSING_KEY", path: "schema", expected: SCHEMA_NAME } };
  const match = typeof found === "string" ? /^didym\/scenario@(\d{1,4})$/u.exec(found) : null;
  const version = match ? Number(match[1]) : 0;
  const at = { path: "schema", found, expected: SCHEMA_NAME };
  if (version < 1) return { issue: { code: "UNKNOWN_SCHEMA", ...at, nearest: SCHEMA_NAME } };
  if (version > latest) return { issue: { code: "VERSION_MISMATCH", ...at } };
  const upgraded = by.slice(version - 1, latest - 1).reduce((older, step) => step(older), file);
  return { file: { ...upgraded, schema: `didym/scenario@${latest}` } };
}
