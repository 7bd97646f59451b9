import type { Assumption } from "./chain-file.js";

/** Parameters by id. `get("supply-elasticity", "mine-monazite", "mine")` takes the first of its endings that is a row. */
export class Assumptions {
  private readonly values: ReadonlyMap<string, number>;
  /** Ids asked for that no row has. */
  readonly missing: string[] = [];

  /** @param overrides values that replace those of the rows, by id. */
  constructor(rows: readonly Assumption[], overrides: Readonly<Record<string, number>> = {}) {
    this.values = new Map([...rows.map((row) => [row.id, row.value] as const), ...Object.entries(overrides)]);
  }

  /** Value of an id that need not exist. */
  find(id: string): number | undefined {
    return this.values.get(id);
  }

  get(name: string, ...endings: readonly string[]): number {
    const ids = endings.length === 0 ? [name] : endings.map((ending) => `${name}.${ending}`);
    for (const id of ids) {
      const value = this.values.get(id);
      if (value !== undefined) return value;
    }
    this.missing.push(ids.at(-1) ?? name);
    return Number.NaN;
  }
}
