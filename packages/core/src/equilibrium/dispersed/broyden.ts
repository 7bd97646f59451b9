/**
 * Broyden's good update in product form (Kelley 1995, §7.3): keeps the steps since the model was made and corrects each new one.
 * Steps are compared in units of the unknowns' scales.
 */
export class Broyden {
  readonly #weight: Float64Array;
  readonly #steps: Float64Array[] = [];
  readonly #norms: number[] = [];
  #count = 0;

  constructor(scale: Float64Array) {
    this.#weight = scale.map((value) => 1 / (value * value));
  }

  get count(): number {
    return this.#count;
  }

  clear(): void {
    this.#count = 0;
  }

  /** Keeps a full step that was taken. */
  keep(step: Float64Array): void {
    const slot = (this.#steps[this.#count] ??= new Float64Array(step.length));
    slot.set(step);
    this.#norms[this.#count] = this.#dot(step, step);
    this.#count += 1;
  }

  /** Turns the model's step at the newest point into the corrected one, in place. */
  correct(step: Float64Array): void {
    const last = this.#count - 1;
    if (last < 0) return;
    for (let j = 0; j < last; j++) {
      const factor = this.#dot(this.#steps[j], step) / this.#norms[j];
      const next = this.#steps[j + 1];
      for (let i = 0; i < step.length; i++) step[i] += factor * next[i];
    }
    const along = this.#dot(this.#steps[last], step) / this.#norms[last];
    const denominator = 1 - along;
    const scale = Math.abs(denominator) > 0.1 ? 1 / denominator : 1;
    for (let i = 0; i < step.length; i++) step[i] *= scale;
  }

  #dot(a: Float64Array, b: Float64Array): number {
    const weight = this.#weight;
    let sum = 0;
    for (let i = 0; i < a.length; i++) sum += weight[i] * a[i] * b[i];
    return sum;
  }
}
