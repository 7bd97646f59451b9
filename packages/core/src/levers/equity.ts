import { projects, quantity } from "../fields/index.js";
import { percent } from "./common-fields.js";
import type { Issue } from "../errors/issue.js";
import { defineLever, type LeverContext } from "./definition.js";
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
    const amount = params.amount / params.project.length;
    return {
      warnings: [
        ...(params.completion > 0 && amount === 0
          ? [{ code: "EQUITY_WITHOUT_MONEY", path: context.id }]
          : []),
        ...params.project.flatMap((project) => beyondOutlay(project, amount, context)),
      ],
      terms(terms) {
        for (const project of params.project)
          terms.equity.push({ lever: context.id, project, completion: params.completion, amount, payers });
      },
    };
  },
});

/** A warning where a project is offered more than it costs: no more than that is paid. */
function beyondOutlay(project: string, amount: number, { id, outlay }: LeverContext): Issue[] {
  const cost = outlay?.[project];
  if (cost === undefined || amount <= cost) return [];
  const inMillions = (kUSD: number) => Math.round(kUSD / 100) / 10;
  return [
    {
      code: "EQUITY_BEYOND_OUTLAY",
      path: id,
      found: inMillions(amount),
      expected: inMillions(cost),
      details: { project },
    },
  ];
}
