/** A number as official tables print it; `none` stands for not available, withheld, or not applicable. */
export type FigureText =
  { readonly value: number; readonly qualifier: "exact" | "at-least" } | "none" | "unreadable";

const none = new Set(["", "NA", "W", "E", "XX", "--", "—", "–", "-", "N/A"]);

/** Reads `45,500`, `>85,000,000` or `NA`. */
export function readFigure(text: string): FigureText {
  const trimmed = text.trim();
  if (none.has(trimmed)) return "none";
  const match = /^(>?)\s*(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?$/u.exec(trimmed);
  if (match === null) return "unreadable";
  const value = Number(`${match[2].replaceAll(",", "")}${match[3] ?? ""}`);
  return { value, qualifier: match[1] === ">" ? "at-least" : "exact" };
}
