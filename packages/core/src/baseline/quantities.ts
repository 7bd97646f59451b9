/** The unknowns of the balance, numbered, with what was found for each and how sure it is. */
export class Quantities {
  private readonly index = new Map<string, number>();
  private readonly values: number[] = [];
  private readonly spreads: number[] = [];

  /** Adds a quantity; `key` such as `flow:oxide.Dy:CHN:JPN` is its name. */
  add(key: string, found: number, spread: number): number {
    const i = this.values.length;
    this.index.set(key, i);
    this.values.push(found);
    this.spreads.push(spread);
    return i;
  }

  /** Number of a quantity, or undefined where it does not exist. */
  at(key: string): number | undefined {
    return this.index.get(key);
  }

  /** What was found for a quantity. */
  foundAt(i: number): number {
    return this.values[i];
  }

  keys(): IterableIterator<[string, number]> {
    return this.index.entries();
  }

  get found(): Float64Array {
    return Float64Array.from(this.values);
  }

  get spread(): Float64Array {
    return Float64Array.from(this.spreads);
  }
}
