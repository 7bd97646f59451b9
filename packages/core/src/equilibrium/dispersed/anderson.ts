/**
 * Anderson's acceleration (J. ACM 12, 1965; Walker and Ni, SIAM J. Numer. Anal. 49, 2011) of steps by a model kept from before: the new
 * step is the one that, as far as the steps since then tell, leaves the least of the model's own step behind. Sizes are compared in
 * units of the unknowns' scales.
 */
export class Anderson {
  readonly #weight: Float64Array;
  /** Orthonormal changes of the model's step, and what was moved for each, one array a kept step. */
  readonly #change: Float64Array[] = [];
  readonly #move: Float64Array[] = [];
  readonly #step: Float64Array;
  readonly #taken: Float64Array;
  #count = 0;
  #waiting = false;

  constructor(scale: Float64Array) {
    this.#weight = scale.map((value) => 1 / (value * value));
    this.#step = new Float64Array(scale.length);
    this.#taken = new Float64Array(scale.length);
  }

  /** Steps remembered. */
  get count(): number {
    return this.#count;
  }

  clear(): void {
    this.#count = 0;
    this.#waiting = false;
  }

  /** Remembers a step that was taken, and the model's own step there. */
  keep(taken: Float64Array, model: Float64Array): void {
    this.#taken.set(taken);
    this.#step.set(model);
    this.#waiting = true;
  }

  /** Turns the model's step at the newest point into the accelerated one, in place. */
  correct(step: Float64Array): void {
    if (this.#waiting) this.#learn(step);
    this.#waiting = false;
    const left = step.slice();
    for (let j = 0; j < this.#count; j++) {
      const [change, move] = [this.#change[j], this.#move[j]];
      const along = this.#dot(change, left);
      for (let i = 0; i < step.length; i++) {
        left[i] -= along * change[i];
        step[i] -= along * move[i];
      }
    }
  }

  #learn(step: Float64Array): void {
    const change = (this.#change[this.#count] ??= new Float64Array(step.length));
    const move = (this.#move[this.#count] ??= new Float64Array(step.length));
    for (let i = 0; i < step.length; i++) {
      change[i] = step[i] - this.#step[i];
      move[i] = this.#taken[i] + change[i];
    }
    const size = this.#dot(change, change);
    for (let j = 0; j < this.#count; j++) {
      const along = this.#dot(this.#change[j], change);
      for (let i = 0; i < step.length; i++) {
        change[i] -= along * this.#change[j][i];
        move[i] -= along * this.#move[j][i];
      }
    }
    const rest = this.#dot(change, change);
    if (!(rest > DEPENDENT * size)) return;
    const scale = 1 / Math.sqrt(rest);
    for (let i = 0; i < step.length; i++) {
      change[i] *= scale;
      move[i] *= scale;
    }
    this.#count += 1;
  }

  #dot(a: Float64Array, b: Float64Array): number {
    const weight = this.#weight;
    let sum = 0;
    for (let i = 0; i < a.length; i++) sum += weight[i] * a[i] * b[i];
    return sum;
  }
}

/** A change of which less than this square is new tells nothing. */
const DEPENDENT = 1e-16;
