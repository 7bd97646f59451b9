import { ProblemBuilder } from "../../equilibrium/exact/problem-builder.js";
import { scaleProblem } from "../../equilibrium/exact/scaled-problem.js";

/** Typical sizes by good. */
export interface Scales {
  readonly quantity: Float64Array;
  readonly price: Float64Array;
}

/** A builder that keeps the unit of every unknown and of its condition, so that the problem can be solved near one. */
export class UnitBuilder extends ProblemBuilder {
  private readonly unit: number[] = [];
  private readonly rowUnit: number[] = [];

  constructor(readonly scales: Scales) {
    super();
  }

  /** A quantity ≥ 0 whose condition compares prices; the first guess is a share of half the good's typical quantity. */
  quantity(good: number, upper = Infinity, share = 1): number {
    return this.inUnits(0, upper, this.scales.quantity[good], this.scales.price[good], share);
  }

  /** A quantity that is given. */
  given(good: number, value: number): number {
    return this.inUnits(value, value, this.scales.quantity[good], this.scales.price[good]);
  }

  /** A level ≥ 0 with given units. */
  level(upper: number, unit: number, rowUnit: number): number {
    return this.inUnits(0, upper, unit, rowUnit);
  }

  /** A price, a rent or a payment whose condition compares quantities of the good. */
  price(good: number, lower = -Infinity, upper = Infinity): number {
    return this.inUnits(lower, upper, this.scales.price[good], this.scales.quantity[good]);
  }

  /** A price or payment whose condition compares prices of the good. */
  payment(good: number, lower = 0, upper = Infinity): number {
    return this.inUnits(lower, upper, this.scales.price[good], this.scales.price[good]);
  }

  private inUnits(lower: number, upper: number, unit: number, rowUnit: number, share = 1): number {
    this.unit.push(unit);
    this.rowUnit.push(rowUnit);
    return this.variable(lower, upper, Math.min(upper / 2, (share * unit) / 2));
  }

  /** The problem in units near one, and what turns its unknowns back. */
  buildScaled() {
    const unit = Float64Array.from(this.unit);
    const problem = scaleProblem(this.build(), unit, Float64Array.from(this.rowUnit));
    const physical = (scaled: Float64Array) => scaled.map((value, i) => value * unit[i]);
    return { problem, physical };
  }
}
