import { IssueError, type Issue } from "../errors/issue.js";
import { goods, parties, resolveParties, select, type World } from "../fields/index.js";
import type { ShockSpec } from "./shock-spec.js";

/** A stop as asked for: selectors of parties and goods as in a scenario. */
export interface ShockRequest {
  readonly by: readonly string[];
  readonly to: readonly string[];
  readonly goods: readonly string[];
  readonly year: number;
  readonly months: number;
  readonly remaining: number;
}

/**
 * Gives selectors their meaning; whoever stops does not stop itself.
 * @throws IssueError with every unknown party or good, its path and the nearest name.
 */
export function readShock(request: ShockRequest, members: readonly string[], world: World): ShockSpec {
  const placed = (path: string, issues: readonly Issue[]) => issues.map((issue) => ({ ...issue, path }));
  const issues = [
    ...placed("by", parties().inspect(request.by, world).issues),
    ...placed("to", parties().inspect(request.to, world).issues),
    ...placed("goods", goods().inspect(request.goods, world).issues),
  ];
  if (!(request.remaining >= 0 && request.remaining <= 1))
    issues.push({ code: "OUT_OF_RANGE", path: "remaining", found: request.remaining, expected: [0, 1] });
  const [first, ...rest] = issues;
  if (first !== undefined) throw new IssueError([first, ...rest]);
  const by = resolveParties(request.by, members, world, true).regions;
  const to = resolveParties(request.to, members, world, true).regions.filter(
    (region) => !by.includes(region),
  );
  return { ...request, by, to, goods: select(request.goods, world.goods) };
}
