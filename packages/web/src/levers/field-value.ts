import type { ShownValue } from "../worker/lever-rows.js";

const ofBasePattern = /^(\d+(?:\.\d+)?)\s*% of (\d{4})$/u;
const number = /^[-+]?\d+(?:\.\d+)?$/u;

/** The value of a field as it will be: what was set here, where that is a plain figure, else what the model read. */
export function overlaid(read: ShownValue | undefined, written: string | undefined): ShownValue | undefined {
  if (written === undefined) return read;
  const ofBase = ofBasePattern.exec(written);
  if (ofBase) return { percent: Number(ofBase[1]), of: Number(ofBase[2]) };
  if (number.test(written) && (typeof read === "number" || read === undefined)) return Number(written);
  if (written === "true" || written === "false") return written === "true";
  if (Array.isArray(read)) return written.split(",").map((name) => name.trim());
  return typeof read === "string" ? written : read;
}

export function isOfBase(
  value: ShownValue | undefined,
): value is { readonly percent: number; readonly of: number } {
  return typeof value === "object" && !Array.isArray(value) && "percent" in value && "of" in value;
}

/** The figure a slider stands at. */
export function figureOf(value: ShownValue | undefined): number | undefined {
  if (typeof value === "number") return value;
  return isOfBase(value) ? value.percent : undefined;
}

/** How a slider's figure is written into a scenario. */
export function writtenFigure(figure: number, like: ShownValue | undefined): string {
  return isOfBase(like) ? `${String(figure)}% of ${String(like.of)}` : String(figure);
}
