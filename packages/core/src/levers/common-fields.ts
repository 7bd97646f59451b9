import { defaulting, optional, parties, quantity } from "../fields/index.js";

/** Fields that several levers share, with their units and bounds. */
export const rate = (): ReturnType<typeof quantity> =>
  defaulting(quantity({ dimension: "share", unit: "%", min: 0, max: 10_000 }), 0);

export const specific = (): ReturnType<typeof quantity> =>
  defaulting(quantity({ dimension: "price", unit: "USD/kg", min: 0, max: 1_000_000 }), 0);

export const percent = (): ReturnType<typeof quantity> =>
  quantity({ dimension: "share", unit: "%", min: 0, max: 100 });

/** Points on the cost of capital: negative is cheaper. */
export const points = (): ReturnType<typeof quantity> =>
  quantity({ dimension: "points", unit: "pp", min: -100, max: 100 });

export const moneyRate = (): ReturnType<typeof quantity> =>
  quantity({ dimension: "money-rate", unit: "MUSD/y", min: 0, max: 10_000_000 });

export const price = (): ReturnType<typeof quantity> =>
  quantity({ dimension: "price", unit: "USD/kg", min: 0, max: 1_000_000 });

/** Importers or exporters whose border it is. */
export const border = (): ReturnType<typeof parties> => parties({ border: true });

/** Regions, owners or plants. */
export const covered = (): ReturnType<typeof parties> => parties({ plants: true });

export const optionalRegions = () => optional(parties());
