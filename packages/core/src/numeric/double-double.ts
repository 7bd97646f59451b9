/** Unevaluated sum hi + lo of two doubles, about 106 bits. Only for tables made once at load. */
export type DoubleDouble = readonly [hi: number, lo: number];

function quickSum(a: number, b: number): DoubleDouble {
  const sum = a + b;
  return [sum, b - (sum - a)];
}

function twoSum(a: number, b: number): DoubleDouble {
  const sum = a + b;
  const shadow = sum - a;
  return [sum, a - (sum - shadow) + (b - shadow)];
}

function split(a: number): DoubleDouble {
  const scaled = 134217729 * a;
  const hi = scaled - (scaled - a);
  return [hi, a - hi];
}

function twoProduct(a: number, b: number): DoubleDouble {
  const product = a * b;
  const [aHi, aLo] = split(a);
  const [bHi, bLo] = split(b);
  return [product, aHi * bHi - product + aHi * bLo + aLo * bHi + aLo * bLo];
}

export function add(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const [sum, error] = twoSum(a[0], b[0]);
  return quickSum(sum, error + a[1] + b[1]);
}

export function multiply(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const [product, error] = twoProduct(a[0], b[0]);
  return quickSum(product, error + a[0] * b[1] + a[1] * b[0]);
}

export function divide(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const first = a[0] / b[0];
  const rest = add(a, multiply([-first, 0], b));
  const second = rest[0] / b[0];
  const last = add(rest, multiply([-second, 0], b));
  const [hi, lo] = quickSum(first, second);
  return add([hi, lo], [last[0] / b[0], 0]);
}
