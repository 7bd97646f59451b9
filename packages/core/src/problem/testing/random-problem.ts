import fc from "fast-check";

const forms = ["inverse-linear", "linear", "isoelastic", "fixed", "golombek", "steps"] as const;
type Form = (typeof forms)[number];
export { forms };

/** Sizes of quantities and prices that the figures are multiplied by. */
export interface Size {
  readonly quantity: number;
  readonly price: number;
}

/** Thousandths, since quantities near the smallest number that exists say nothing about markets. */
export const between = (min: number, max: number) =>
  fc.integer({ min: 0, max: 1_000 }).map((k) => min + ((max - min) * k) / 1_000);

/** The least elasticity of markets of one form, and of those that mix forms: two steep curves may meet beyond any number. */
const INELASTIC = 0.05;
const INELASTIC_IN_MIXTURES = 0.2;

function curve(region: string, side: 1 | -1, form: Form, { quantity, price }: Size, inelastic: number) {
  const at = { region, good: "x", form };
  const kind = side < 0 && form === "golombek" ? "inverse-linear" : form;
  const place = { ...at, form: kind };
  return fc.tuple(between(0, 1), between(0, 1), between(0, 1)).map(([a, b, c]) => {
    switch (kind) {
      case "inverse-linear":
        return {
          ...place,
          intercept: price * (side > 0 ? 1 + 5 * a : 10 + 20 * a),
          slope: (side * (0.01 + b) * price) / quantity,
        };
      case "linear":
        return {
          ...place,
          intercept: quantity * (side > 0 ? 10 * a - 5 : 20 + 20 * a),
          slope: (side * (0.1 + 3 * b) * quantity) / price,
        };
      case "isoelastic":
        return {
          ...place,
          quantity: quantity * (1 + 20 * a),
          price: price * (1 + 10 * b),
          elasticity: side * (inelastic + 3.25 * c),
        };
      case "fixed":
        return { ...place, quantity: quantity * 5 * a };
      case "golombek":
        return {
          ...place,
          a: price * (1 + a),
          b: (price / quantity) * 0.2 * b,
          c: -price * c,
          capacity: quantity * (5 + 10 * c),
        };
      case "steps": {
        const first = side > 0 ? 1 : 20;
        return {
          ...place,
          steps: [a, b, c].map((share, k) => [
            quantity * (1 + 8 * share),
            price * (first + side * k * (0.1 + 3 * b)),
          ]),
        };
      }
    }
  });
}

/** Rising supply and falling demand in up to four regions with a random network; `form` is the curve of one side. */
export function randomProblem(
  form: Form,
  side: 1 | -1,
  size: Size = { quantity: 1, price: 1 },
  inelastic = INELASTIC,
) {
  return fc.integer({ min: 1, max: 4 }).chain((n) => {
    const regions = Array.from({ length: n }, (_, i) => `r${i}`);
    const pairs = regions.flatMap((from) => regions.filter((to) => to !== from).map((to) => ({ from, to })));
    const supply = fc.tuple(
      ...regions.map((region) => curve(region, 1, side > 0 ? form : "inverse-linear", size, inelastic)),
    );
    const demand = fc.tuple(
      ...regions.map((region) => curve(region, -1, side < 0 ? form : "inverse-linear", size, inelastic)),
    );
    const transport = fc.tuple(
      ...pairs.map((pair) =>
        fc.record({ used: fc.boolean(), cost: between(0, 3) }).map(({ used, cost }) => {
          return used ? [{ ...pair, good: "x", cost: cost * size.price }] : [];
        }),
      ),
    );
    return fc.record({ supply, demand, transport }).map((parts) => ({
      schema: "didym/problem@1",
      regions,
      goods: ["x"],
      ...parts,
      transport: parts.transport.flat(),
    }));
  });
}

/** Markets in which each curve has a form of its own. */
export function mixedProblem() {
  const pair = fc.tuple(fc.constantFrom(...forms), fc.constantFrom(...forms)).chain(([supply, demand]) =>
    fc.record({
      one: randomProblem(supply, 1, undefined, INELASTIC_IN_MIXTURES),
      other: randomProblem(demand, -1, undefined, INELASTIC_IN_MIXTURES),
      fromOne: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
    }),
  );
  return pair.map(({ one, other, fromOne }) => {
    const regions = one.regions.slice(0, other.regions.length);
    return {
      ...one,
      regions,
      supply: regions.map((_, k) => (fromOne[k] ? one : other).supply[k]),
      demand: regions.map((_, k) => (fromOne[4 + k] ? one : other).demand[k]),
      transport: one.transport.filter(({ from, to }) => regions.includes(from) && regions.includes(to)),
    };
  });
}
