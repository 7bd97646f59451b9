import { parseMetricReferences, type RunResult } from "@didym/core/results";
import type { Context } from "../command/context.js";

/** One line for each metric reference that left something out, with what was taken in its place. */
export function assumedNotes(
  references: readonly string[],
  result: RunResult,
  { words }: Pick<Context, "words">,
): string[] {
  return parseMetricReferences(references, result).flatMap(({ assumed }, k) => {
    if (assumed.length === 0) return [];
    const taken = assumed.map(({ dimension, value }) => `${dimension} ${value}`);
    return [
      words({
        en: `${references[k]}: assumed ${taken.join(", ")}`,
        zh: `${references[k]}：默认 ${taken.join("，")}`,
      }),
    ];
  });
}
