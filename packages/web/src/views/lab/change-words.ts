import type { LeverName, PageWords } from "@didym/messages";
import type { NameBook } from "../../format/names.js";
import type { Change } from "../../state/edits.js";
import type { LeverRow } from "../../worker/lever-rows.js";
import { noResponse } from "../../state/to-document.js";

/** A change in words: "Price floor, Floor: 130". */
export function changeText(
  change: Change,
  rows: readonly LeverRow[],
  { lab, levers }: PageWords,
  book: NameBook,
): string {
  const kindOf = (id: string) => {
    const kind = rows.find((row) => row.id === id)?.kind ?? id.replace(/^added-/u, "").replace(/-\d+$/u, "");
    return levers.kinds[kind as LeverName] ?? kind;
  };
  switch (change.type) {
    case "set": {
      const dot = change.address.indexOf(".");
      if (change.address.startsWith("parameters.") || dot < 0)
        return `${change.address}${lab.colon}${change.value}`;
      const field = change.address.slice(dot + 1);
      const label =
        levers.fields[field as keyof typeof levers.fields] ??
        (field === "from" ? levers.from : field === "to" ? levers.to : field);
      const value = /^[\d.+-]/u.test(change.value)
        ? change.value
        : change.value.split(",").map(book.any).join(lab.comma);
      return `${kindOf(change.address.slice(0, dot))}${lab.comma}${label}${lab.colon}${value}`;
    }
    case "without":
      return lab.withoutLever(kindOf(change.id));
    case "added":
      return lab.addedLever(levers.kinds[change.kind as LeverName] ?? change.kind);
    case "response":
      return lab.responseIs(change.name === noResponse ? lab.response.none : book.scenario(change.name));
  }
}

/** What a step of the history did, for the names of undo and redo. */
export function stepText(step: string, rows: readonly LeverRow[], words: PageWords, book: NameBook): string {
  const [what = "", ...rest] = step.split(" ");
  const name = rest.join(" ");
  const { changes, views } = words.page;
  const kind = (id: string) => words.levers.kinds[id as LeverName] ?? id;
  switch (what) {
    case "lever":
      return changeText({ type: "set", address: name, value: "" }, rows, words, book).replace(
        new RegExp(`${words.lab.colon}$`, "u"),
        "",
      );
    case "preset":
      return changes.preset(book.scenario(name));
    case "view":
      return changes.view(views[name as keyof typeof views] ?? name);
    case "add":
      return words.lab.addedLever(kind(name));
    case "without":
      return words.lab.withoutLever(kind(name));
    case "language":
    case "choice":
    case "stance":
    case "assumption":
    case "look":
    case "reset":
    case "import":
      return changes[what];
    default:
      return step;
  }
}
