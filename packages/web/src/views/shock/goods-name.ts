import type { PageWords } from "@didym/messages";
import type { NameBook } from "../../format/names.js";

/** A good, or all goods of a stage. */
export function goodsName(id: string, { stage }: PageWords["shock"], book: NameBook): string {
  if (id === "oxide.*") return stage.oxides;
  if (id === "metal.*") return stage.metals;
  return id === "magnet.*" ? stage.magnets : book.good(id);
}
