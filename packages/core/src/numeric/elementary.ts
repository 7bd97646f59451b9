/**
 * Own exp, expm1, log, log1p and pow: error ≤ 2 ulp and equal bits on every engine, since only + − × ÷ are used.
 * Method: table look-up and a short polynomial (P. T. P. Tang, ACM Trans. Math. Softw. 15 and 16, 1989–90).
 */
import { add, divide, multiply, type DoubleDouble } from "./double-double.js";

const LN2: DoubleDouble = [0.6931471805599453, 2.3190468138462996e-17];
/** ln 2 in two parts; the first has 32 bits, so small multiples of it are exact. */
const LN2_HIGH = 6.9314718036912381649e-1;
const LN2_LOW = 1.90821492927058770002e-10;
const ROUND = 6755399441055744;

const STEPS = 512;
const STEPS_BITS = 9;
const PER_LN2 = STEPS / 0.6931471805599453;
const STEP_HIGH = LN2_HIGH / STEPS;
const STEP_LOW = LN2_LOW / STEPS;
const ROOT = new Float64Array(STEPS);
const ROOT_TAIL = new Float64Array(STEPS);

const SMALLEST_EXPONENT = -1074;
const POWER_OF_TWO = new Float64Array(1023 - SMALLEST_EXPONENT + 1);

const CELLS = 256;
const INVERSE = new Float64Array(CELLS + 1);
const LOG = new Float64Array(CELLS + 1);
const LOG_TAIL = new Float64Array(CELLS + 1);

const BITS = new Float64Array(1);
const WORDS = new Int32Array(BITS.buffer);
BITS[0] = 1;
const HIGH_WORD = WORDS[1] === 0 ? 0 : 1;

function fillPowersOfTwo(): void {
  let power = 1;
  for (let k = 0; k <= 1023; k++, power *= 2) POWER_OF_TWO[k - SMALLEST_EXPONENT] = power;
  power = 1;
  for (let k = 0; k >= SMALLEST_EXPONENT; k--, power /= 2) POWER_OF_TWO[k - SMALLEST_EXPONENT] = power;
}

function expSeries(x: DoubleDouble): DoubleDouble {
  let sum: DoubleDouble = [1, 0];
  for (let n = 28; n >= 1; n--) sum = add([1, 0], divide(multiply(sum, x), [n, 0]));
  return sum;
}

function fillRoots(): void {
  for (let j = 0; j < STEPS; j++) {
    const [hi, lo] = expSeries(multiply(LN2, [j / STEPS, 0]));
    ROOT[j] = hi;
    ROOT_TAIL[j] = lo;
  }
}

/** −ln v by 2 artanh((1 − v)/(1 + v)). */
function minusLogSeries(v: number): DoubleDouble {
  const ratio = divide([1 - v, 0], [1 + v, 0]);
  const square = multiply(ratio, ratio);
  let sum: DoubleDouble = [0, 0];
  for (let n = 35; n >= 0; n--) sum = add(multiply(sum, square), divide([1, 0], [2 * n + 1, 0]));
  return multiply([2, 0], multiply(ratio, sum));
}

/** Mantissas lie in [√½, √2), in units of 1/CELLS; each cell's inverse has eleven bits, so products with half a mantissa are exact. */
function fillLogs(): void {
  for (let cell = 0; cell <= CELLS; cell++) {
    const centre = 0.5 + cell / CELLS;
    const inverse = Math.round(512 / centre) / 512;
    const [hi, lo] = minusLogSeries(inverse);
    const short = hi + 16384 - 16384;
    INVERSE[cell] = inverse;
    LOG[cell] = short;
    LOG_TAIL[cell] = hi - short + lo;
  }
}

fillPowersOfTwo();
fillRoots();
fillLogs();

/** e^x. */
export function exp(x: number): number {
  const steps = x * PER_LN2 + ROUND - ROUND;
  const n = steps | 0;
  const k = n >> STEPS_BITS;
  if (!(x > -708 && x < 709)) return expFar(x);
  const r = x - steps * STEP_HIGH - steps * STEP_LOW;
  const root = ROOT[n & (STEPS - 1)];
  const p = r + r * r * (0.5 + r * (1 / 6 + r * (1 / 24)));
  return (root + root * p) * POWER_OF_TWO[k - SMALLEST_EXPONENT];
}

function expFar(x: number): number {
  if (x > 709.782712893384) return Infinity;
  if (x < -745.1332191019412) return 0;
  if (x !== x) return x;
  return expParts(x, 0);
}

