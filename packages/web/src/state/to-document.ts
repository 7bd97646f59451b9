import { isPlain, type Edits } from "./edits.js";

export type Document = Readonly<Record<string, unknown>>;
export type Library = Readonly<Record<string, Document>>;

/** The scenario every other extends that does not say otherwise. */
const inForce = "status-quo";

/** Name of a changed scenario; the command line reads the same file. */
export function ownName(base: string): string {
  return base.endsWith("-changed") ? base : `${base.slice(0, 60)}-changed`;
}

/** The scenario file of some edits: the file opened, with what was changed. Its results are those of the base with the same `--set`. */
export function toDocument(edits: Edits, library: Library): Document {
  const base = Object.hasOwn(library, edits.base) ? library[edits.base] : undefined;
  if (base === undefined) return { schema: "didym/scenario@1", name: edits.base, extends: edits.base };
  if (isPlain(edits)) return base;
  const { members, horizon, parameters, set } = sorted(edits.set);
  const added = edits.added.map(({ id, kind, fields }) => ({ [kind]: { id, ...fields } }));
  return {
    ...base,
    name: ownName(edits.base),
    ...(edits.response !== undefined && answered(base, edits.response)),
    ...(members && { members: members.split(",").map((id) => id.trim()) }),
    ...(horizon && { horizon: horizon.split(",").map(Number) }),
    ...(added.length > 0 && { levers: [...list(base["levers"]), ...added] }),
    ...(edits.without.length > 0 && { without: [...list(base["without"]), ...edits.without] }),
    ...(Object.keys(parameters).length > 0 && {
      parameters: { ...(base["parameters"] as object | undefined), ...parameters },
    }),
    ...(Object.keys(set).length > 0 && { set: { ...(base["set"] as object | undefined), ...set } }),
  };
}

/** With the answer of another scenario in place of its own; `none` leaves the answer out. */
function answered(base: Document, response: string): Document {
  const extended = base["extends"] === undefined ? [inForce] : [base["extends"]].flat();
  return { response: [], ...(response !== noResponse && { extends: [...extended, response] }) };
}

export const noResponse = "none";

const list = (value: unknown): unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);

/** Changes of levers apart from those of the scenario's head. */
function sorted(changes: Edits["set"]) {
  const set: Record<string, string> = {};
  const parameters: Record<string, number> = {};
  for (const [address, value] of Object.entries(changes)) {
    if (address.startsWith("parameters.")) parameters[address.slice("parameters.".length)] = Number(value);
    else if (address !== "members" && address !== "horizon") set[address] = value;
  }
  return { set, parameters, members: changes["members"], horizon: changes["horizon"] };
}

/** The command that computes the same; where levers were added or taken out, or the scenario is one's own, it reads the exported file. */
export function toCommand(edits: Edits, builtIn: boolean): string {
  const plain = edits.without.length === 0 && edits.added.length === 0 && edits.response === undefined;
  if (!plain || !builtIn) return `didym run ${isPlain(edits) ? edits.base : ownName(edits.base)}.json`;
  const set = Object.entries(edits.set).map(([address, value]) => ` --set ${quoted(`${address}=${value}`)}`);
  return `didym run ${quoted(edits.base)}${set.join("")}`;
}

function quoted(word: string): string {
  return /^[\w.=,%+-]+$/u.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
