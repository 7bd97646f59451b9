import type { Issue } from "@didym/core/errors";
import { changesOf, type Change, type Edits } from "../../state/edits.js";

/** The visitor's change that an issue comes from: taking it back is the cure. */
export function causeOf(issue: Issue, edits: Edits): Change | undefined {
  const path = issue.path ?? "";
  const about = typeof issue.found === "string" ? issue.found : "";
  return changesOf(edits).find((change) => {
    if (change.type === "set" && change.address.startsWith("parameters."))
      return path.includes(change.address.slice("parameters.".length));
    if (change.type === "set")
      return path.includes(`"${change.address}"`) || path === change.address || isOf(path, change.address);
    if (change.type === "added") return path === change.id || about === change.id;
    if (change.type === "without") return path.startsWith("without") && about === change.id;
    return false;
  });
}

/** `tariff` and `levers[1].tariff.rate` are of the address `tariff.rate`. */
function isOf(path: string, address: string): boolean {
  const [id = ""] = address.split(".");
  return path === id || path.endsWith(`.${address}`);
}