/** e^(x + tail), also where the result is subnormal or next to overflow. */
function expParts(x: number, tail: number): number {
  if (x > 710) return Infinity;
  if (x < -746) return 0;
  const steps = x * PER_LN2 + ROUND - ROUND;
  const n = steps | 0;
  const r = x - steps * STEP_HIGH - steps * STEP_LOW + tail;
  const j = n & (STEPS - 1);
  const root = ROOT[j];
  const p = r + r * r * (0.5 + r * (1 / 6 + r * (1 / 24)));
  const k = n >> STEPS_BITS;
  const scaled = root + (ROOT_TAIL[j] + root * p);
  if (k > 1023) return scaled * 2 * POWER_OF_TWO[k - 1 - SMALLEST_EXPONENT];
  if (k < SMALLEST_EXPONENT) return scaled * 0.5 * POWER_OF_TWO[k + 1 - SMALLEST_EXPONENT];
  return scaled * POWER_OF_TWO[k - SMALLEST_EXPONENT];
}

/** e^x − 1, exact to the last bits also where x is small. */
export function expm1(x: number): number {
  if (!(x > -40)) return x !== x ? x : -1;
  if (x > 40) return exp(x);
  if (x > -1e-17 && x < 1e-17) return x;
  const steps = x * PER_LN2 + ROUND - ROUND;
  const n = steps | 0;
  const r = x - steps * STEP_HIGH - steps * STEP_LOW;
  const j = n & (STEPS - 1);
  const p = r + r * r * (0.5 + r * (1 / 6 + r * (1 / 24 + r * (1 / 120))));
  const scale = POWER_OF_TWO[(n >> STEPS_BITS) - SMALLEST_EXPONENT];
  const root = ROOT[j] * scale;
  return root - 1 + (ROOT_TAIL[j] * scale + root * p);
}

/** What logParts leaves over; an array, since a module variable would be boxed at each write. */
const TAIL = new Float64Array(1);

/** ln x = result + TAIL[0], the sum good to about 70 bits. */
function logParts(x: number): number {
  let k = 0;
  let m = x;
  if (m < 2.2250738585072014e-308) {
    m *= 18014398509481984;
    k = -54;
  }
  BITS[0] = m;
  // 0x3fe6a09e is the high word of √½.
  const shift = (WORDS[HIGH_WORD] - 0x3fe6a09e) >> 20;
  k += shift;
  m *= POWER_OF_TWO[-shift - SMALLEST_EXPONENT];
  const cell = ((m - 0.5) * CELLS + 0.5) | 0;
  const inverse = INVERSE[cell];
  const head = m + 100663296 - 100663296;
  const a = head * inverse - 1;
  const b = (m - head) * inverse;
  const r = a + b;
  const rTail = b - (r - a);
  const whole = k * LN2_HIGH + LOG[cell];
  const square = r * r;
  const p = square * r * (1 / 3 + r * (-0.25 + r * (0.2 + r * (-1 / 6 + r * (1 / 7)))));
  const first = whole + r;
  const rest = whole - first + r;
  const second = first - 0.5 * square;
  const low =
    first - second - 0.5 * square + (rest + (rTail + (k * LN2_LOW + LOG_TAIL[cell]) - r * rTail)) + p;
  const result = second + low;
  TAIL[0] = low - (result - second);
  return result;
}

/** Natural logarithm; −∞ at 0, NaN below. */
export function log(x: number): number {
  if (!(x > 0 && x < Infinity)) return x === 0 ? -Infinity : x === Infinity ? x : NaN;
  return logParts(x);
}

/** ln(1 + x), exact to the last bits also where x is small. */
export function log1p(x: number): number {
  if (!(x > -1 && x < 9007199254740992)) return x === -1 ? -Infinity : log(x);
  if (x > -1e-16 && x < 1e-16) return x;
  const u = 1 + x;
  const lost = u >= 2 ? 1 - (u - x) : x - (u - 1);
  const head = logParts(u);
  return head + (TAIL[0] + lost / u);
}

/** x^y for x ≥ 0; NaN for x < 0 (no prices or quantities are). 0^0 = 1. */
export function pow(x: number, y: number): number {
  if (y === 0 || x === 1) return 1;
  if (y === 1) return x;
  if (x !== x || y !== y || x < 0) return NaN;
  if (x === 0 || x === Infinity) return x > 1 === y > 0 ? Infinity : 0;
  if (y === Infinity || y === -Infinity) return x > 1 === y > 0 ? Infinity : 0;
  const head = logParts(x);
  const tail = TAIL[0];
  const product = y * head;
  if (product > 710) return Infinity;
  if (product < -746) return 0;
  const ySplit = 134217729 * y;
  const yHigh = ySplit - (ySplit - y);
  const yLow = y - yHigh;
  const hSplit = 134217729 * head;
  const hHigh = hSplit - (hSplit - head);
  const hLow = head - hHigh;
  const error = yHigh * hHigh - product + yHigh * hLow + yLow * hHigh + yLow * hLow;
  return expParts(product, error + y * tail);
}
