export { canonicalJson } from "./canonical-json.js";
export { compileLever, compileScenario, type RunContext } from "./compile-scenario.js";
export type { ScenarioContext } from "./context.js";
export { scenarioJsonSchema } from "./json-schema.js";
export { parseScenario, type ScenarioReading } from "./parse-scenario.js";
export { scenarioHash } from "./scenario-hash.js";
export { leverStatuses, type LeverStatus, type Scenario, type ScenarioLever } from "./scenario.js";
export { SCHEMA_NAME } from "./scenario-file.js";
export { setField } from "./set-field.js";
