import type { Control } from "@didym/core/backtest";
import { IssueError } from "@didym/core/errors";
import { parseScenario, type Scenario } from "@didym/core/scenario";
import { scenarioLibrary } from "../scenario/library.js";
import { scenarioContext } from "../scenario/scenario-context.js";

/** Policies in force, and China's exports of each control's goods together held to the observed volume in its year; solved up to that year. */
export async function controlScenario(controls: readonly Control[]): Promise<Scenario> {
  const last = Math.max(...controls.map(({ year }) => year));
  const document = {
    schema: "didym/scenario@1",
    name: "observed-exports",
    extends: ["status-quo"],
    levers: controls.map(leverOf),
  };
  const reading = parseScenario(document, await scenarioContext(await scenarioLibrary()));
  if ("scenario" in reading) return { ...reading.scenario, horizon: [reading.scenario.horizon[0], last] };
  const [first, ...rest] = reading.issues;
  throw new IssueError([first, ...rest]);
}

/** Nothing shipped is a ban, which removes the routes; else a volume. */
function leverOf({ goods, year, volume }: Control, i: number): unknown {
  const common = {
    id: `observed-${i}`,
    exporter: "CHN",
    destinations: "all",
    goods,
    from: year,
    to: year,
    status: "hypothetical",
  };
  return volume === 0
    ? { "export-ban": common }
    : { "export-licence": { ...common, volume: `${volume} t/y`, basis: "pooled", per: "group" } };
}
