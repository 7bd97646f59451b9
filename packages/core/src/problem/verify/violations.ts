/** Collects scaled violations and remembers the largest. */
export class Violations {
  largest = 0;
  worst = "";

  /** @param size a violation already divided by its scale; what is not a number counts as infinite. */
  add(what: string, size: number): void {
    const value = Number.isNaN(size) ? Infinity : size;
    if (value <= this.largest) return;
    this.largest = value;
    this.worst = what;
  }

  /** 0 ≤ a ⟂ b ≥ 0, both scaled. */
  complementary(what: string, a: number, b: number): void {
    this.add(what, Math.max(-a, -b, Math.min(a, b)));
  }
}
