import { sha256 } from "../numeric/sha256.js";
import { canonicalJson } from "./canonical-json.js";
import type { Scenario } from "./scenario.js";

/** Hash of all that decides a scenario's results, however it was written: names, texts and sources are not in it. */
export function scenarioHash({ schema, horizon, members, levers, parameters }: Scenario): string {
  const acting = levers.map(({ id, kind, from, to, response, params }) => ({
    id,
    kind,
    from,
    to,
    response,
    params,
  }));
  return sha256(canonicalJson({ schema, horizon, members, levers: acting, parameters }));
}
