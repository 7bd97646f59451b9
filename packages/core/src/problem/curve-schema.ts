import { z } from "zod";

const id = z.string().min(1);
const number = z.number();
const positive = z.number().positive();
const capacity = z.number().nonnegative().optional();
const one = { region: id, good: id, capacity };

/** One figure per good: a list in the order of `goods`, or an object by good. */
const perGood = z.union([z.array(number), z.record(id, number)]);
const perPair = z.union([z.array(z.array(number)), z.record(id, z.record(id, number))]);
const several = { region: id, goods: z.array(id).min(1) };

/** The supply and demand curves of `didym/problem@1`, told apart by `form`. */
export const curveSchema = z.discriminatedUnion("form", [
  z.strictObject({ ...one, form: z.literal("inverse-linear"), intercept: number, slope: number }),
  z.strictObject({ ...one, form: z.literal("linear"), intercept: number, slope: number }),
  z.strictObject({
    ...one,
    form: z.literal("isoelastic"),
    quantity: z.number().nonnegative(),
    price: positive,
    elasticity: number,
  }),
  z.strictObject({ ...one, form: z.literal("fixed"), quantity: z.number().nonnegative() }),
  z.strictObject({
    ...one,
    form: z.literal("golombek"),
    a: number,
    b: z.number().nonnegative(),
    c: z.number().nonpositive(),
    capacity: positive,
  }),
  z.strictObject({
    ...one,
    form: z.literal("steps"),
    steps: z.array(z.tuple([z.number().nonnegative(), number])).min(1),
  }),
  z.strictObject({ ...several, form: z.literal("linear-system"), intercept: perGood, slope: perPair }),
  z.strictObject({
    ...several,
    form: z.literal("inverse-linear-system"),
    intercept: perGood,
    slope: perPair,
  }),
  z.strictObject({
    ...several,
    form: z.literal("isoelastic-system"),
    quantity: perGood,
    price: perGood,
    elasticity: perPair,
  }),
  z.strictObject({
    ...several,
    form: z.literal("ces"),
    quantity: perGood,
    price: perGood,
    sigma: z.number().nonnegative(),
    elasticity: z.number().nonpositive(),
  }),
]);

export type CurveFile = z.output<typeof curveSchema>;

export const CURVE_FORMS: readonly CurveFile["form"][] = [
  "inverse-linear",
  "linear",
  "isoelastic",
  "fixed",
  "golombek",
  "steps",
  "linear-system",
  "inverse-linear-system",
  "isoelastic-system",
  "ces",
];
