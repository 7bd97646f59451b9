/**
 * The lower (sign 1) or the upper (sign −1) bounds of an interior-point search: the multipliers of those unknowns that
 * have one, and their part of each direction. Vectors run over all unknowns and are 0 where there is no bound.
 */
export class BoundSide {
  readonly multiplier: Float64Array;
  private readonly change: Float64Array;
  private readonly product: Float64Array;
  /** 1 / distance from the bound. */
  private readonly inverse: Float64Array;

  /** @param index unknowns that have the bound. @param first their multipliers at the start. */
  constructor(
    readonly index: Int32Array,
    private readonly bound: Float64Array,
    private readonly sign: 1 | -1,
    first: number,
  ) {
    const vector = () => new Float64Array(bound.length);
    [this.multiplier, this.change, this.product, this.inverse] = [vector(), vector(), vector(), vector()];
    for (const i of index) this.multiplier[i] = first;
  }

  /** Σ distance · multiplier. */
  products(x: Float64Array): number {
    const { index, bound, sign, multiplier } = this;
    let sum = 0;
    for (let k = 0; k < index.length; k++) {
      const i = index[k];
      sum += (x[i] - bound[i]) * multiplier[i];
    }
    return sign * sum;
  }

  /** The same after a step. */
  productsAfter(x: Float64Array, dx: Float64Array, step: number): number {
    const { index, bound, sign, multiplier, change } = this;
    let sum = 0;
    for (let k = 0; k < index.length; k++) {
      const i = index[k];
      sum += (x[i] + step * dx[i] - bound[i]) * (multiplier[i] + step * change[i]);
    }
    return sign * sum;
  }

  /** Inverts the distances for all directions from x, and adds what the bounds put on the diagonal. */
  prepare(x: Float64Array, diagonal: Float64Array): void {
    const { index, bound, sign, multiplier, inverse, product } = this;
    for (let k = 0; k < index.length; k++) {
      const i = index[k];
      inverse[i] = sign / (x[i] - bound[i]);
      diagonal[i] += multiplier[i] * inverse[i];
      product[i] = 0;
    }
  }

  /** Adds to the right-hand side what leads to complementarity products of `target`. */
  addTarget(target: number, right: Float64Array): void {
    const { index, sign, inverse, product } = this;
    for (let k = 0; k < index.length; k++) {
      const i = index[k];
      right[i] += sign * (target - product[i]) * inverse[i];
    }
  }

  /** Turns the multipliers along dx; returns 1 / the step at which a distance or a multiplier comes to 0, at least 0. */
  turn(target: number, dx: Float64Array): number {
    const { index, sign, multiplier, change, inverse, product } = this;
    let most = 0;
    for (let k = 0; k < index.length; k++) {
      const i = index[k];
      const along = sign * dx[i];
      const own = multiplier[i];
      const turned = (target - product[i] - own * along) * inverse[i] - own;
      change[i] = turned;
      if (-along * inverse[i] > most) most = -along * inverse[i];
      if (-turned > most * own) most = -turned / own;
    }
    return most;
  }

  /** Remembers the second-order part of the products, for the corrector. */
  keepProducts(dx: Float64Array): void {
    const { index, sign, change, product } = this;
    for (let k = 0; k < index.length; k++) {
      const i = index[k];
      product[i] = sign * dx[i] * change[i];
    }
  }

  move(step: number): void {
    const { index, multiplier, change } = this;
    for (let k = 0; k < index.length; k++) multiplier[index[k]] += step * change[index[k]];
  }
}
