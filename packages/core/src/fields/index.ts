export {
  defaulting,
  optional,
  nothingFound,
  type Field,
  type FieldFacts,
  type Fields,
  type Inspection,
  type Params,
} from "./field.js";
export { choice, endUses, flag, goods, projects, shares, stages } from "./name-fields.js";
export { parties } from "./parties-field.js";
export { memberBorders, memberRegions, resolveParties, type Parties } from "./parties.js";
export { matches, select } from "./pattern.js";
export { readQuantity, type OfBase, type QuantityRule } from "./quantity.js";
export { quantity, volume } from "./quantity-field.js";
export { customsUnions, worldOf, type CustomsUnion, type World } from "./world.js";
export { year } from "./year.js";
