/** Undo and redo over immutable states; a drag that shares one `group` is one step. */
export interface History<S> {
  readonly past: readonly Step<S>[];
  readonly present: S;
  readonly future: readonly Step<S>[];
  readonly group: string | undefined;
}

/** A state and the name of the change that led away from it (past) or to it (future). */
export interface Step<S> {
  readonly state: S;
  readonly change: string;
}

export function begin<S>(present: S): History<S> {
  return { past: [], present, future: [], group: undefined };
}

const limit = 200;

export function record<S>(history: History<S>, next: S, change: string, group?: string): History<S> {
  if (group !== undefined && group === history.group) return { ...history, present: next };
  const past = [...history.past, { state: history.present, change }].slice(-limit);
  return { past, present: next, future: [], group };
}

/** Ends a drag: the next change is a step of its own even if it names the same group. */
export function settle<S>(history: History<S>): History<S> {
  return history.group === undefined ? history : { ...history, group: undefined };
}

export function undo<S>(history: History<S>): History<S> {
  const last = history.past.at(-1);
  if (!last) return history;
  return {
    past: history.past.slice(0, -1),
    present: last.state,
    future: [{ state: history.present, change: last.change }, ...history.future],
    group: undefined,
  };
}

export function redo<S>(history: History<S>): History<S> {
  const [next, ...future] = history.future;
  if (!next) return history;
  return {
    past: [...history.past, { state: history.present, change: next.change }],
    present: next.state,
    future,
    group: undefined,
  };
}
