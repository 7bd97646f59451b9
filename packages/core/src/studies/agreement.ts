import type { PublishedFigure } from "./study.js";

/** `within`: inside the published range or bound; `near`: within a quarter; `same-size`: within a factor of two; `apart`: farther; `opposite`: other sign. */
export type Agreement = "within" | "near" | "same-size" | "apart" | "opposite";

const [near, sameSize] = [1.25, 2];

/** How a figure found here stands to a published one, by size where both have one sign. */
export function agreementOf(here: number, published: PublishedFigure): Agreement {
  const { value } = published;
  const qualifier = boundOf(published);
  const low = published.low ?? value ?? published.high ?? NaN;
  const high = published.high ?? value ?? published.low ?? NaN;
  const negative = high < 0 || (low < 0 && high === 0);
  if (here !== 0 && here < 0 !== negative) return "opposite";
  if (qualifier === "sign") return here === 0 ? "apart" : "within";
  const [least, most] = [Math.min(Math.abs(low), Math.abs(high)), Math.max(Math.abs(low), Math.abs(high))];
  const size = Math.abs(here);
  const above = qualifier === "at-least" ? size >= least : size >= least && size <= most;
  if (qualifier === "at-most" ? size <= most : above) return "within";
  const factor = size < least ? least / size : size / most;
  return factor <= near ? "near" : factor <= sameSize ? "same-size" : "apart";
}

/** A loss known only as a highest value (−1 at most) is one of at least that size. */
function boundOf({ qualifier, value, low, high }: PublishedFigure): PublishedFigure["qualifier"] {
  return value === null && low === null && high !== null && high < 0 ? "at-least" : qualifier;
}
