import { projects, quantity } from "../fields/index.js";
import { percent } from "./common-fields.js";
import { defineLever } from "./definition.js";
import { payerFields } from "./payers.js";
import { regionsOf } from "./selectors.js";

/** Public money in a named project: its completion share rises by `completion`, up to 1; the amount is paid as the project starts, share by share. */
export const equity = defineLever({
  kind: "equity",
  fields: {
    project: projects(),
    completion: percent(),
    amount: quantity({ dimension: "money", unit: "MUSD", min: 0, max: 10_000_000 }),
    "paid-by": payerFields["paid-by"],
  },
  targets: (params) => params.project,
  compile(params, context) {
    const payers = params["paid-by"] ? regionsOf(params["paid-by"], context) : [];
    return {
      terms(terms) {
        const amount = params.amount / params.project.length;
        for (const project of params.project)
          terms.equity.push({ lever: context.id, project, completion: params.completion, amount, payers });
      },
    };
  },
});
