import { IssueError, type Issue } from "@didym/core/errors";
import { goods, parties, type World } from "@didym/core/fields";

/** Names that a goal's flags hold, by flag. */
export interface GoalNames {
  readonly parties: Readonly<Record<string, readonly string[] | undefined>>;
  readonly goods: Readonly<Record<string, readonly string[] | undefined>>;
}

/** @throws IssueError with every unknown party or good, at the flag that holds it. */
export function checkGoalNames(names: GoalNames, world: World): void {
  const unknown = (field: ReturnType<typeof parties>, byFlag: GoalNames["parties"]): Issue[] =>
    Object.entries(byFlag).flatMap(([path, found]) =>
      found === undefined ? [] : field.inspect(found, world).issues.map((issue) => ({ ...issue, path })),
    );
  const [first, ...rest] = [...unknown(parties(), names.parties), ...unknown(goods(), names.goods)];
  if (first !== undefined) throw new IssueError([first, ...rest]);
}
