import type { Control } from "@didym/core/backtest";
import { IssueError } from "@didym/core/errors";
import { parseScenario, type Scenario } from "@didym/core/scenario";
import { scenarioLibrary } from "../scenario/library.js";
import { scenarioContext } from "../scenario/scenario-context.js";

/** Policies in force, and China's exports of the control's good held to the observed volume in its year; solved up to that year. */
export async function controlScenario({ good, year, volume }: Control): Promise<Scenario> {
  const document = {
    schema: "didym/scenario@1",
    name: "observed-exports",
    extends: ["status-quo"],
    levers: [
      {
        "export-licence": {
          id: "observed",
          exporter: "CHN",
          destinations: "all",
          goods: [good],
          volume: `${volume} t/y`,
          per: "group",
          from: year,
          to: year,
          status: "hypothetical",
        },
      },
    ],
  };
  const reading = parseScenario(document, await scenarioContext(await scenarioLibrary()));
  if ("scenario" in reading) return { ...reading.scenario, horizon: [reading.scenario.horizon[0], year] };
  const [first, ...rest] = reading.issues;
  throw new IssueError([first, ...rest]);
}
