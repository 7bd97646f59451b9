import type { Issue } from "../errors/issue.js";
import { baseElasticity } from "../market/demand-exponent.js";
import type { RunResult } from "./run-result.js";

/** Relative difference below which a stated elasticity counts as reached. */
const near = 1e-6;

/**
 * Elasticities that a scenario states and no end use reaches: demand that ends at its choke price cannot be less elastic than the choke
 * allows, so that another value changes nothing. One `ELASTICITY_UNREACHED` a parameter, with the least elasticity used in its place.
 */
export function unreachedElasticities(
  { frame }: Pick<RunResult, "frame">,
  parameters: Readonly<Record<string, number>>,
): Issue[] {
  const { uses } = frame.calibration;
  return Object.entries(parameters).flatMap(([name, stated]): Issue[] => {
    const [, endUse, run] = /^demand\.([a-z]+)\.elasticity-(short|long)$/u.exec(name) ?? [];
    if (endUse === undefined) return [];
    const exponents = run === "short" ? uses.exponentShort : uses.exponentLong;
    const used = uses.endUse.flatMap((id, u) =>
      id === endUse ? [baseElasticity(exponents[u], uses.choke[u] / uses.price[u])] : [],
    );
    if (used.length === 0 || used.some((value) => value <= stated * (1 + near))) return [];
    const least = used.reduce((smallest, value) => Math.min(smallest, value), Infinity);
    return [
      {
        code: "ELASTICITY_UNREACHED",
        path: `parameters["${name}"]`,
        found: stated,
        expected: least,
        details: { parameter: name, choke: `demand.value-added.${endUse}` },
      },
    ];
  });
}
