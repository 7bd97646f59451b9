import { describe, expect, it } from "vitest";
import { Stream } from "../../numeric/stream.js";
import { Anderson } from "./anderson.js";

/** x ← x + (b − A·x), whose plain form converges slowly or not at all, for as many steps as asked; what is left of b − A·x. */
function left(matrix: readonly number[][], steps: number, accelerated: boolean): number {
  const size = matrix.length;
  const b = matrix.map((_, i) => 1 + i);
  const x = new Float64Array(size);
  const anderson = new Anderson(new Float64Array(size).fill(1));
  const own = () =>
    Float64Array.from(matrix, (row, i) => b[i] - row.reduce((sum, value, j) => sum + value * x[j], 0));
  for (let k = 0; k < steps; k++) {
    const model = own();
    const step = model.slice();
    if (accelerated) anderson.correct(step);
    for (let i = 0; i < size; i++) x[i] += step[i];
    anderson.keep(step, model);
  }
  return own().reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}

function nearIdentity(size: number, distance: number, seed: number): number[][] {
  const stream = new Stream(seed, "anderson");
  return Array.from({ length: size }, (_, i) =>
    Array.from({ length: size }, (__, j) => (i === j ? 1 : 0) + distance * stream.between(-1, 1)),
  );
}

describe("acceleration of steps by a kept model", () => {
  it.each([2, 3, 5, 8])("solves %d linear equations in one step more than there are", (size) => {
    for (let seed = 0; seed < 20; seed++) {
      const matrix = nearIdentity(size, 0.4, seed);
      expect(left(matrix, size + 1, true)).toBeLessThan(1e-6);
    }
  });

  it("needs as many steps as there are directions in which the model is wrong", () => {
    const stream = new Stream(1, "few directions");
    const draw = () => Array.from({ length: 40 }, () => stream.between(-0.3, 0.3));
    const wrong = [0, 1, 2].map(() => [draw(), draw()]);
    const matrix = nearIdentity(40, 0, 0).map((row, i) =>
      row.map((value, j) => wrong.reduce((sum, [u, v]) => sum + u[i] * v[j], value)),
    );
    expect(left(matrix, 5, true)).toBeLessThan(1e-9);
    expect(left(matrix, 5, false)).toBeGreaterThan(1e-2);
  });

  it("takes the plain step where it remembers nothing, and after it was cleared", () => {
    const anderson = new Anderson(Float64Array.of(1, 1));
    const step = Float64Array.of(3, -4);
    anderson.correct(step);
    expect([...step]).toEqual([3, -4]);
    anderson.keep(step, step);
    anderson.clear();
    anderson.correct(step);
    expect([...step]).toEqual([3, -4]);
    expect(anderson.count).toBe(0);
  });

  it("learns nothing from a step that changed nothing", () => {
    const anderson = new Anderson(Float64Array.of(1, 1));
    const step = Float64Array.of(3, -4);
    anderson.correct(step);
    anderson.keep(step, Float64Array.of(3, -4));
    const same = Float64Array.of(3, -4);
    anderson.correct(same);
    expect([...same]).toEqual([3, -4]);
    expect(anderson.count).toBe(0);
  });
});
