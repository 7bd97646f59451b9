import type { Value } from "@didym/core/evidence";

/**
 * Ids of rows are mostly made of the row's own cells: `price.oxide.La.2007.FOB-CHN.S_RMB10`. Written as references to the columns,
 * `price.$1.$2.$4.$12`, they are the same for most rows of a table and weigh next to nothing.
 */
export function shortId(id: string, cells: readonly Value[]): string {
  const parts = cells
    .map((cell, k) => ({ k, text: textOf(cell) }))
    .filter(({ text }) => text.length > 1 && text !== id)
    .sort((a, b) => b.text.length - a.text.length);
  let short = `.${id}.`;
  for (const { k, text } of parts)
    for (const [mark, written] of [
      ["$", text],
      ["~", plain(text)],
    ] as const)
      short = short.replace(`.${written}.`, () => `.${mark}${String(k)}.`);
  short = short.slice(1, -1);
  return longId(short, cells) === id ? short : id;
}

export function longId(short: string, cells: readonly Value[]): string {
  return short
    .split(".")
    .map((part) => {
      const found = /^([$~])(\d+)$/u.exec(part);
      if (found === null) return part;
      const text = textOf(cells[Number(found[2])]);
      return found[1] === "$" ? text : plain(text);
    })
    .join(".");
}

const plain = (text: string): string => text.replace(/[^A-Za-z0-9]/gu, "_");

function textOf(cell: Value | undefined): string {
  if (cell === null || cell === undefined) return "";
  return typeof cell === "string" || typeof cell === "number" ? String(cell) : cell.join(";");
}
