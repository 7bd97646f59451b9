/** What a visitor made of a scenario: the differences alone. Plain, immutable. */
export interface Edits {
  /** Name of a built-in or opened scenario. */
  readonly base: string;
  /** Lever address (`ID.FIELD`), `members`, `horizon` or `parameters.NAME` to written value. */
  readonly set: Readonly<Record<string, string>>;
  readonly without: readonly string[];
  readonly added: readonly AddedLever[];
  /** Name of a scenario whose response is added; undefined for the one in the scenario itself. */
  readonly response: string | undefined;
}

export interface AddedLever {
  readonly id: string;
  readonly kind: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

export function openScenario(base: string): Edits {
  return { base, set: {}, without: [], added: [], response: undefined };
}

export function isPlain(edits: Edits): boolean {
  return changesOf(edits).length === 0;
}

/** One difference, removable by itself. */
export type Change =
  | { readonly type: "set"; readonly address: string; readonly value: string }
  | { readonly type: "without"; readonly id: string }
  | { readonly type: "added"; readonly id: string; readonly kind: string }
  | { readonly type: "response"; readonly name: string };

export function changesOf({ set, without, added, response }: Edits): Change[] {
  return [
    ...Object.entries(set).map(([address, value]): Change => ({ type: "set", address, value })),
    ...without.map((id): Change => ({ type: "without", id })),
    ...added.map(({ id, kind }): Change => ({ type: "added", id, kind })),
    ...(response === undefined ? [] : [{ type: "response", name: response } as const]),
  ];
}

export function removeChange(edits: Edits, change: Change): Edits {
  switch (change.type) {
    case "set":
      return { ...edits, set: without(edits.set, (address) => address === change.address) };
    case "without":
      return { ...edits, without: edits.without.filter((id) => id !== change.id) };
    case "added":
      return removeLever(edits, change.id);
    case "response":
      return { ...edits, response: undefined };
  }
}

export function setValue(edits: Edits, address: string, value: string): Edits {
  const dot = address.indexOf(".");
  const own = edits.added.find(({ id }) => id === address.slice(0, dot));
  if (own === undefined) return { ...edits, set: { ...edits.set, [address]: value } };
  const fields = { ...own.fields, [address.slice(dot + 1)]: value };
  return { ...edits, added: edits.added.map((lever) => (lever === own ? { ...lever, fields } : lever)) };
}

/** Takes a lever out, with every change made to it. */
export function removeLever(edits: Edits, id: string): Edits {
  const set = without(edits.set, (address) => address.startsWith(`${id}.`));
  const own = edits.added.some((lever) => lever.id === id);
  return own
    ? { ...edits, set, added: edits.added.filter((lever) => lever.id !== id) }
    : { ...edits, set, without: [...edits.without, id] };
}

/** @param taken ids in use; the new lever's id says that it was added. */
export function addLever(
  edits: Edits,
  kind: string,
  fields: Readonly<Record<string, unknown>>,
  taken: readonly string[],
): Edits {
  const known = new Set([...taken, ...edits.without, ...edits.added.map(({ id }) => id)]);
  let id = `added-${kind}`;
  for (let n = 2; known.has(id); n += 1) id = `added-${kind}-${String(n)}`;
  return { ...edits, added: [...edits.added, { id, kind, fields }] };
}

function without<T>(record: Readonly<Record<string, T>>, leave: (key: string) => boolean): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => !leave(key)));
}
