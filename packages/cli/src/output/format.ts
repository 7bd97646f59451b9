import { extname } from "node:path";
import { formats, type Format, type GlobalFlags } from "../command/global-flags.js";
import { usageError } from "../errors/usage.js";

const byEnding = new Map<string, Format>(formats.map((format) => [`.${format}`, format]));

/** The one place that decides how an answer is printed: a flag, else the ending of --output, else a table. */
export function chooseFormat(globals: Pick<GlobalFlags, "json" | "format" | "output">): Format {
  const { json, format, output } = globals;
  if (json && format !== undefined && format !== "json") {
    throw usageError("CONFLICTING_FLAGS", { found: ["--json", `--format ${format}`] });
  }
  if (json) return "json";
  return format ?? byEnding.get(extname(output ?? "").toLowerCase()) ?? "table";
}

/** True where errors are printed as JSON on stdout; decided before the command line is known to be valid. */
export function wantsJson(argv: readonly string[]): boolean {
  const end = argv.indexOf("--");
  const flags = end < 0 ? argv : argv.slice(0, end);
  return flags.some(
    (arg, at) => arg === "--json" || /^--format=(?:nd)?json$/u.test(arg) || isJsonFormat(flags, at),
  );
}

function isJsonFormat(flags: readonly string[], at: number): boolean {
  return flags[at] === "--format" && (flags[at + 1] === "json" || flags[at + 1] === "ndjson");
}
