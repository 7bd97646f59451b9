import { describe, expect, it } from "vitest";
import { exp, expm1, log, log1p, pow } from "./elementary.js";
import { Stream } from "./stream.js";

const DIGITS = 220n;
const ONE = 1n << DIGITS;

/** Exact value of a double as a fixed-point number with DIGITS binary places (lower places lost). */
function fixed(x: number): bigint {
  let exponent = 0;
  let m = x;
  while (m !== Math.floor(m)) {
    m *= 2;
    exponent += 1;
  }
  return (BigInt(m) << DIGITS) >> BigInt(exponent);
}

function fixedExp(x: bigint): bigint {
  const halvings = 24n;
  const small = x >> halvings;
  let term = ONE;
  let sum = ONE;
  for (let n = 1n; term !== 0n && n < 200n; n++) {
    term = (term * small) / (n << DIGITS);
    sum += term;
  }
  for (let i = 0n; i < halvings; i++) sum = (sum * sum) >> DIGITS;
  return sum;
}

function fixedLog(x: bigint, guess: number): bigint {
  let y = fixed(guess);
  for (let i = 0; i < 3; i++)
    y += (x * ONE) / fixedExp(y) - ONE - ((((x * ONE) / fixedExp(y) - ONE) ** 2n) >> (DIGITS + 1n));
  return y;
}

function ulp(x: number): number {
  const size = Math.abs(x);
  let step = 2 ** -1074;
  if (size >= 2 ** -1021) step = 2 ** (Math.floor(Math.log2(size)) - 52);
  return size / step >= 2 ** 53 ? step * 2 : step;
}

/** Distance between a double and a fixed-point truth, in units of the last place. */
function error(found: number, truth: bigint): number {
  const gap = fixed(found) - truth;
  return Number(gap < 0n ? -gap : gap) / Number(ONE) / ulp(found);
}

function worst(count: number, one: (stream: Stream) => number): number {
  const stream = new Stream(7, "elementary");
  let most = 0;
  for (let i = 0; i < count; i++) most = Math.max(most, one(stream));
  return most;
}

describe("elementary functions", () => {
  it("exp errs by at most 2 units in the last place", () => {
    expect(
      worst(600, (s) => {
        const x = s.between(-30, 30);
        return error(exp(x), fixedExp(fixed(x)));
      }),
    ).toBeLessThan(2);
  });

  it("expm1 errs by at most 2 units, also next to 0", () => {
    expect(
      worst(600, (s) => {
        const x = s.between(-1, 1) * 2 ** -Math.floor(s.between(0, 30)) * 4;
        return error(expm1(x), fixedExp(fixed(x)) - ONE);
      }),
    ).toBeLessThan(2);
  });

  it("log errs by at most 2 units, also next to 1", () => {
    expect(
      worst(400, (s) => {
        const x =
          s.uniform() < 0.5
            ? 1 + s.between(-0.4, 0.9) * 2 ** -Math.floor(s.between(0, 20))
            : 2 ** s.between(-40, 40);
        return x === 1 ? 0 : error(log(x), fixedLog(fixed(x), Math.log(x)));
      }),
    ).toBeLessThan(2);
  });

  it("log1p errs by at most 2 units", () => {
    expect(
      worst(400, (s) => {
        const x = s.between(-0.9, 3) * 2 ** -Math.floor(s.between(0, 40));
        return error(log1p(x), fixedLog(ONE + fixed(x), Math.log1p(x)));
      }),
    ).toBeLessThan(2);
  });

  it("pow errs by at most 2 units, also for large exponents", () => {
    expect(
      worst(300, (s) => {
        const x = 2 ** s.between(-4, 4);
        const y = s.between(-12, 12);
        return error(pow(x, y), fixedExp((fixed(y) * fixedLog(fixed(x), Math.log(x))) >> DIGITS));
      }),
    ).toBeLessThan(2);
    expect(
      worst(100, (s) => {
        const x = 1 + s.between(-0.003, 0.003);
        const y = s.between(-8000, 8000);
        return error(pow(x, y), fixedExp((fixed(y) * fixedLog(fixed(x), Math.log(x))) >> DIGITS));
      }),
    ).toBeLessThan(2);
  });

  it("agrees with the built-ins at the ends of the range", () => {
    for (const x of [-745, -740.5, -708.5, -708, 708.9, 709.7, 709.78, 1e-300, -1e-300]) {
      expect(Math.abs(exp(x) - Math.exp(x))).toBeLessThanOrEqual(2 * ulp(Math.exp(x)));
    }
    for (const x of [5e-324, 1e-310, 2.3e-308, 1e300, 1.7e308]) {
      expect(Math.abs(log(x) - Math.log(x))).toBeLessThanOrEqual(2 * ulp(Math.log(x)));
    }
    expect([exp(Infinity), exp(-Infinity), exp(0), exp(-746), exp(710)]).toEqual([
      Infinity,
      0,
      1,
      0,
      Infinity,
    ]);
    expect([log(0), log(1), log(Infinity), log(-1), log(NaN)]).toEqual([-Infinity, 0, Infinity, NaN, NaN]);
    expect([expm1(0), expm1(-50), expm1(NaN), log1p(0), log1p(-1)]).toEqual([0, -1, NaN, 0, -Infinity]);
    expect([pow(0, 0), pow(0, 2), pow(0, -2), pow(7, 1), pow(1, NaN), pow(-1, 2)]).toEqual([
      1,
      0,
      Infinity,
      7,
      1,
      NaN,
    ]);
    expect([pow(10, 400), pow(10, -400), pow(2, 10), pow(Infinity, -1), pow(0.5, Infinity)]).toEqual([
      Infinity,
      0,
      1024,
      0,
      0,
    ]);
    expect(exp(NaN)).toBeNaN();
  });

  it("gives the same bits everywhere: hash over a fixed grid", () => {
    expect(gridHash()).toBe("4b3475d2");
  });
});

/** FNV-1a over the bytes of all five functions on a grid made with + and × only. */
export function gridHash(): string {
  const value = new Float64Array(1);
  const bytes = new Uint8Array(value.buffer);
  let hash = 0x811c9dc5;
  const take = (x: number): void => {
    value[0] = x;
    for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  };
  for (let i = -4000; i <= 4000; i++) {
    const x = i * 0.17321;
    take(exp(x));
    take(expm1(x * 0.01));
    take(log(0.0003 + Math.abs(x) * Math.abs(x)));
    take(log1p(Math.abs(x) * 0.001 - 0.6));
    take(pow(0.01 + Math.abs(x) * 0.1, x * 0.02));
  }
  return (hash >>> 0).toString(16).padStart(8, "0");
}
